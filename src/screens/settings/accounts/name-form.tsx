import { useEffect, type ReactElement } from 'react'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AccountForm } from '../../entry/account-form.tsx'
import { named } from '../../entry/checks.ts'
import { useAccountForm } from '../../entry/use-account-form.ts'
import { useFields } from '../../entry/use-fields.ts'

const CHECKS = { name: named }

/** Changes one's own name. */
export function NameForm({
  name,
  onClose,
}: {
  readonly name: string
  readonly onClose: () => void
}): ReactElement {
  const actions = useActions()
  const sent = useAccountForm('change name')
  const fields = useFields({ name }, CHECKS)
  const isDone = sent?.status === 'done'
  useEffect(() => {
    if (!isDone) return
    actions.notify('done', 'Changed your name. Everybody sees it from now on.')
    onClose()
  }, [isDone, actions, onClose])
  return (
    <AccountForm
      label="Change name"
      button="Change name"
      fields={fields}
      sent={sent}
      onSend={(values) => {
        actions.changeName(values.name)
      }}
      cancel={<Button onPress={onClose}>Cancel</Button>}
    >
      <TextField
        {...fields.field('name')}
        label="Your name"
        autoComplete="name"
        description="It stands on what you write from now on; what you wrote before keeps the name it has."
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form has just been asked for
        autoFocus
      />
    </AccountForm>
  )
}
