import type { ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { ConfirmDialog } from '../story/confirm-dialog.tsx'
import { unsentWords } from '../unsent-words.ts'

/** Asks whether to sign out while something waits to be sent, and says where it stays. */
export function SignOutDialog({
  onConfirm,
  onClose,
}: {
  readonly onConfirm: () => void
  readonly onClose: () => void
}): ReactElement {
  const name = useDesk((state) => state.me?.name ?? '')
  const unsent = useDesk((state) => state.link?.unsent ?? 0)
  return (
    <ConfirmDialog
      title="Sign out with unsent changes?"
      button="Sign out"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {unsentWords(unsent)} {unsent === 1 ? 'has' : 'have'} not reached the server. They stay in this
        browser for {name}, and go out when {name} signs in here again. Nobody else sees them meanwhile.
      </p>
    </ConfirmDialog>
  )
}
