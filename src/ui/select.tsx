import type { ReactNode } from 'react'
import { useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'
import hiding from './visually-hidden.module.css'

export type SelectOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  /** Options with the same group stand together under its name. */
  readonly group?: string
}

/**
 * A choice among a few, drawn by the browser: quick in long lists, right on a phone, known to every screen reader.
 */
export function Select<Value extends string>({
  label,
  labelHidden = false,
  value,
  options,
  onChange,
  size = 'normal',
  description,
  isDisabled = false,
  onFocus,
}: {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly size?: 'normal' | 'small'
  readonly description?: ReactNode
  readonly isDisabled?: boolean
  readonly onFocus?: () => void
}) {
  const id = useId()
  const groups = [...new Set(options.map((option) => option.group ?? ''))]
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={classes(styles['label'], labelHidden && hiding['hidden'])}>
        {label}
      </label>
      <select
        id={id}
        className={classes(styles['input'], size === 'small' && styles['small'])}
        value={value}
        disabled={isDisabled}
        aria-describedby={description === undefined ? undefined : `${id}-about`}
        onFocus={onFocus}
        onChange={(event) => {
          onChange(event.target.value as Value)
        }}
      >
        {groups.map((group) => {
          const items = options
            .filter((option) => (option.group ?? '') === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))
          return group === '' ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          )
        })}
      </select>
      {description === undefined ? null : (
        <span id={`${id}-about`} className={styles['description']}>
          {description}
        </span>
      )}
    </div>
  )
}
