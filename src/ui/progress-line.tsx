import { useId, type ReactElement } from 'react'
import styles from './progress-line.module.css'

/** Words for something that is under way, and, once it is known how much is done (0 to 1), a thin bar with the percentage. */
export function ProgressLine({
  label,
  share,
}: {
  readonly label: string
  readonly share: number
}): ReactElement {
  const id = useId()
  const percent = Math.floor(share * 100)
  return (
    <div className={styles['line']}>
      <span id={id}>{label}</span>
      {share > 0 ? (
        <>
          <span className={styles['percent']} aria-hidden>
            {percent}%
          </span>
          <progress className={styles['bar']} max={100} value={percent} aria-labelledby={id} />
        </>
      ) : null}
    </div>
  )
}
