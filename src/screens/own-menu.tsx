import { LogOut } from 'lucide-react'
import type { ReactElement } from 'react'
import { useLocation } from 'wouter'
import type { Person } from '../domain/person.ts'
import { personColour, ROLE_NAMES } from '../domain/person.ts'
import { AnchoredMenu } from '../ui/anchored-menu.tsx'
import { Face } from '../ui/face.tsx'
import { besideRail } from './beside-rail.ts'

/** Whoever is signed in: their account, and the way out. */
export function OwnMenu({
  me,
  anchor,
  onSignOut,
  onClose,
}: {
  readonly me: Person
  readonly anchor: Element
  readonly onSignOut: () => void
  readonly onClose: () => void
}): ReactElement {
  const [, navigate] = useLocation()
  return (
    <AnchoredMenu
      label={`${me.name}, ${ROLE_NAMES[me.role]}`}
      anchor={anchor}
      placement={besideRail()}
      items={[
        {
          id: 'settings',
          label: me.name,
          about: `${ROLE_NAMES[me.role]} · account and settings`,
          icon: <Face name={me.name} colour={personColour(me.id)} hidden />,
        },
        { id: 'sign out', label: 'Sign out', icon: <LogOut aria-hidden /> },
      ]}
      onAction={(id) => {
        if (id === 'settings') navigate('/settings')
        else onSignOut()
      }}
      onClose={onClose}
    />
  )
}
