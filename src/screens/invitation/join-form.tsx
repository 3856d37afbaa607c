import { useEffect, type ReactElement } from 'react'
import { useLocation } from 'wouter'
import { ROLE_NAMES } from '../../domain/person.ts'
import type { Invited } from '../../store/accounts-state.ts'
import { useActions } from '../../store/use-desk.ts'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountForm } from '../entry/account-form.tsx'
import { longEnough, named, PASSWORD_HINT } from '../entry/checks.ts'
import { useAccountForm } from '../entry/use-account-form.ts'
import { useFields } from '../entry/use-fields.ts'
import styles from '../entry/entry.module.css'
import { ROLE_RIGHTS } from '../roles.ts'

const CHECKS = { name: named, password: longEnough }

/** Takes an invitation up. */
export function JoinForm({
  token,
  invited,
}: {
  readonly token: string
  readonly invited: Invited
}): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('accept')
  const fields = useFields({ name: invited.name, password: '' }, CHECKS)
  const [, navigate] = useLocation()
  const isIn = sent?.status === 'done'
  useEffect(() => {
    if (isIn) navigate('/', { replace: true })
  }, [isIn, navigate])
  return (
    <>
      <p className={styles['lead']}>
        <span>
          {invited.by} invites you as <strong>{ROLE_NAMES[invited.role].toLowerCase()}</strong>.{' '}
          {ROLE_RIGHTS[invited.role]}
        </span>
      </p>
      <AccountForm
        label="Join the newsroom"
        button="Join"
        fields={fields}
        sent={sent}
        onSend={({ name, password }) => {
          actions.accept({ token, name: name.trim(), password })
        }}
      >
        <TextField label="E-mail" value={invited.email} type="email" autoComplete="username" isReadOnly />
        <TextField
          {...fields.field('name')}
          label="Your name"
          autoComplete="name"
          maxLength={80}
          description="As it stands beside what you write and change."
        />
        <PasswordField
          {...fields.field('password')}
          label="Password"
          autoComplete="new-password"
          description={PASSWORD_HINT}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field that is left to fill in
          autoFocus
        />
      </AccountForm>
    </>
  )
}
