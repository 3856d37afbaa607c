import { MessageSquare, PencilLine } from 'lucide-react'
import type { Summary } from '../../domain/story-record.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './open-counts.module.css'

/** What is still open on a story: suggestions and comments; nothing where there is neither. */
export function OpenCounts({ suggestions, comments }: Pick<Summary, 'suggestions' | 'comments'>) {
  if (suggestions === 0 && comments === 0) return null
  return (
    <span className={styles['counts']}>
      {suggestions === 0 ? null : (
        <span title={said(suggestions, 'open suggestion')}>
          <PencilLine aria-hidden />
          <span aria-hidden>{suggestions.toLocaleString('en-GB')}</span>
          <VisuallyHidden>{said(suggestions, 'open suggestion')}</VisuallyHidden>
        </span>
      )}{' '}
      {comments === 0 ? null : (
        <span title={said(comments, 'open comment')}>
          <MessageSquare aria-hidden />
          <span aria-hidden>{comments.toLocaleString('en-GB')}</span>
          <VisuallyHidden>{said(comments, 'open comment')}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}

const said = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
