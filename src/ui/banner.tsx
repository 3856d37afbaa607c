import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classes } from './classes.ts'

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert }

/** A message that stays while what it says is so. An error is read out at once, the others when there is time. */
export function Banner({
  tone = 'info',
  framed = false,
  children,
  action,
}: {
  readonly tone?: 'info' | 'warn' | 'error'
  /** Round corners, for a place inside a panel. */
  readonly framed?: boolean
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  const Icon = ICONS[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'note'}
      className={classes(styles['banner'], styles[tone], framed && styles['framed'])}
    >
      <Icon aria-hidden />
      <div className={styles['words']}>{children}</div>
      {action}
    </div>
  )
}
