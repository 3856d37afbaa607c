import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { personColour, ROLE_NAMES } from '../../domain/person.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Face } from '../../ui/face.tsx'
import { Panel } from './panel.tsx'
import { PersonForm } from './person-form.tsx'
import styles from './settings-page.module.css'

/** Everybody on this desk, who works in this tab, and the way to add somebody. */
export function PeoplePanel() {
  const me = useDesk((state) => state.me)
  const people = useDesk((state) => state.people)
  const actions = useActions()
  const [isAdding, setAdding] = useState(false)
  return (
    <Panel name="People of this desk">
      <p className={styles['about']}>
        All share this browser’s desk. Each tab can be another person, to review what somebody else wrote.
      </p>
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.id} className={styles['person']}>
            <Face name={person.name} colour={personColour(person.id)} size="large" hidden />
            <span className={styles['who']}>
              {person.name}
              <span className={styles['role']}>{ROLE_NAMES[person.role]}</span>
            </span>
            {person.id === me?.id ? (
              <Chip tone="review">In this tab</Chip>
            ) : (
              <Button
                size="small"
                aria-label={`Work as ${person.name}`}
                onPress={() => {
                  actions.become(person.id)
                }}
              >
                Work as
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <PersonForm
          label="Add person"
          nameLabel="Name"
          start={{ name: '', role: 'sub-editor' }}
          onSave={(person) => {
            actions.savePerson(person, false)
            actions.notify('done', `Added ${person.name}.`)
            setAdding(false)
          }}
        >
          {() => (
            <>
              <Button type="submit" kind="primary">
                Add
              </Button>
              <Button
                onPress={() => {
                  setAdding(false)
                }}
              >
                Cancel
              </Button>
            </>
          )}
        </PersonForm>
      ) : (
        <div className={styles['buttons']}>
          <Button
            icon={<UserPlus aria-hidden />}
            onPress={() => {
              setAdding(true)
            }}
          >
            Add person
          </Button>
        </div>
      )}
    </Panel>
  )
}
