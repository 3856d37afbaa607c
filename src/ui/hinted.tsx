import { lazy, Suspense, useRef, type ReactElement, type ReactNode } from 'react'
import { FocusableProvider } from 'react-aria/private/interactions/useFocusable'
import { useTooltipTrigger } from 'react-aria/useTooltipTrigger'
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState'

// What places a bubble on the page is as large as a dozen buttons: it is loaded with the first that is shown.
const HintBubble = lazy(async () => {
  try {
    return { default: (await import('./hint-bubble.tsx')).HintBubble }
  } catch {
    // The name is on the button all the same; the next page has its hints again.
    return { default: () => null }
  }
})

/** A button or link with a hint, which is shown on hover and on focus. */
export function Hinted({
  hint,
  placement = 'bottom',
  delay = 500,
  children,
}: {
  readonly hint: ReactNode
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  /** Milliseconds of hovering after which it is shown. */
  readonly delay?: number
  readonly children: ReactElement
}): ReactElement {
  const trigger = useRef<HTMLElement>(null)
  const state = useTooltipTriggerState({ delay, closeDelay: 80 })
  const { triggerProps, tooltipProps } = useTooltipTrigger({}, state, trigger)
  return (
    <>
      <FocusableProvider {...triggerProps} ref={trigger}>
        {children}
      </FocusableProvider>
      {state.isOpen ? (
        <Suspense fallback={null}>
          <HintBubble state={state} trigger={trigger} placement={placement} props={tooltipProps}>
            {hint}
          </HintBubble>
        </Suspense>
      ) : null}
    </>
  )
}
