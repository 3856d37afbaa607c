import { useLocation } from 'wouter'
import type { Person } from '../domain/person.ts'
import { personColour, ROLE_NAMES } from '../domain/person.ts'
import { useActions, useDesk } from '../store/use-desk.ts'
import { Face } from '../ui/face.tsx'
import { AnchoredMenu } from '../ui/anchored-menu.tsx'
import { besideRail } from './beside-rail.ts'

const MANAGE = 'manage'

/** Everybody of the desk, to become one of them in this tab. */
export function PeopleMenu({
  me,
  anchor,
  onClose,
}: {
  readonly me: Person
  readonly anchor: Element
  readonly onClose: () => void
}) {
  const people = useDesk((state) => state.people)
  const actions = useActions()
  const [, navigate] = useLocation()
  return (
    <AnchoredMenu
      label="People of this desk"
      anchor={anchor}
      placement={besideRail()}
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
      onClose={onClose}
    />
  )
}
