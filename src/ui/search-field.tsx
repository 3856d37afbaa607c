import { Search, X } from 'lucide-react'
import type { RefObject } from 'react'
import { useRef } from 'react'
import styles from './search-field.module.css'

/** A searchbox; Escape and the cross clear it. `shortcut` is shown while it is empty. */
export function SearchField({
  label,
  value,
  onChange,
  shortcut = '',
  inputRef,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly shortcut?: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
}) {
  const own = useRef<HTMLInputElement>(null)
  const ref = inputRef ?? own
  return (
    <div className={styles['search']}>
      <Search aria-hidden />
      <input
        ref={ref}
        type="search"
        className={styles['input']}
        aria-label={label}
        aria-keyshortcuts={shortcut === '' ? undefined : shortcut}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          onChange('')
        }}
      />
      {value === '' && shortcut !== '' ? (
        <kbd className={styles['end']} aria-hidden>
          {shortcut}
        </kbd>
      ) : null}
      {value === '' ? null : (
        <button
          type="button"
          className={styles['clear']}
          aria-label="Clear search"
          onClick={() => {
            onChange('')
            ref.current?.focus()
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  )
}
