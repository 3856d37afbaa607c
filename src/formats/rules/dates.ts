const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const WEEKDAY = '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?[ ]+)?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const END = '(?![\\p{L}\\p{N}])'

type Form = {
  readonly pattern: RegExp
  /** Which group is the year (0: it has none), the month, the day. */
  readonly groups: readonly [year: number, month: number, day: number]
}

const form = (pattern: string, groups: Form['groups']): Form => ({
  pattern: new RegExp(`^${pattern}`, 'iu'),
  groups,
})

/** The forms in which dates are read at the start of a text; the first that fits counts. */
const FORMS: readonly Form[] = [
  form(`(\\d{4})-(\\d{2})-(\\d{2})(?:T[\\d:.]{4,15}(?:Z|[+-]\\d\\d:?\\d\\d)?)?${END}`, [1, 2, 3]),
  form(`(\\d{4})/(\\d{1,2})/(\\d{1,2})${END}`, [1, 2, 3]),
  form(`${WEEKDAY}${MONTH}[ ]*${DAY},?[ ]+(\\d{4})${END}`, [3, 1, 2]),
  form(`${WEEKDAY}${DAY}(?:[ ]+of)?[ -]+${MONTH},?[ -]+(\\d{4})${END}`, [3, 2, 1]),
  form(`${WEEKDAY}${MONTH}[ ]*${DAY}${END}`, [0, 1, 2]),
  form(`${WEEKDAY}${DAY}(?:[ ]+of)?[ ]+${MONTH}${END}`, [0, 2, 1]),
]

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\p{L}\p{N}])/u

/** A date at the start of a text: its length there, and the plain date, or "--09-03" where the year is missing. */
export type FoundDate = { readonly length: number; readonly date: string }

/**
 * Reads a date at the start of `text`. "03/09/2025" is day first, but month first where `language` is en-US, unless one
 * of the numbers settles it. Null where there is none, or none that the calendar has.
 */
export function dateAt(text: string, language: string): FoundDate | null {
  const head = text.slice(0, 80)
  for (const { pattern, groups } of FORMS) {
    const match = pattern.exec(head)
    if (match === null) continue
    const [year, month, day] = groups
    const date = plainDate(
      year === 0 ? '' : (match[year] ?? ''),
      monthNumber(match[month] ?? ''),
      Number(match[day]),
    )
    if (date !== null) return { length: match[0].length, date }
  }
  const match = NUMERIC.exec(head)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const monthFirst = second > 12 || (language === 'en-US' && first <= 12)
  const date = plainDate(match[4] ?? '', monthFirst ? first : second, monthFirst ? second : first)
  return date === null ? null : { length: match[0].length, date }
}

/** The date that a whole text says, or null. */
export function wholeDate(text: string, language: string): string | null {
  const trimmed = text.trim()
  const found = dateAt(trimmed, language)
  return found !== null && found.length === trimmed.length ? found.date : null
}

/** The year for "--09-03": the latest such day that is not more than a month after `today`. */
export function withYear(date: string, today: string): string {
  if (!date.startsWith('--') || !/^\d{4}-\d{2}-\d{2}$/.test(today)) return date
  const year = Number(today.slice(0, 4))
  const ahead = (candidate: number): number => Date.parse(`${candidate}-${date.slice(2)}`) - Date.parse(today)
  const month = 31 * 24 * 60 * 60 * 1000
  const chosen = [year + 1, year].find((candidate) => ahead(candidate) <= month) ?? year - 1
  return `${chosen}-${date.slice(2)}`
}

function monthNumber(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1
}

function plainDate(year: string, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null
  const days = new Date(Date.UTC(year === '' ? 2024 : Number(year), month, 0)).getUTCDate()
  if (day > days || year === '0000') return null
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year === '' ? '-' : year}-${two(month)}-${two(day)}`
}
