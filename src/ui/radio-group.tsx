import { useId } from 'react'
import { classes } from './classes.ts'
import { describedBy, FieldFoot } from './field-foot.tsx'
import field from './field.module.css'
import styles from './radio-group.module.css'
import hiding from './visually-hidden.module.css'

export type RadioOption<Value extends string> = { readonly value: Value; readonly label: string }

/** A choice of one, all choices in sight. `layout` 'row' draws them as one strip. */
export function RadioGroup<Value extends string>({
  label,
  labelHidden = false,
  value,
  options,
  onChange,
  layout = 'column',
  description,
  error = '',
}: {
  readonly label: string
  /** The label is there for screen readers only. */
  readonly labelHidden?: boolean
  readonly value: Value
  readonly options: readonly RadioOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly layout?: 'row' | 'column'
  readonly description?: string
  readonly error?: string
}) {
  const id = useId()
  return (
    <div
      role="radiogroup"
      className={field['field']}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, description, error)}
      aria-orientation={layout === 'row' ? 'horizontal' : 'vertical'}
      aria-invalid={error === '' ? undefined : true}
    >
      <span id={`${id}-label`} className={classes(field['label'], labelHidden && hiding['hidden'])}>
        {label}
      </span>
      <div className={classes(styles['options'], styles[layout])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={styles['radio']}
            data-selected={option.value === value ? true : undefined}
          >
            <input
              type="radio"
              name={id}
              className={hiding['hidden']}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value)
              }}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldFoot id={id} description={description} error={error} />
    </div>
  )
}
