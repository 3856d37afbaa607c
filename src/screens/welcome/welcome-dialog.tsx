import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import type { Role } from '../../domain/person.ts'
import { useActions } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NO_NAME, ROLE_OPTIONS, ROLE_RIGHTS } from '../roles.ts'
import styles from './welcome-dialog.module.css'

/** Who somebody is who only looks around. */
const GUEST = 'Guest'

/** Asks for a name and a role, and says in one sentence how to start. The sample needs no name. */
export function WelcomeDialog({ onSample }: { readonly onSample: () => void }) {
  const actions = useActions()
  const formId = useId()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('reporter')
  const [error, setError] = useState('')

  const start = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') {
      setError(NO_NAME)
      document.getElementById(formId)?.querySelector('input')?.focus()
      return
    }
    actions.savePerson({ name: name.trim(), role }, true)
  }
  const sample = (): void => {
    actions.savePerson({ name: name.trim() === '' ? GUEST : name.trim(), role }, true)
    onSample()
  }
  return (
    <Dialog
      title="Welcome"
      size="small"
      footer={
        <>
          <Button onPress={sample}>Try a sample story</Button>
          <Button kind="primary" type="submit" form={formId}>
            Start
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={start} noValidate>
        <p className={styles['lead']}>
          To start, say who you are, then write a new story or paste wire copy; Stet saves every word as you
          type.
        </p>
        <TextField
          label="Your name"
          value={name}
          error={error}
          autoComplete="name"
          maxLength={80}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that has just opened
          autoFocus
          onChange={(next) => {
            setName(next)
            if (next.trim() !== '') setError('')
          }}
        />
        <RadioGroup
          label="Role"
          layout="row"
          value={role}
          options={ROLE_OPTIONS}
          onChange={setRole}
          description={ROLE_RIGHTS[role]}
        />
        <p className={styles['small']}>
          Name, role and stories are kept in this browser. You can change name and role in Settings.
        </p>
      </form>
    </Dialog>
  )
}
