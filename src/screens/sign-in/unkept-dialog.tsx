import type { ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { ConfirmDialog } from '../story/confirm-dialog.tsx'
import { unsentWords } from '../unsent-words.ts'

/** Says what would be lost with signing out, and asks whether to sign out all the same. */
export function UnkeptDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const actions = useActions()
  const unkept = useDesk((state) => state.accounts?.unkept ?? 0)
  return (
    <ConfirmDialog
      title="Sign out and lose what you wrote last?"
      button="Sign out and lose it"
      danger
      onConfirm={() => {
        actions.signOutAnyway()
      }}
      onClose={onClose}
    >
      <p>
        {unsentWords(unkept)} {unkept === 1 ? 'has' : 'have'} not reached the server, and this browser could
        not keep {unkept === 1 ? 'it' : 'them'}. You are still signed in, and what you wrote is still on
        screen: cancel and copy what you want to keep, or sign out when the server can be reached.
      </p>
    </ConfirmDialog>
  )
}
