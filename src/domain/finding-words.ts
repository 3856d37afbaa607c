import type { Finding } from './sign-off-item.ts'

/** Of each check at most so many findings are named one by one. */
const NAMED = 20

/** The first ones by name, the rest as a count that leads to the first of them. */
export function named<Row>(
  rows: readonly Row[],
  find: (row: Row) => Finding,
  rest: (count: number) => string,
): readonly Finding[] {
  const findings = rows.slice(0, NAMED).map(find)
  const next = rows[NAMED]
  return next === undefined
    ? findings
    : [...findings, { message: rest(rows.length - NAMED), jump: find(next).jump }]
}

/** A text in quotes, in one line and cut short. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line}”`
}

/** Says a text nothing? */
export const isBlank = (text: string): boolean => text.trim() === ''
