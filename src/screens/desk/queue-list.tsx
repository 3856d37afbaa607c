import { useId } from 'react'
import { Link } from 'wouter'
import type { Status } from '../../domain/story-record.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './queue-list.module.css'
import type { Queue } from './queues.ts'
import { addressOf, countOf, QUEUES } from './queues.ts'

export type QueueProps = {
  readonly here: Queue
  readonly counts: Readonly<Record<Status, number>> | null
  /** How many stories the queue that is shown holds, where the counts by status can't say; null: unknown. */
  readonly mineCount: number | null
}

export const shownCount = (queue: Queue, { here, counts, mineCount }: QueueProps): number | null =>
  countOf(queue, counts) ?? (queue === here ? mineCount : null)

/** The queues of the desk, each with its count. */
export function QueueList(props: QueueProps) {
  const id = useId()
  const groups = [...new Set(QUEUES.map((queue) => queue.group))]
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
            {QUEUES.filter((queue) => queue.group === group).map((queue) => (
              <li key={queue.id}>
                <QueueLink queue={queue} isHere={queue === props.here} count={shownCount(queue, props)} />
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
  return (
    <Link href={addressOf(queue)} className={styles['link'] ?? ''} aria-current={isHere ? 'page' : undefined}>
      {queue.name}{' '}
      {count === null ? null : (
        <span className={styles['count']}>
          {count.toLocaleString('en-GB')} <VisuallyHidden>{count === 1 ? 'story' : 'stories'}</VisuallyHidden>
        </span>
      )}
    </Link>
  )
}
