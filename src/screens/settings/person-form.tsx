import type { FormEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import type { Person, Role } from '../../domain/person.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NO_NAME, ROLE_OPTIONS, ROLE_RIGHTS } from '../roles.ts'
import styles from './settings-page.module.css'

/** Name and role of somebody. `children` are the form's buttons, among them one that submits. */
export function PersonForm({
  label,
  nameLabel,
  start,
  onSave,
  children,
}: {
  readonly label: string
  readonly nameLabel: string
  readonly start: Omit<Person, 'id'>
  readonly onSave: (person: Omit<Person, 'id'>) => void
  readonly children: (isChanged: boolean) => ReactNode
}) {
  const [name, setName] = useState(start.name)
  const [role, setRole] = useState<Role>(start.role)
  const [error, setError] = useState('')
  const formRef = useRef<HTMLFormElement>(null)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') {
      setError(NO_NAME)
      formRef.current?.querySelector('input')?.focus()
      return
    }
    onSave({ name: name.trim(), role })
  }
  return (
    <form ref={formRef} aria-label={label} className={styles['form']} onSubmit={save} noValidate>
      <TextField
        label={nameLabel}
        value={name}
        error={error}
        maxLength={80}
        autoComplete="off"
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
      <div className={styles['buttons']}>{children(name.trim() !== start.name || role !== start.role)}</div>
    </form>
  )
}
