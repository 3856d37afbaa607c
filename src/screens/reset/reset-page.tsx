import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { useActions } from '../../store/use-desk.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { AccountForm } from '../entry/account-form.tsx'
import { longEnough, PASSWORD_HINT } from '../entry/checks.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useAccountForm } from '../entry/use-account-form.ts'
import { useFields } from '../entry/use-fields.ts'
import { useLinkToken } from '../entry/use-link-token.ts'
import { AskReset } from './ask-reset.tsx'

const CHECKS = { password: longEnough }

/** Sets a new password: with a link's secret at once, without one by way of a link. */
export function ResetPage(): ReactElement {
  const token = useLinkToken()
  return token === '' ? <AskReset /> : <NewPassword token={token} />
}

function NewPassword({ token }: { readonly token: string }): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('reset')
  const fields = useFields({ password: '' }, CHECKS)
  if (sent?.status === 'done') {
    return (
      <EntryFrame
        title="Your password is set"
        lead={<p>You are signed out everywhere. What you had not sent stays in the browser that has it.</p>}
      >
        <p>
          <Link href="/">Sign in</Link>
        </p>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame
      title="Set a new password"
      lead={<p>With a new password you are signed out wherever you were signed in.</p>}
    >
      <AccountForm
        label="Set a new password"
        button="Set password"
        fields={fields}
        sent={sent}
        onSend={({ password }) => {
          actions.reset({ token, password })
        }}
      >
        <PasswordField
          {...fields.field('password')}
          label="New password"
          autoComplete="new-password"
          description={PASSWORD_HINT}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of the page
          autoFocus
        />
      </AccountForm>
    </EntryFrame>
  )
}
