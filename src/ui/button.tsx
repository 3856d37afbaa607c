import type { ReactNode } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Button as AriaButton } from 'react-aria-components/Button'
import styles from './button.module.css'
import { classes } from './classes.ts'

export type ButtonKind = 'primary' | 'default' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly kind?: ButtonKind
  readonly size?: 'normal' | 'small'
  /** Stands before the words; hidden from screen readers. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A button with words. `aria-pressed` makes it a toggle. */
export function Button({ kind = 'default', size = 'normal', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(styles['button'], styles[kind], size === 'small' && styles['small'])}
    >
      {icon}
      {children}
    </AriaButton>
  )
}
