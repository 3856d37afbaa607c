import { ArrowLeft, History, ScrollText } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'wouter'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { StatusChip } from '../status-chip.tsx'
import { useQueueSuffix } from '../use-next-story.ts'
import styles from './history-page.module.css'
import { useHeadline } from './use-headline.ts'

/** The bar over a story's past: which story, and the ways to its page and to the other view of its past. */
export function HistoryBar({
  id,
  page,
  children,
}: {
  readonly id: string
  readonly page: 'history' | 'digest'
  readonly children?: ReactNode
}): ReactElement {
  const queue = useQueueSuffix()
  const headline = useHeadline(id)
  const status = useOpenStory(id, (story) => story.record.status)
  const claimantId = useOpenStory(id, (story) => story.record.claimant)
  const claimant = useDesk(({ people }) => people.find((person) => person.id === claimantId)?.name) ?? ''
  return (
    <header className={styles['bar']} aria-label="Story">
      <Link href={`/stories/${id}${queue}`} className={styles['way'] ?? ''}>
        <ArrowLeft aria-hidden /> Back to the story
      </Link>
      <h1 className={styles['title']}>
        {page === 'history' ? 'History' : 'What the desk changed'}
        <span className={styles['of']}>{headline}</span>
      </h1>
      {status ? <StatusChip status={status} claimant={claimant} /> : null}
      <span className={styles['gap']} />
      {children}
      {page === 'history' ? (
        <Link href={`/stories/${id}/digest${queue}`} className={styles['way'] ?? ''}>
          <ScrollText aria-hidden /> What the desk changed
        </Link>
      ) : (
        <Link href={`/stories/${id}/history${queue}`} className={styles['way'] ?? ''}>
          <History aria-hidden /> History
        </Link>
      )}
    </header>
  )
}
