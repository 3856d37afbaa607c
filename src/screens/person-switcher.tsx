import type { ReactElement } from 'react'
import { Button } from 'react-aria-components/Button'
import { useLocation } from 'wouter'
import { personColour, ROLE_NAMES } from '../domain/person.ts'
import { useActions, useDesk } from '../store/use-desk.ts'
import { Face } from '../ui/face.tsx'
import { Menu } from '../ui/menu.tsx'
import styles from './app-frame.module.css'

const MANAGE = 'manage'

/** Who works in this tab, and the way to be somebody else in it. */
export function PersonSwitcher(): ReactElement | null {
  const me = useDesk((state) => state.me)
  const people = useDesk((state) => state.people)
  const actions = useActions()
  const [, navigate] = useLocation()
  if (!me) return null
  return (
    <Menu
      label="People of this desk"
      placement="right bottom"
      selected={me.id}
      items={[
        ...people.map((person) => ({
          id: person.id,
          label: person.name,
          about: ROLE_NAMES[person.role],
          icon: <Face name={person.name} colour={personColour(person.id)} hidden />,
        })),
        { id: MANAGE, label: 'Add or change people…' },
      ]}
      onAction={(id) => {
        if (id === MANAGE) navigate('/settings')
        else if (id !== me.id) actions.become(id)
      }}
    >
      <Button
        className={styles['person'] ?? ''}
        aria-label={`You are ${me.name}, ${ROLE_NAMES[me.role]}. Switch person`}
      >
        <Face name={me.name} colour={personColour(me.id)} hidden />
      </Button>
    </Menu>
  )
}
