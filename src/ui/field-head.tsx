import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { classes } from './classes.ts'
import styles from './field.module.css'
import hiding from './visually-hidden.module.css'

/** The line over a field: its label, and what stands at the end of that line. Inside a react-aria field only. */
export function FieldHead({
  label,
  hidden = false,
  aside,
}: {
  readonly label: string
  readonly hidden?: boolean
  readonly aside?: ReactNode
}) {
  const name = <Label className={classes(styles['label'], hidden && hiding['hidden'])}>{label}</Label>
  if (aside === undefined) return name
  return (
    <div className={styles['head']}>
      {name}
      {aside}
    </div>
  )
}
