import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { useActions } from '../../store/use-desk.ts'
import { TextField } from '../../ui/text-field.tsx'
import { AccountForm } from '../entry/account-form.tsx'
import { emailed } from '../entry/checks.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useAccountForm } from '../entry/use-account-form.ts'
import { useFields } from '../entry/use-fields.ts'

const CHECKS = { email: emailed }

/** Asks for a link to set a new password. It says the same whether or not there is such an account. */
export function AskReset(): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('ask reset')
  const fields = useFields({ email: '' }, CHECKS)
  const back = (
    <p>
      <Link href="/">Back to signing in</Link>
    </p>
  )
  if (sent?.status === 'done') {
    return (
      <EntryFrame
        title="Look into your mail"
        lead={
          <p>
            If {fields.values.email.trim()} has an account here, a link to set a new password is on its way.
            It can be used once. If nothing comes, ask a chief of your newsroom for a link.
          </p>
        }
      >
        {back}
      </EntryFrame>
    )
  }
  return (
    <EntryFrame
      title="Reset your password"
      lead={
        <p>You get a link by mail with which you set a new one. A chief can give you such a link, too.</p>
      }
    >
      <AccountForm
        label="Reset your password"
        button="Send link"
        fields={fields}
        sent={sent}
        onSend={({ email }) => {
          actions.askReset(email.trim())
        }}
      >
        <TextField
          {...fields.field('email')}
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of the page
          autoFocus
        />
      </AccountForm>
      {back}
    </EntryFrame>
  )
}
