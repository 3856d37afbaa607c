import { wholeDate, withYear } from '../../formats/rules/dates.ts'

/**
 * The plain date ("2026-11-24") that somebody typed in one of the usual English forms (the day first where only
 * numbers are given), or null where it is none. "today" and "yesterday" are counted from `today`, a plain date;
 * without a year it is the latest such day that is not far ahead of it.
 */
export function typedDate(text: string, today: string): string | null {
  const words = text.trim().toLowerCase().replace(/\s+/gu, ' ')
  if (words === 'today') return today
  if (words === 'yesterday') return dayBefore(today)
  const date = wholeDate(words, 'en-GB')
  return date === null ? null : withYear(date, today)
}

/** Whether a text names its year in full, so that nothing that is typed later makes it another date. */
export function namesYear(text: string): boolean {
  return /\d{4}/.test(text)
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
}
