import { useId, type ReactElement, type ReactNode } from 'react'
import styles from './panel.module.css'

/** One panel of the side: a group of fields under its name. */
export function Panel({
  name,
  label,
  aside,
  children,
}: {
  /** What a click on the proof looks for: `data-panel`. */
  readonly name: string
  readonly label: string
  /** At the end of the label's line: a button, say. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const id = useId()
  return (
    <fieldset className={styles['panel']} aria-labelledby={id} data-panel={name}>
      <div className={styles['head']}>
        <span id={id} className={styles['label']}>
          {label}
        </span>
        {aside}
      </div>
      {children}
    </fieldset>
  )
}

/** A panel that is one field, which brings its own label. */
export function PlainPanel({
  name,
  children,
}: {
  readonly name: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className={styles['panel']} data-panel={name}>
      {children}
    </div>
  )
}
