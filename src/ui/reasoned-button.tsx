import { useId } from 'react'
import type { ButtonProps } from './button.tsx'
import { Button } from './button.tsx'
import { Hinted } from './hinted.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/**
 * A button that may be off, and then says why: in a tooltip, and to screen readers. It keeps its place in the order of
 * Tab, since a reason that can't be reached is none.
 */
export function ReasonedButton({
  off,
  onPress,
  ...rest
}: ButtonProps & {
  /** Why it can't be pressed; '' where it can. */
  readonly off: string
}) {
  const reason = useId()
  if (off === '') return <Button {...rest} {...(onPress ? { onPress } : {})} />
  return (
    <>
      <Hinted hint={off} delay={300}>
        <Button {...rest} aria-disabled="true" aria-describedby={reason} />
      </Hinted>
      <VisuallyHidden>
        <span id={reason}>{off}</span>
      </VisuallyHidden>
    </>
  )
}
