import { History } from 'lucide-react'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { useQueueSuffix } from '../use-next-story.ts'
import styles from './history-link.module.css'

/** The way from a story to its past. */
export function HistoryLink({ id }: { readonly id: string }): ReactElement {
  const queue = useQueueSuffix()
  return (
    <Link href={`/stories/${id}/history${queue}`} className={styles['link'] ?? ''}>
      <History aria-hidden /> History
    </Link>
  )
}
