import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Text } from 'react-aria-components/Text'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { classes } from './classes.ts'
import { FieldHead } from './field-head.tsx'
import styles from './field.module.css'

export type FieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  readonly label: string
  /** The label is there for screen readers only. */
  readonly labelHidden?: boolean
  /** At the end of the label's line: a count, say. */
  readonly aside?: ReactNode
  readonly placeholder?: string
  readonly description?: ReactNode
  /** What is wrong and how to mend it; '' is "nothing". Marks the field invalid. */
  readonly error?: string
  /** 'copy' is set in the face of the story. */
  readonly face?: 'ui' | 'copy'
}

/** One line of text with its label, description and error. */
export function TextField(props: FieldProps) {
  return <Field {...props} rows={0} />
}

/** Several lines of text. */
export function TextArea({ rows = 3, ...props }: FieldProps & { readonly rows?: number }) {
  return <Field {...props} rows={rows} />
}

function Field({
  label,
  labelHidden = false,
  aside,
  placeholder = '',
  description,
  error = '',
  face = 'ui',
  rows,
  ...rest
}: FieldProps & { readonly rows: number }) {
  const className = classes(styles['input'], face === 'copy' && styles['copy'])
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== ''}
      validationBehavior="aria"
      className={classes(styles['field'])}
    >
      <FieldHead label={label} hidden={labelHidden} aside={aside} />
      {rows > 0 ? (
        <AriaTextArea className={className} placeholder={placeholder} rows={rows} />
      ) : (
        <Input className={className} placeholder={placeholder} />
      )}
      {description === undefined ? null : (
        <Text slot="description" className={classes(styles['description'])}>
          {description}
        </Text>
      )}
      <FieldError className={classes(styles['error'])}>{error}</FieldError>
    </AriaTextField>
  )
}
