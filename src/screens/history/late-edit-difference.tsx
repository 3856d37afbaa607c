import type { ReactElement } from 'react'
import type { StoryContent } from '../../domain/story-content.ts'
import { ComparisonBody } from './comparison-body.tsx'
import styles from './late-edit-banner.module.css'
import { useComparison } from './use-comparison.ts'

/** What words that came too late would have changed. */
export function LateEditDifference({
  edit,
}: {
  readonly edit: { readonly base: StoryContent; readonly content: StoryContent }
}): ReactElement {
  const answer = useComparison(edit.base, edit.content)
  return (
    <section aria-label="What differs" className={styles['difference']}>
      {answer === null ? (
        <p>Comparing…</p>
      ) : answer.ok ? (
        <ComparisonBody rows={answer.value} layout="inline" isFolding current={0} />
      ) : (
        <p role="alert">{answer.message}</p>
      )}
    </section>
  )
}
