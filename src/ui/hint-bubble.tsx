import type { ReactNode, RefObject } from 'react'
import { Tooltip, TooltipContext, TooltipTriggerStateContext } from 'react-aria-components/Tooltip'
import type { TooltipTriggerState } from 'react-stately/useTooltipTriggerState'
import styles from './hint.module.css'

/** The bubble of a hint that is open. */
export function HintBubble({
  state,
  trigger,
  placement,
  props,
  children,
}: {
  readonly state: TooltipTriggerState
  readonly trigger: RefObject<HTMLElement | null>
  readonly placement: 'top' | 'bottom' | 'left' | 'right'
  /** What ties it to its trigger. */
  readonly props: object
  readonly children: ReactNode
}): ReactNode {
  return (
    <TooltipTriggerStateContext value={state}>
      <TooltipContext value={{ ...props, triggerRef: trigger }}>
        <Tooltip className={styles['hint'] ?? ''} placement={placement} offset={6}>
          {children}
        </Tooltip>
      </TooltipContext>
    </TooltipTriggerStateContext>
  )
}
