import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date'
import type { ZonedInstant } from '../../domain/story-record.ts'

/** The clock of a zone at an instant, as <input type=datetime-local> has it: "2026-11-24T06:00". */
export function clockTime({ at, zone }: ZonedInstant): string {
  try {
    return toCalendarDateTime(parseAbsolute(at, zone)).toString().slice(0, 16)
  } catch {
    return ''
  }
}

/**
 * The instant at which the clock of a zone shows that time, or null where it is no time or no zone. A time that
 * the clock skips in spring is the one an hour later; one that it shows twice in autumn is the first.
 */
export function zonedInstant(clock: string, zone: string): ZonedInstant | null {
  try {
    return { at: toZoned(parseDateTime(clock), zone, 'compatible').toAbsoluteString(), zone }
  } catch {
    return null
  }
}

/** An embargo for people's eyes: "24 Nov 2026, 06:00 (Europe/London)". */
export function embargoWords({ at, zone }: ZonedInstant): string {
  try {
    const time = new Date(at).toLocaleString('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    })
    return `${time} (${zone.replaceAll('_', ' ')})`
  } catch {
    return at
  }
}
