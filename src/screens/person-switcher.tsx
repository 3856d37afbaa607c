import { Suspense, useState, type ReactElement } from 'react'
import { personColour, ROLE_NAMES } from '../domain/person.ts'
import { useDesk } from '../store/use-desk.ts'
import { Face } from '../ui/face.tsx'
import styles from './app-frame.module.css'
import { lazyPart } from './lazy-part.tsx'

const PeopleMenu = lazyPart(() => import('./people-menu.tsx'), 'PeopleMenu', 'floating')

/** Who works in this tab, and the way to be somebody else in it. */
export function PersonSwitcher(): ReactElement | null {
  const me = useDesk((state) => state.me)
  const [anchor, setAnchor] = useState<Element | null>(null)
  if (!me) return null
  return (
    <>
      <button
        type="button"
        className={styles['person']}
        aria-label={`You are ${me.name}, ${ROLE_NAMES[me.role]}. Switch person`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        <Face name={me.name} colour={personColour(me.id)} hidden />
      </button>
      {anchor === null ? null : (
        <Suspense fallback={null}>
          <PeopleMenu
            me={me}
            anchor={anchor}
            onClose={() => {
              setAnchor(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
