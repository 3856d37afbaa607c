import type { ReactNode } from 'react'
import styles from './chip.module.css'
import { classes } from './classes.ts'

export type ChipTone = 'plain' | 'review' | 'warn' | 'ok' | 'cut'

/** A short state in a word or two; the colour only repeats what the word says. */
export function Chip({
  tone = 'plain',
  dot = false,
  children,
}: {
  readonly tone?: ChipTone
  readonly dot?: boolean
  readonly children: ReactNode
}) {
  return (
    <span className={classes(styles['chip'], styles[tone])}>
      {dot ? <span className={styles['dot']} aria-hidden /> : null}
      {children}
    </span>
  )
}
