import { useState, type ReactElement, type ReactNode } from 'react'
import styles from './checks.module.css'

/** A part that is folded away until somebody wants it; what is in it is made then. `aside` says how much that is. */
export function Fold({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside: string
  readonly children: ReactNode
}): ReactElement {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles['fold']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {title}
        <span className={styles['quiet']}> {aside}</span>
      </summary>
      {isOpen ? children : null}
    </details>
  )
}
