import { useMemo, useState, type ReactElement } from 'react'
import { ComparisonRow, type Layout } from './comparison-row.tsx'
import type { Row } from './comparison-rows.ts'
import styles from './comparison-body.module.css'
import { foldRows, foldWords, type Folded } from './fold-rows.ts'
import { useGrowing } from './use-growing.ts'

const NONE: ReadonlySet<string> = new Set()

/** All rows of a comparison, drawn bit by bit; unchanged ones are folded where that is wanted. */
export function ComparisonBody({
  rows,
  layout,
  isFolding,
  current,
}: {
  readonly rows: readonly Row[]
  readonly layout: Layout
  readonly isFolding: boolean
  readonly current: number
}): ReactElement {
  const [opened, setOpened] = useState<{ readonly of: readonly Row[]; readonly keys: ReadonlySet<string> }>({
    of: rows,
    keys: NONE,
  })
  const open = opened.of === rows ? opened.keys : NONE
  const folded = useMemo(
    () => (isFolding ? foldRows(rows, open) : rows.map((row) => ({ row }))),
    [rows, open, isFolding],
  )
  const count = useGrowing<Folded>(folded, weightOf)
  return (
    <div className={styles['rows']} aria-busy={count < folded.length}>
      {folded.slice(0, count).map((item) =>
        'row' in item ? (
          <ComparisonRow
            key={item.row.key}
            row={item.row}
            layout={layout}
            current={isIn(item.row, current) ? current : 0}
          />
        ) : (
          <button
            key={item.key}
            type="button"
            className={styles['fold']}
            onClick={() => setOpened({ of: rows, keys: new Set([...open, item.key]) })}
          >
            {foldWords(item.rows.length)} · Show
          </button>
        ),
      )}
    </div>
  )
}

/** Work to draw: elements, more or less. */
const weightOf = (item: Folded): number => ('row' in item ? 2 + item.row.parts.length : 1)

const isIn = ({ first, changed }: Row, number: number): boolean => number >= first && number < first + changed
