import { useId, type ReactNode, type TextareaHTMLAttributes } from 'react'
import { classes } from './classes.ts'
import { describedBy, FieldFoot } from './field-foot.tsx'
import { FieldHead } from './field-head.tsx'
import styles from './field.module.css'

type Entry = HTMLInputElement | HTMLTextAreaElement

export type FieldProps = Pick<
  TextareaHTMLAttributes<Entry>,
  | 'value'
  | 'defaultValue'
  | 'autoFocus'
  | 'autoComplete'
  | 'autoCapitalize'
  | 'name'
  | 'spellCheck'
  | 'inputMode'
  | 'maxLength'
  | 'placeholder'
  | 'dir'
  | 'onBlur'
  | 'onFocus'
  | 'onKeyDown'
  | 'aria-describedby'
> & {
  readonly label: string
  /** The label is there for screen readers only. */
  readonly labelHidden?: boolean
  /** At the end of the label's line: a count, say. */
  readonly aside?: ReactNode
  readonly description?: ReactNode
  /** What is wrong and how to mend it; '' is "nothing". Marks the field invalid. */
  readonly error?: string
  /** 'copy' is set in the face of the story. */
  readonly face?: 'ui' | 'copy'
  readonly isReadOnly?: boolean
  /** Of one line: what browsers and password managers know it as. */
  readonly type?: 'text' | 'email' | 'password'
  readonly isRequired?: boolean
  readonly onChange?: (text: string) => void
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
  isReadOnly = false,
  isRequired = false,
  rows,
  type = 'text',
  onChange,
  'aria-describedby': more,
  ...rest
}: FieldProps & { readonly rows: number }) {
  const id = useId()
  const all = {
    ...rest,
    id,
    placeholder,
    className: classes(styles['input'], face === 'copy' && styles['copy']),
    readOnly: isReadOnly,
    'aria-required': isRequired ? true : undefined,
    'aria-invalid': error === '' ? undefined : true,
    'aria-describedby': describedBy(id, description, error, more),
    onChange: (event: { readonly target: { readonly value: string } }) => {
      onChange?.(event.target.value)
    },
  }
  return (
    <div className={styles['field']}>
      <FieldHead htmlFor={id} label={label} hidden={labelHidden} aside={aside} />
      {rows > 0 ? <textarea {...all} rows={rows} /> : <input type={type} {...all} />}
      <FieldFoot id={id} description={description} error={error} />
    </div>
  )
}
