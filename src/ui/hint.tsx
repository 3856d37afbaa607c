import type { ReactNode } from 'react'
import { Tooltip } from 'react-aria-components/Tooltip'
import styles from './hint.module.css'

/** The bubble of a tooltip; stands in a TooltipTrigger after what it explains. */
export function Hint({
  children,
  placement = 'bottom',
}: {
  readonly children: ReactNode
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
}) {
  return (
    <Tooltip className={styles['hint'] ?? ''} placement={placement} offset={6}>
      {children}
    </Tooltip>
  )
}
