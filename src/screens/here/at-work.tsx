import { Users } from 'lucide-react'
import { Suspense, useState, type ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { lazyPart } from '../lazy-part.tsx'
import { peopleAtWork } from './here-people.ts'
import styles from './here.module.css'

const AtWorkList = lazyPart(() => import('./at-work-list.tsx'), 'AtWorkList', 'floating')

/** How many are at work on this desk, and the list of them; nothing where nobody else is. */
export function AtWork(): ReactElement | null {
  const here = useDesk((state) => state.here)
  const me = useDesk((state) => state.me?.id)
  const [anchor, setAnchor] = useState<Element | null>(null)
  const people = peopleAtWork(here)
  if (people.every(({ person }) => person.id === me)) return null
  return (
    <>
      <button
        type="button"
        className={styles['count']}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        <Users aria-hidden />
        <span>
          {people.length} <span className={styles['wide']}>at work</span>
        </span>
      </button>
      {anchor === null ? null : (
        <Suspense fallback={null}>
          <AtWorkList
            people={people}
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
