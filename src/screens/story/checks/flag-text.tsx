import type { ReactElement } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { classes } from '../../../ui/classes.ts'
import styles from './checks.module.css'
import { checkLabel, flagPlace } from './flag-words.ts'

/** What was found and why it matters. */
export function FlagText({
  flag,
  id,
}: {
  readonly flag: ReportedFlag
  /** Of what it says, for what it describes. */
  readonly id?: string
}): ReactElement {
  return (
    <div className={styles['text']}>
      <div className={styles['head']}>
        <span className={classes(styles['kind'], styles[flag.kind])}>{checkLabel(flag.check)}</span>
        <span className={styles['place']}>{flagPlace(flag.range)}</span>
      </div>
      <p id={id} className={styles['message']}>
        {flag.message}
      </p>
    </div>
  )
}
