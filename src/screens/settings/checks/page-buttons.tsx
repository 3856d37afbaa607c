import type { ReactElement } from 'react'
import { Button } from '../../../ui/button.tsx'
import styles from './checks.module.css'

/** Rows on one page of a long list. */
const SIZE = 50

/** One page of a list; the last there is where it has grown shorter meanwhile. */
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly from: number
  readonly total: number
}

export function pageOf<Row>(rows: readonly Row[], asked: number): Page<Row> {
  const page = Math.max(0, Math.min(asked, Math.ceil(rows.length / SIZE) - 1))
  const from = page * SIZE
  return { rows: rows.slice(from, from + SIZE), page, from, total: rows.length }
}

/** The way through a long list; nothing where it has one page. `what` names its rows. */
export function PageButtons({
  what,
  page: { rows, page, from, total },
  onPage,
}: {
  readonly what: string
  readonly page: Page<unknown>
  readonly onPage: (page: number) => void
}): ReactElement | null {
  if (total <= SIZE) return null
  return (
    <div className={styles['buttons']}>
      <Button
        size="small"
        aria-label={`Previous ${what}`}
        isDisabled={page === 0}
        onPress={() => onPage(page - 1)}
      >
        Previous
      </Button>
      <span className={styles['quiet']}>
        {from + 1} to {from + rows.length} of {total.toLocaleString('en-GB')}
      </span>
      <Button
        size="small"
        aria-label={`Next ${what}`}
        isDisabled={from + rows.length >= total}
        onPress={() => onPage(page + 1)}
      >
        Next
      </Button>
    </div>
  )
}
