import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import type { FormState } from '../../store/accounts-state.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './entry.module.css'
import type { Fields } from './use-fields.ts'

/**
 * A form that is sent to the server: its fields, one button, and what the server had against it. Where a field is wrong
 * the focus goes to the first of these.
 */
export function AccountForm<Name extends string>({
  label,
  button,
  fields,
  sent,
  onSend,
  cancel,
  children,
}: {
  readonly label: string
  readonly button: string
  readonly fields: Fields<Name>
  readonly sent: FormState | undefined
  readonly onSend: (values: Readonly<Record<Name, string>>) => void
  /** A button beside the form's own; without it that one is as wide as the fields. */
  readonly cancel?: ReactNode
  readonly children: ReactNode
}) {
  const formRef = useRef<HTMLFormElement>(null)
  const { wrong } = fields
  useEffect(() => {
    if (wrong > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [wrong])
  const isBusy = sent?.status === 'busy'
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (fields.check()) onSend(fields.values)
  }
  return (
    <form ref={formRef} aria-label={label} className={styles['form']} onSubmit={send} noValidate>
      {sent?.status === 'refused' ? (
        <Banner tone="error" framed>
          {sent.message}
        </Banner>
      ) : null}
      {children}
      <div className={cancel === undefined ? styles['wide'] : styles['narrow']}>
        <Button type="submit" kind="primary" {...(isBusy ? { 'aria-disabled': 'true' } : {})}>
          {button}
        </Button>
        {cancel}
      </div>
    </form>
  )
}
