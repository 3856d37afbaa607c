import { useId, type ReactElement, type ReactNode } from 'react'
import styles from './line-box.module.css'

/** The frame of an editor of one line, with its label and count. The editor itself bears the accessible name. */
export function LineBox({
  label,
  aside,
  comments,
  children,
}: {
  readonly label: string
  readonly aside: ReactNode
  /** The button of the comments on it. */
  readonly comments?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const id = useId()
  return (
    <div className={styles['line']}>
      <div className={styles['head']}>
        <span id={id} className={styles['label']} aria-hidden>
          {label}
        </span>
        {comments}
        {aside}
      </div>
      <div className={styles['box']}>{children}</div>
    </div>
  )
}
