import { Suspense, useEffect, useRef, useState, type ReactElement } from 'react'
import { showCaret } from '../../editor/carets/show-caret.ts'
import { useDesk } from '../../store/use-desk.ts'
import { lazyPart } from '../lazy-part.tsx'
import { useJump } from '../story/use-jump.ts'
import { HereFaces } from './here-faces.tsx'
import type { CaretToSee } from './here-now-list.tsx'
import { named, othersIn } from './here-people.ts'
import styles from './here.module.css'

const HereNowList = lazyPart(() => import('./here-now-list.tsx'), 'HereNowList', 'floating')

/** Who else is in this story, and the list of them with the way to where they write; nothing where nobody is. */
export function HereNow({ id }: { readonly id: string }): ReactElement | null {
  const here = useDesk((state) => state.here)
  const me = useDesk((state) => state.me?.id) ?? ''
  const [anchor, setAnchor] = useState<Element | null>(null)
  const wanted = useRef<CaretToSee | null>(null)
  const jump = useJump()
  const people = othersIn(here, id, me)
  const isOpen = anchor !== null && people.length > 0
  useEffect(() => {
    // An open list keeps the focus to itself: it has to be gone first.
    if (isOpen || wanted.current === null) return
    const { text, tab } = wanted.current
    wanted.current = null
    queueMicrotask(() => {
      jump({ to: 'text', text })
      showCaret(document.activeElement, tab)
    })
  }, [isOpen, jump])
  if (people.length === 0) return null
  const label = `Here now: ${named(people)}`
  return (
    <>
      <button
        type="button"
        className={styles['now']}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        <HereFaces people={people} />
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <HereNowList
            id={id}
            people={people}
            anchor={anchor}
            onSee={(caret) => {
              wanted.current = caret
              setAnchor(null)
            }}
            onClose={() => {
              setAnchor(null)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
