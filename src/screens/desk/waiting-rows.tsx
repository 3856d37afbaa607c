import { useEffect, useState } from 'react'
import styles from './story-grid.module.css'
import row from './story-row.module.css'

const PLACES = [0, 1, 2, 3, 4, 5]

/** Answers within this time, in milliseconds, come without a sign that they are waited for. */
const BLINK = 200

/** What stands while the first answer is under way; it shows only when that takes longer than a blink. */
export function WaitingRows() {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true)
    }, BLINK)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  if (!isLate) return null
  return (
    <div aria-hidden>
      {PLACES.map((place) => (
        <div key={place} className={styles['waitingRow']}>
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}

/** A row whose record is on its way. Takes the focus when the arrow keys reach it before the record does. */
export function WaitingRow({
  index,
  measure,
}: {
  readonly index: number
  readonly measure: (row: Element | null) => void
}) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-busy
      data-index={index}
      tabIndex={-1}
      ref={measure}
      className={row['row']}
    >
      <td aria-label="Loading" className={styles['waitingRow']}>
        <span />
        <span />
      </td>
    </tr>
  )
}
