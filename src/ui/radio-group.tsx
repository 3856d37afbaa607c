import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import field from './field.module.css'
import styles from './radio-group.module.css'

export type RadioOption<Value extends string> = { readonly value: Value; readonly label: string }

/** A choice of one, all choices in sight. `layout` 'row' draws them as one strip. */
export function RadioGroup<Value extends string>({
  label,
  value,
  options,
  onChange,
  layout = 'column',
  description,
  error = '',
}: {
  readonly label: string
  readonly value: Value
  readonly options: readonly RadioOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly layout?: 'row' | 'column'
  readonly description?: string
  readonly error?: string
}) {
  return (
    <AriaRadioGroup
      className={classes(field['field'])}
      value={value}
      orientation={layout === 'row' ? 'horizontal' : 'vertical'}
      isInvalid={error !== ''}
      onChange={(next) => {
        onChange(next as Value)
      }}
    >
      <Label className={classes(field['label'])}>{label}</Label>
      <div className={classes(styles['options'], styles[layout])}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={classes(styles['radio'])}>
            {option.label}
          </Radio>
        ))}
      </div>
      {description === undefined ? null : (
        <Text slot="description" className={classes(field['description'])}>
          {description}
        </Text>
      )}
      <FieldError className={classes(field['error'])}>{error}</FieldError>
    </AriaRadioGroup>
  )
}
