import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { goToFlag } from '../../../editor/checks/flags-extension.ts'
import { useCommentWays } from '../comments/comment-desk.tsx'
import { fieldElement } from '../field-element.ts'
import { useJump } from '../use-jump.ts'

/** The flag that is looked at, and whether a card stands at its words: not for one that the list shows. */
export type LookedAt = { readonly id: string; readonly card: 'none' | 'seen' | 'entered' }

type CheckWays = {
  /** Makes a flag the one that is looked at; null: none is. A card that is entered has the focus. */
  readonly look: (flag: string | null, card?: LookedAt['card']) => void
  /** Goes to what a flag is about: to its words, or to its field. */
  readonly goTo: (flag: ReportedFlag, card?: LookedAt['card']) => void
}

const Looked = createContext<LookedAt | null>(null)
const Ways = createContext<CheckWays | null>(null)

/** What texts, the card and the list of checks share: which flag is looked at. Stands inside of CommentDesk, which knows the editors. */
export function CheckDesk({ children }: { readonly children: ReactNode }): ReactElement {
  const [looked, setLooked] = useState<LookedAt | null>(null)
  const comments = useCommentWays()
  const jump = useJump()
  const ways = useMemo((): CheckWays => {
    const look: CheckWays['look'] = (id, card = 'none') => setLooked(id === null ? null : { id, card })
    return {
      look,
      goTo({ id, words, range: { place, from, to } }, card = 'none') {
        if (place.to === 'field') {
          jump({ to: 'field', field: place.field })
          const input = fieldElement(place.field)
          // Where other words stand there by now, the caret stays where it is.
          if (input?.value.slice(from, to) === words) input.setSelectionRange(from, to)
        } else {
          const editor = comments?.editorOf(place.text) ?? null
          if (editor === null || !goToFlag(editor, id)) {
            jump({ to: 'text', text: place.text, at: { block: place.block, offset: from } })
          }
        }
        // Only the body is beside the list: what else was gone to has taken its place, and needs a card.
        const isBeside = place.to === 'text' && place.text === 'body'
        look(id, card === 'none' && !isBeside ? 'seen' : card)
      },
    }
  }, [comments, jump])
  return (
    <Ways value={ways}>
      <Looked value={looked}>{children}</Looked>
    </Ways>
  )
}

export const useLookedAt = (): LookedAt | null => useContext(Looked)

/** Never changes while the page stands. Null for a panel that stands alone. */
export const useCheckWays = (): CheckWays | null => useContext(Ways)
