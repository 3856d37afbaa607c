import { Suspense, useState, type ReactElement } from 'react'
import { personColour, ROLE_NAMES } from '../domain/person.ts'
import { useDesk } from '../store/use-desk.ts'
import { Face } from '../ui/face.tsx'
import styles from './app-frame.module.css'
import { lazyPart } from './lazy-part.tsx'
import { useSignOut } from './sign-in/use-sign-out.tsx'

const PeopleMenu = lazyPart(() => import('./people-menu.tsx'), 'PeopleMenu', 'floating')
const OwnMenu = lazyPart(() => import('./own-menu.tsx'), 'OwnMenu', 'floating')

/** Who works in this tab, and the way out of it: to be somebody else, or, where there are accounts, to sign out. */
export function PersonSwitcher(): ReactElement | null {
  const me = useDesk((state) => state.me)
  const hasAccounts = useDesk((state) => state.accounts !== null)
  const { signOut, question } = useSignOut()
  const [anchor, setAnchor] = useState<Element | null>(null)
  if (!me) return null
  const menu = {
    me,
    onClose: () => {
      setAnchor(null)
    },
  }
  return (
    <>
      <button
        type="button"
        className={styles['person']}
        aria-label={`You are ${me.name}, ${ROLE_NAMES[me.role]}. ${hasAccounts ? 'Your menu' : 'Switch person'}`}
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
          {hasAccounts ? (
            <OwnMenu {...menu} anchor={anchor} onSignOut={signOut} />
          ) : (
            <PeopleMenu {...menu} anchor={anchor} />
          )}
        </Suspense>
      )}
      {question}
    </>
  )
}
