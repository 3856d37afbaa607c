const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const WEEKDAY: Intl.DateTimeFormatOptions = { weekday: 'long' }
const THIS_YEAR: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
const EARLIER: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }

/**
 * How long ago an instant was, as people say it: "just now", "4 min ago", "3 h ago", "yesterday", "Monday",
 * "3 Sept", "3 Sept 2025". Days are counted in `zone` (IANA). A future instant is "just now": clocks differ.
 */
export function ago(at: string, now: number, zone: string): string {
  const then = Date.parse(at)
  if (Number.isNaN(then)) return ''
  const past = now - then
  if (past < MINUTE) return 'just now'
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`
  const days = dayNumber(now, zone) - dayNumber(then, zone)
  if (days === 0 || past < 6 * HOUR) return `${Math.floor(past / HOUR)} h ago`
  if (days === 1) return 'yesterday'
  const say = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(then)
  if (days < 7) return say(WEEKDAY)
  return yearOf(then, zone) === yearOf(now, zone) ? say(THIS_YEAR) : say(EARLIER)
}

/** An instant in full: "Tuesday 24 November 2026 at 23:51". */
export function inFull(at: string | number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(typeof at === 'number' ? at : Date.parse(at))
}

/** Until when an embargo holds: "06:00" today, "Wednesday 06:00" within a week, else "3 Sept 06:00". */
export function until(at: string, now: number, zone: string): string {
  const then = Date.parse(at)
  const days = dayNumber(then, zone) - dayNumber(now, zone)
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZone: zone }
  const clock = new Intl.DateTimeFormat('en-GB', time).format(then)
  if (days === 0) return clock
  const day = days > 0 && days < 7 ? WEEKDAY : THIS_YEAR
  return `${new Intl.DateTimeFormat('en-GB', { ...day, timeZone: zone }).format(then)} ${clock}`
}

const parts = new Map<string, Intl.DateTimeFormat>()

/** Year, month and day of an instant in a zone; formatters are kept because making one is slow. */
function dateIn(at: number, zone: string): [year: number, month: number, day: number] {
  let format = parts.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
    parts.set(zone, format)
  }
  const [year = 0, month = 1, day = 1] = format.format(at).split('-').map(Number)
  return [year, month, day]
}

function dayNumber(at: number, zone: string): number {
  const [year, month, day] = dateIn(at, zone)
  return Date.UTC(year, month - 1, day) / DAY
}

const yearOf = (at: number, zone: string): number => dateIn(at, zone)[0]
