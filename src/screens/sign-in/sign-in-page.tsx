import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountForm } from '../entry/account-form.tsx'
import { emailed, filled } from '../entry/checks.ts'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useAccountForm } from '../entry/use-account-form.ts'
import { useFields } from '../entry/use-fields.ts'
import styles from '../entry/entry.module.css'
import { EndedSession } from './ended-session.tsx'

const CHECKS = { email: emailed, password: filled('Enter your password.') }

/** The door: who is here. Where a session has ended meanwhile it says so, and what waits. */
export function SignInPage(): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('sign in')
  const fields = useFields({ email: '', password: '' }, CHECKS)
  const wasIn = useDesk((state) => Boolean(state.me))
  return (
    <EntryFrame title="Sign in" lead={wasIn ? <EndedSession /> : undefined}>
      <AccountForm
        label="Sign in"
        button="Sign in"
        fields={fields}
        sent={sent}
        onSend={({ email, password }) => {
          actions.signIn({ email: email.trim(), password })
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
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a page that holds nothing else
          autoFocus
        />
        <PasswordField {...fields.field('password')} label="Password" autoComplete="current-password" />
      </AccountForm>
      <p className={styles['foot']}>
        <Link href="/reset">Forgot your password?</Link>
      </p>
    </EntryFrame>
  )
}
