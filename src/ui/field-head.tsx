import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'
import hiding from './visually-hidden.module.css'

/** The line over a field: its label, and what stands at the end of that line. */
export function FieldHead({
  htmlFor,
  label,
  hidden = false,
  aside,
}: {
  /** The id of the field's input. */
  readonly htmlFor: string
  readonly label: string
  readonly hidden?: boolean
  readonly aside?: ReactNode
}) {
  const name = (
    <label htmlFor={htmlFor} className={classes(styles['label'], hidden && hiding['hidden'])}>
      {label}
    </label>
  )
  if (aside === undefined) return name
  return (
    <div className={styles['head']}>
      {name}
      {aside}
    </div>
  )
}
