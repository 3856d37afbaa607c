import { useId } from 'react'
import { Link } from 'wouter'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './queue-list.module.css'
import type { Queue } from './queues.ts'
import { addressOf } from './queues.ts'

export type QueueListProps = {
  readonly queues: readonly Queue[]
  readonly here: Queue
  /** How many stories a queue holds, or null while that is not known. */
  readonly count: (queue: Queue) => number | null
}

/** The queues of the desk, each with its count. */
export function QueueList({ queues, here, count }: QueueListProps) {
  const id = useId()
  const groups = [...new Set(queues.map((queue) => queue.group))]
  return (
    <nav className={styles['queues']} aria-label="Queues">
      {groups.map((group) => (
        <div key={group}>
          {group === '' ? null : (
            <p id={`${id}${group.replaceAll(' ', '-')}`} className={styles['heading']}>
              {group}
            </p>
          )}
          <ul aria-labelledby={group === '' ? undefined : `${id}${group.replaceAll(' ', '-')}`}>
            {queues
              .filter((queue) => queue.group === group)
              .map((queue) => (
                <li key={queue.id}>
                  <QueueLink queue={queue} isHere={queue === here} count={count(queue)} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function QueueLink({
  queue,
  isHere,
  count,
}: {
  readonly queue: Queue
  readonly isHere: boolean
  readonly count: number | null
}) {
  const calls = queue.calls === true && count !== null && count > 0
  return (
    <Link href={addressOf(queue)} className={styles['link'] ?? ''} aria-current={isHere ? 'page' : undefined}>
      {queue.name}{' '}
      {count === null ? null : (
        <span className={classes(styles['count'], calls && styles['calls'])}>
          {count.toLocaleString('en-GB')} <VisuallyHidden>{count === 1 ? 'story' : 'stories'}</VisuallyHidden>
        </span>
      )}
    </Link>
  )
}
