import type { ZonedInstant } from '../../domain/story-record.ts'

const DAY = 86_400_000

/** The clock of a zone at an instant, as <input type=datetime-local> has it: "2026-11-24T06:00". */
export function clockTime({ at, zone }: ZonedInstant): string {
  const instant = Date.parse(at)
  const offset = offsetOf(instant, zone)
  return offset === null ? '' : new Date(instant + offset).toISOString().slice(0, 16)
}

/**
 * The instant at which the clock of a zone shows that time, or null where it is no time or no zone. A time that
 * the clock skips in spring is the one an hour later; one that it shows twice in autumn is the first.
 */
export function zonedInstant(clock: string, zone: string): ZonedInstant | null {
  const shown = Date.parse(`${clock}Z`)
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(clock)) return null
  const before = offsetOf(shown - DAY, zone)
  const after = offsetOf(shown + DAY, zone)
  if (before === null || after === null) return null
  const fits = [shown - before, shown - after].filter((at) => at + (offsetOf(at, zone) ?? 0) === shown)
  const at = fits.length === 0 ? shown - before : Math.min(...fits)
  return { at: new Date(at).toISOString(), zone }
}

/** How far the clock of a zone is ahead of UTC at an instant, in milliseconds; null where one of them is none. */
function offsetOf(instant: number, zone: string): number | null {
  try {
    const format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    const shown = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    )
    return shown - Math.floor(instant / 1000) * 1000
  } catch {
    return null
  }
}

/** An embargo for people's eyes: "24 Nov 2026, 06:00 (Europe/London)". */
export function embargoWords({ at, zone }: ZonedInstant): string {
  try {
    const format = new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    })
    const time = format.format(Date.parse(at))
    return `${time} (${zone.replaceAll('_', ' ')})`
  } catch {
    return at
  }
}
