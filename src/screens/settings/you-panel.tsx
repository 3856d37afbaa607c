import { useActions, useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from './panel.tsx'
import { PersonForm } from './person-form.tsx'

/** The name and role of the person at work. */
export function YouPanel() {
  const me = useDesk((state) => state.me)
  const actions = useActions()
  if (!me) return null
  return (
    <Panel name="You">
      <PersonForm
        key={`${me.id} ${me.name} ${me.role}`}
        label="You"
        nameLabel="Your name"
        start={me}
        onSave={(person) => {
          actions.savePerson({ ...person, id: me.id }, true)
          actions.notify('done', 'Saved your name and role.')
        }}
      >
        {(isChanged) => (
          <Button type="submit" isDisabled={!isChanged}>
            Save
          </Button>
        )}
      </PersonForm>
    </Panel>
  )
}
