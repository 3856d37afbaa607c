import { createContext, useContext, useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { Suggestion } from '../../../domain/suggestions/suggestion.ts'
import { showSuggestion } from '../../../editor/suggest/show-suggestion.ts'
import { useCommentWays } from '../comments/comment-desk.tsx'
import { useJump } from '../use-jump.ts'

type ChangeWays = {
  /** Makes a suggestion the one that is looked at; null: none is. */
  readonly activate: (suggestion: string | null) => void
  /** Goes to what a suggestion changes: to its words, or to its field. */
  readonly goTo: (suggestion: Suggestion) => void
}

const Active = createContext<string | null>(null)
const Ways = createContext<ChangeWays | null>(null)

/** What texts, fields and the list of changes share: which suggestion is looked at. Stands inside of CommentDesk, which knows the editors. */
export function ChangeDesk({ children }: { readonly children: ReactNode }): ReactElement {
  const [active, activate] = useState<string | null>(null)
  const comments = useCommentWays()
  const jump = useJump()
  const ways = useMemo(
    (): ChangeWays => ({
      activate,
      goTo({ id, place }) {
        activate(id)
        if ('field' in place) return jump({ to: 'field', field: place.field })
        const editor = comments?.editorOf(place.text) ?? null
        if (editor === null || !showSuggestion(editor, id)) jump({ to: 'text', text: place.text })
        // The caret that left another suggestion says so: this one is looked at.
        return activate(id)
      },
    }),
    [comments, jump],
  )
  return (
    <Ways value={ways}>
      <Active value={active}>{children}</Active>
    </Ways>
  )
}

/** Id of the suggestion that is looked at, or null. */
export const useActiveChange = (): string | null => useContext(Active)

/** Never changes while the page stands. Null for a panel that stands alone. */
export const useChangeWays = (): ChangeWays | null => useContext(Ways)
