import type { ReactNode } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonKind } from './button.tsx'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Hinted } from './hinted.tsx'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** The accessible name, also shown as a tooltip. */
  readonly label: string
  /** Shown in the tooltip after the name: "Ctrl+B". */
  readonly shortcut?: string
  readonly icon: ReactNode
  readonly kind?: ButtonKind
  readonly size?: 'normal' | 'small'
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button that is only an icon: never without a name, and the name is shown on hover and focus. */
export function IconButton({
  label,
  shortcut = '',
  icon,
  kind = 'quiet',
  size = 'normal',
  placement = 'bottom',
  ...rest
}: IconButtonProps) {
  return (
    <Hinted
      placement={placement}
      hint={
        <>
          {label}
          {shortcut === '' ? null : <kbd>{shortcut}</kbd>}
        </>
      }
    >
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(
          styles['button'],
          styles['icon'],
          styles[kind],
          size === 'small' && styles['small'],
        )}
      >
        {icon}
      </AriaButton>
    </Hinted>
  )
}
