import { useMemo, type ReactElement } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { DateCalendar } from './date-calendar.tsx'
import styles from './date-field.module.css'

/** The calendar beside a date that is typed. */
export function DatePopover({
  anchor,
  value,
  today,
  onChange,
  onClose,
}: {
  readonly anchor: Element
  readonly value: string
  readonly today: string
  readonly onChange: (date: string) => void
  readonly onClose: () => void
}): ReactElement {
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchorRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement="bottom end"
      offset={6}
    >
      <Dialog aria-label="Calendar" className={styles['dialog'] ?? ''}>
        <DateCalendar
          value={value}
          today={today}
          onChange={(date) => {
            onChange(date)
            onClose()
          }}
        />
      </Dialog>
    </Popover>
  )
}
