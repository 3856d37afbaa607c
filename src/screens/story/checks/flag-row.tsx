import { memo, type ReactElement } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import styles from './checks.module.css'
import { FlagActions } from './flag-actions.tsx'
import { FlagText } from './flag-text.tsx'

/** One flag of the list: its words among their neighbours, which lead to them; the one that is looked at with what can be done. */
export const FlagRow = memo(function FlagRow({
  id,
  flag,
  isActive,
  onOpen,
  onDone,
}: {
  readonly id: string
  readonly flag: ReportedFlag
  readonly isActive: boolean
  readonly onOpen: (flag: ReportedFlag) => void
  readonly onDone: () => void
}): ReactElement {
  return (
    <li className={styles['row']} data-flag-row={flag.id} data-active={isActive || undefined}>
      <FlagText flag={flag} />
      <button
        type="button"
        className={styles['open']}
        data-open
        aria-current={isActive}
        title="Go to it in the story"
        onClick={() => onOpen(flag)}
      >
        {flag.before.replace(/^\S*\s/u, '…')}
        <mark className={styles[flag.kind]}>{flag.words}</mark>
        {flag.after.replace(/\s\S*$/u, '…')}
      </button>
      {isActive ? <FlagActions id={id} flag={flag} onDone={onDone} /> : null}
    </li>
  )
})
