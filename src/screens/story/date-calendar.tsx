import { parseDate, type CalendarDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import styles from './date-calendar.module.css'

/** One month to choose a day from, with weeks that begin on Monday. Dates are plain ("2026-11-24"). */
export function DateCalendar({
  value,
  today,
  onChange,
}: {
  readonly value: string
  readonly today: string
  readonly onChange: (date: string) => void
}): ReactElement {
  const chosen = dateOf(value)
  return (
    <I18nProvider locale="en-GB">
      <Calendar
        aria-label="Date"
        value={chosen}
        defaultFocusedValue={chosen ?? dateOf(today)}
        onChange={(date) => onChange(date.toString())}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a calendar that has just been opened takes the focus
        autoFocus
      >
        <header className={styles['head']}>
          <Button slot="previous" className={styles['turn'] ?? ''}>
            <ChevronLeft aria-hidden />
          </Button>
          <Heading className={styles['month'] ?? ''} />
          <Button slot="next" className={styles['turn'] ?? ''}>
            <ChevronRight aria-hidden />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles['grid'] ?? ''}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles['weekday'] ?? ''}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className={styles['day'] ?? ''}
                {...(date.toString() === today ? { 'data-today': '' } : {})}
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}

function dateOf(date: string): CalendarDate | null {
  try {
    return parseDate(date)
  } catch {
    return null
  }
}
