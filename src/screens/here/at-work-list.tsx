import { useEffect, type ReactElement } from 'react'
import { Link } from 'wouter'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { HereList } from './here-list.tsx'
import type { PersonAtWork } from './here-people.ts'
import styles from './here.module.css'

/** Who is at work, and on what; each story leads to its page. */
export function AtWorkList({
  people,
  anchor,
  onClose,
}: {
  readonly people: readonly PersonAtWork[]
  readonly anchor: Element
  readonly onClose: () => void
}): ReactElement {
  const me = useDesk((state) => state.me?.id)
  const headlines = useDesk((state) => state.headlines)
  const actions = useActions()
  const ids = JSON.stringify([...new Set(people.flatMap(({ stories }) => stories))])
  useEffect(() => {
    actions.needHeadlines(JSON.parse(ids) as readonly string[])
  }, [actions, ids])
  return (
    <HereList
      label="At work"
      anchor={anchor}
      onClose={onClose}
      rows={people.map(({ person, stories }) => ({
        person,
        ...(person.id === me ? { called: `${person.name} (you)` } : {}),
        about:
          stories.length === 0
            ? 'On the desk'
            : stories.map((story, index) => (
                <span key={story}>
                  {index === 0 ? 'In ' : ', '}
                  <Link href={`/stories/${story}`} className={styles['way'] ?? ''} onClick={onClose}>
                    {titleOf(headlines[story])}
                  </Link>
                </span>
              )),
      }))}
    />
  )
}

/** Until it is known it is a story. */
const titleOf = (headline: string | undefined): string =>
  headline === '' ? 'Untitled' : (headline ?? 'a story')
