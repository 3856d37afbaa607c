import { useRef, type ReactElement } from 'react'
import type { StoryHistory } from '../../store/story-history.ts'
import { useDesk } from '../../store/use-desk.ts'
import { ComparisonBody } from './comparison-body.tsx'
import { ComparisonHead } from './comparison-head.tsx'
import type { Row } from './comparison-rows.ts'
import styles from './comparison-region.module.css'
import { useChangeSteps } from './use-change-steps.ts'
import { useComparison } from './use-comparison.ts'
import { useVersionContent } from './use-version-content.ts'
import { inOrder, versionTitle, type VersionHead } from './version-words.ts'

const NO_ROWS: readonly Row[] = []

/** What differs between two states of a story. */
export function ComparisonRegion({
  id,
  heads,
  compared,
}: {
  readonly id: string
  readonly heads: readonly VersionHead[]
  readonly compared: NonNullable<StoryHistory['compared']>
}): ReactElement {
  const root = useRef<HTMLElement>(null)
  const layout = useDesk(({ preferences }) => preferences.comparison ?? 'side by side')
  const isFolding = useDesk(({ preferences }) => preferences.folding !== 'off')
  const [from, to] = inOrder(compared)
  const before = useVersionContent(id, from)
  const after = useVersionContent(id, to)
  const answer = useComparison(before.content, after.content)
  const rows = answer?.ok ? answer.value : NO_ROWS
  const last = rows.at(-1)
  const steps = useChangeSteps(root, rows, last ? last.first + last.changed - 1 : 0)
  const problem = before.problem || after.problem || (answer?.ok === false ? answer.message : '')
  return (
    <section ref={root} aria-label="Comparison" className={styles['comparison']} aria-busy={answer === null}>
      <ComparisonHead id={id} heads={heads} compared={compared} steps={steps} />
      {problem !== '' ? (
        <p role="alert" className={styles['message']}>
          {problem}
        </p>
      ) : answer === null ? (
        <p className={styles['message']}>Comparing…</p>
      ) : (
        <>
          {steps.total === 0 ? (
            <p className={styles['message']}>These two say the same, word for word and field for field.</p>
          ) : null}
          {layout === 'side by side' ? (
            <div className={styles['sides']} aria-hidden>
              <span>{versionTitle(from, heads)}</span>
              <span>{versionTitle(to, heads)}</span>
            </div>
          ) : null}
          <ComparisonBody rows={rows} layout={layout} isFolding={isFolding} current={steps.current} />
        </>
      )}
    </section>
  )
}
