import { History } from 'lucide-react'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import styles from './history-link.module.css'

/** The way from a story to its past. */
export function HistoryLink({ id }: { readonly id: string }): ReactElement {
  return (
    <Link href={`/stories/${id}/history`} className={styles['link'] ?? ''}>
      <History aria-hidden /> History
    </Link>
  )
}
