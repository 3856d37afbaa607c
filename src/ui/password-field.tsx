import { useState, type KeyboardEvent } from 'react'
import styles from './password-field.module.css'
import { TextField, type FieldProps } from './text-field.tsx'

/** A password, hidden as it is typed unless its owner wants to see it. Says when Caps Lock is on. */
export function PasswordField({ label, description, ...rest }: Omit<FieldProps, 'type' | 'aside'>) {
  const [isShown, setShown] = useState(false)
  const [isCaps, setCaps] = useState(false)
  const look = (event: KeyboardEvent): void => {
    setCaps(event.getModifierState('CapsLock'))
  }
  return (
    <TextField
      {...rest}
      label={label}
      type={isShown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      onKeyDown={look}
      onBlur={() => {
        setCaps(false)
      }}
      description={isCaps ? 'Caps Lock is on.' : description}
      aside={
        <button
          type="button"
          className={styles['show']}
          aria-label={`Show ${label.toLowerCase()}`}
          aria-pressed={isShown}
          onClick={() => {
            setShown(!isShown)
          }}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      }
    />
  )
}
