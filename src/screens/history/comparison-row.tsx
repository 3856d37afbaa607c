import { memo, type ReactElement } from 'react'
import type { BlockHead } from '../../domain/compare/comparison.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './comparison-row.module.css'
import type { Row } from './comparison-rows.ts'
import type { Side } from './part-groups.ts'
import { rowPlace } from './part-groups.ts'
import { PartsView } from './parts-view.tsx'

export type Layout = 'side by side' | 'inline'

/** One text, field or block, before and after. Drawn once: `current` is 0 but in the row that was gone to. */
export const ComparisonRow = memo(function ComparisonRow({
  row,
  layout,
  current,
}: {
  readonly row: Row
  readonly layout: Layout
  readonly current: number
}): ReactElement {
  const own = rowPlace(row)
  const head = row.after ?? row.before
  return (
    <div
      className={classes(
        styles['row'],
        row.changed > 0 && styles['changed'],
        row.changed === 0 && row.missing === 'after' && styles['gone'],
        own > 0 && own === current && styles['current'],
      )}
      data-area={row.area}
      {...(own > 0 ? { 'data-change': own, 'data-says': `${row.label}. ${row.about}`, tabIndex: -1 } : {})}
    >
      {isNamed(row) ? (
        <p className={styles['label']}>
          {row.label}
          {row.about === '' ? null : <span className={styles['about']}>{row.about}</span>}
        </p>
      ) : null}
      {layout === 'inline' ? (
        <Words row={row} side="both" head={head} current={current} />
      ) : (
        <div className={styles['sides']}>
          <Cell row={row} side="before" head={row.before ?? head} current={current} />
          <Cell row={row} side="after" head={row.after ?? head} current={current} />
        </div>
      )}
    </div>
  )
})

type WordsProps = {
  readonly row: Row
  readonly side: Side
  readonly head: BlockHead | null
  readonly current: number
}

function Cell(props: WordsProps & { readonly side: 'before' | 'after' }): ReactElement {
  const { row, side } = props
  if (row.missing === side) return <div className={styles['cell']} />
  return (
    <div className={styles['cell']}>
      {row.changed > 0 ? <VisuallyHidden>{side === 'before' ? 'Before: ' : 'After: '}</VisuallyHidden> : null}
      <Words {...props} />
    </div>
  )
}

function Words({ row, side, head, current }: WordsProps): ReactElement {
  return (
    <div className={styles['words']} data-kind={row.area === 'body' ? head?.kind : row.key}>
      <PartsView row={row} side={side} current={current} />
    </div>
  )
}

/** A plain paragraph needs no name; all else has one. */
const isNamed = ({ area, about, label }: Row): boolean =>
  area !== 'body' || about !== '' || label !== 'Paragraph'
