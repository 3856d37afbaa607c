import type { ReactElement } from 'react'
import { ComparisonBody } from './comparison-body.tsx'
import styles from './late-edit-banner.module.css'
import { useComparison } from './use-comparison.ts'
import type { Pair } from './worker-messages.ts'

/** What words that came too late would have changed. */
export function LateEditDifference({
  edit,
}: {
  readonly edit: { readonly base: Pair['before']; readonly content: Pair['after'] }
}): ReactElement {
  const answer = useComparison(edit.base, edit.content)
  return (
    <section aria-label="What differs" className={styles['difference']}>
      {answer === null ? (
        <p>Comparing…</p>
      ) : answer.ok ? (
        <ComparisonBody rows={answer.rows} layout="inline" isFolding current={0} />
      ) : (
        <p role="alert">{answer.message}</p>
      )}
    </section>
  )
}
