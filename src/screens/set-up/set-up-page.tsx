import type { ReactElement } from 'react'
import { useActions } from '../../store/use-desk.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountForm } from '../entry/account-form.tsx'
import { emailed, filled, longEnough, named, PASSWORD_HINT } from '../entry/checks.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useAccountForm } from '../entry/use-account-form.ts'
import { useFields } from '../entry/use-fields.ts'

const BLANK = { code: '', name: '', email: '', password: '' }
const CHECKS = {
  code: filled('Enter the set-up code that the server printed.'),
  name: named,
  email: emailed,
  password: longEnough,
}

/** The first start of a newsroom's server: makes its first chief. */
export function SetUpPage(): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('set up')
  const fields = useFields(BLANK, CHECKS)
  return (
    <EntryFrame
      title="Set up this newsroom"
      lead={
        <p>
          Nobody has an account here yet. The server printed a set-up code when it started: with it you become
          the first chief, who invites everybody else.
        </p>
      }
    >
      <AccountForm
        label="Set up this newsroom"
        button="Set up"
        fields={fields}
        sent={sent}
        onSend={({ code, name, email, password }) => {
          actions.setUp({ code: code.trim(), name: name.trim(), email: email.trim(), password })
        }}
      >
        <TextField
          {...fields.field('code')}
          label="Set-up code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a page that holds nothing else
          autoFocus
        />
        <TextField {...fields.field('name')} label="Your name" autoComplete="name" maxLength={80} />
        <TextField
          {...fields.field('email')}
          label="E-mail"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          {...fields.field('password')}
          label="Password"
          autoComplete="new-password"
          description={PASSWORD_HINT}
        />
      </AccountForm>
    </EntryFrame>
  )
}
