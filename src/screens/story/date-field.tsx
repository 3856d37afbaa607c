import { CalendarDays } from 'lucide-react'
import { Suspense, useState, type ReactElement } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './date-field.module.css'
import { dateInWords } from './date-words.ts'
import { namesYear, typedDate } from './typed-date.ts'
import { lazyPart } from '../lazy-part.tsx'

const DatePopover = lazyPart(() => import('./date-popover.tsx'), 'DatePopover', 'floating')

/**
 * A plain date that is typed, with a calendar beside it. What is typed stays on screen as it is until the field is
 * left; it is the story's date as soon as it can be no other.
 */
export function DateField({
  label,
  value,
  today,
  onChange,
  isReadOnly,
}: {
  readonly label: string
  /** A plain date, or ''. */
  readonly value: string
  /** A plain date: what "24 Nov" without a year is near to. */
  readonly today: () => string
  readonly onChange: (date: string) => void
  readonly isReadOnly: boolean
}): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState('')
  const [anchor, setAnchor] = useState<Element | null>(null)
  const [lastValue, setLastValue] = useState(value)
  if (value !== lastValue) {
    setLastValue(value)
    // Somebody else, or an undo, gave another date: what stands here is old.
    if (typed !== null && typedDate(typed, today()) !== (value || null)) setTyped(null)
  }

  const take = (text: string): void => {
    const date = text.trim() === '' ? '' : typedDate(text, today())
    if (date === null) {
      setError('No date: write it like 24 Nov 2026.')
      return
    }
    setTyped(null)
    onChange(date)
  }

  return (
    <div className={styles['date']}>
      <TextField
        label={label}
        placeholder="24 Nov 2026"
        value={typed ?? dateInWords(value)}
        error={typed === null ? '' : error}
        isReadOnly={isReadOnly}
        autoComplete="off"
        onChange={(text) => {
          setTyped(text)
          setError('')
          const date = text.trim() === '' ? '' : namesYear(text) ? typedDate(text, today()) : null
          if (date !== null) onChange(date)
        }}
        onBlur={() => {
          if (typed !== null) take(typed)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) take(typed)
        }}
      />
      {isReadOnly ? null : (
        <div className={styles['button']}>
          <IconButton
            label="Calendar"
            size="small"
            icon={<CalendarDays aria-hidden />}
            aria-haspopup="dialog"
            aria-expanded={anchor !== null}
            onPress={({ target }) => {
              setAnchor(target)
            }}
          />
          {anchor === null ? null : (
            <Suspense fallback={null}>
              <DatePopover
                anchor={anchor}
                value={value}
                today={today()}
                onChange={(date) => {
                  setTyped(null)
                  onChange(date)
                }}
                onClose={() => {
                  setAnchor(null)
                }}
              />
            </Suspense>
          )}
        </div>
      )}
    </div>
  )
}
