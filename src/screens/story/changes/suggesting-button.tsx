import { PencilLine } from 'lucide-react'
import type { ReactElement } from 'react'
import { ariaShortcut, shortcutText } from '../../../editor/shortcuts.ts'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { ReasonedButton } from '../../../ui/reasoned-button.tsx'
import { onMac } from '../on-mac.ts'
import { readOnlyReason } from '../save-words.ts'
import { CHANGE_KEYS } from './change-keys.ts'

/** Whether what is written is suggested. Off, with the reason, where there is no choice. */
export function SuggestingButton({ id }: { readonly id: string }): ReactElement {
  const suggesting = useOpenStory(id, (story) => story.suggesting) ?? false
  const off = useOpenStory(id, ({ access, save }) => {
    const reason = readOnlyReason(save, access)
    if (reason !== null) return reason
    return access.right === 'edit' ? '' : `${access.why} What you write is suggested.`
  })
  const actions = useActions()
  const keys = CHANGE_KEYS.suggesting.keys[0]
  return (
    <span title={off === '' ? shortcutText(keys, onMac()) : undefined}>
      <ReasonedButton
        off={off ?? ''}
        aria-pressed={suggesting}
        aria-keyshortcuts={ariaShortcut(keys, onMac())}
        icon={<PencilLine aria-hidden />}
        // The text keeps its focus and its selection.
        preventFocusOnPress
        onPress={() => actions.setSuggesting(id, !suggesting)}
      >
        Suggesting
      </ReasonedButton>
    </span>
  )
}
