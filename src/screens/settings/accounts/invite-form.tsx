import { useEffect, useState, type ReactElement } from 'react'
import type { Role } from '../../../domain/person.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AccountForm } from '../../entry/account-form.tsx'
import { emailed, filled } from '../../entry/checks.ts'
import { useAccountForm } from '../../entry/use-account-form.ts'
import { useFields } from '../../entry/use-fields.ts'
import { ROLE_OPTIONS, ROLE_RIGHTS } from '../../roles.ts'

const BLANK = { name: '', email: '' }
const CHECKS = { name: filled('Enter the name of whoever is invited.'), email: emailed }

/** Invites somebody: the link that comes of it is shown once. */
export function InviteForm({ onClose }: { readonly onClose: () => void }): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('invite')
  const fields = useFields(BLANK, CHECKS)
  const [role, setRole] = useState<Role>('reporter')
  const isDone = sent?.status === 'done'
  useEffect(() => {
    if (isDone) onClose()
  }, [isDone, onClose])
  return (
    <AccountForm
      label="Invite somebody"
      button="Invite"
      fields={fields}
      sent={sent}
      onSend={({ name, email }) => {
        actions.invite({ name: name.trim(), email: email.trim(), role })
      }}
      cancel={<Button onPress={onClose}>Cancel</Button>}
    >
      <TextField
        {...fields.field('name')}
        label="Name"
        autoComplete="off"
        maxLength={80}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form has just been asked for
        autoFocus
      />
      <TextField
        {...fields.field('email')}
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <RadioGroup
        label="Role"
        layout="row"
        value={role}
        options={ROLE_OPTIONS}
        onChange={setRole}
        description={ROLE_RIGHTS[role]}
      />
    </AccountForm>
  )
}
