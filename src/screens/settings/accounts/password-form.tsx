import { useEffect, type ReactElement } from 'react'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { PasswordField } from '../../../ui/password-field.tsx'
import { AccountForm } from '../../entry/account-form.tsx'
import { filled, longEnough, PASSWORD_HINT } from '../../entry/checks.ts'
import { useAccountForm } from '../../entry/use-account-form.ts'
import { useFields } from '../../entry/use-fields.ts'

const BLANK = { current: '', next: '' }
const CHECKS = { current: filled('Enter the password that you have now.'), next: longEnough }

/** Changes one's own password. */
export function PasswordForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('change password')
  const fields = useFields(BLANK, CHECKS)
  const isDone = sent?.status === 'done'
  useEffect(() => {
    if (!isDone) return
    actions.notify('done', 'Changed your password. You are signed out everywhere else.')
    onClose()
  }, [isDone, actions, onClose])
  return (
    <AccountForm
      label="Change password"
      button="Change password"
      fields={fields}
      sent={sent}
      onSend={({ current, next }) => {
        actions.changePassword({ current, next })
      }}
      cancel={<Button onPress={onClose}>Cancel</Button>}
    >
      <PasswordField
        {...fields.field('current')}
        label="Current password"
        autoComplete="current-password"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form has just been asked for
        autoFocus
      />
      <PasswordField
        {...fields.field('next')}
        label="New password"
        autoComplete="new-password"
        description={PASSWORD_HINT}
      />
    </AccountForm>
  )
}
