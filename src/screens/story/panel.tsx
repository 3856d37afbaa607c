import { useId, type ReactElement, type ReactNode } from 'react'
import { FieldComments } from './comments/field-comments.tsx'
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
        <FieldComments panel={name} label={label} />
        {aside}
      </div>
      {children}
    </fieldset>
  )
}

/** A panel that is one field, which brings its own label. */
export function PlainPanel({
  name,
  comments,
  children,
}: {
  readonly name: string
  /** How comments on it call it; without, its field has the button itself. */
  readonly comments?: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <div className={styles['panel']} data-panel={name}>
      {children}
      {comments === undefined ? null : (
        <div className={styles['corner']}>
          <FieldComments panel={name} label={comments} />
        </div>
      )}
    </div>
  )
}
