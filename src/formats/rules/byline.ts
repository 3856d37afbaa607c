import type { Part, RecognitionSettings } from '../recognition.ts'
import { dateAt } from './dates.ts'
import { isAgency, isOrganisation } from './organisations.ts'
import { isPersonName, isRole } from './person-name.ts'
import { isPlace } from './place-name.ts'

const OPENING =
  /^(?:(?:story|words|text|report|written|reported|a report)[ ]+by|by(?:line)?|authors?|writers?)(?:[ ]*:[ ]*|[ ]+)/i
const BETWEEN = /[ ]*(?:[,;|•·–—]|[ ]-(?=[ ])|[ ](?:and|&|with)(?=[ ]))[ ]*/gi
const IN = /[ ]+(?:in|at|from)[ ]+/i
const LONGEST = 240

/**
 * A byline: "By Jane Doe and John Roe, Example News", "BY JANE DOE in Paris", "Story by …", "By AFP", "By Jane Doe,
 * Political Editor | 3 September 2025", or an agency's name alone. Null unless every part of it is understood.
 */
export function readByline(text: string, settings: RecognitionSettings): readonly Part[] | null {
  if (text.length > LONGEST) return null
  if (isAgency(text)) return [{ from: 0, to: text.length, target: 'organisation' }]
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) return null
  const parts: Part[] = []
  let inPlaces = false
  for (const segment of segments(text, opening.length, settings)) {
    const found = readSegment(text, segment, parts, inPlaces, settings)
    if (found === null) return null
    if (found.some((part) => part.target === 'place')) inPlaces = true
    parts.push(...found)
  }
  const named = parts.some((part) => part.target === 'author' || part.target === 'organisation')
  return named ? parts : null
}

type Segment = { readonly from: number; readonly to: number }

/** The pieces between commas, "and" and the like; a date at the end stays whole, since it may hold a comma. */
function segments(text: string, start: number, settings: RecognitionSettings): readonly Segment[] {
  const out: Segment[] = []
  let from = start
  for (const match of text.slice(start).matchAll(BETWEEN)) {
    const at = start + match.index
    if (at < from) continue
    if (dateAt(text.slice(from), settings.language) !== null) break
    if (at > from) out.push({ from, to: at })
    from = at + match[0].length
  }
  const to = text.trimEnd().length
  if (from < to) out.push({ from, to })
  return out
}

function readSegment(
  text: string,
  { from, to }: Segment,
  before: readonly Part[],
  inPlaces: boolean,
  settings: RecognitionSettings,
): readonly Part[] | null {
  const words = text.slice(from, to)
  const found = dateAt(words, settings.language)
  if (found !== null) {
    const date: Part = { from, to: from + found.length, target: 'date', date: found.date }
    const rest = words.slice(found.length).trim()
    if (rest === '') return [date]
    if (!/^[\d:.]+[ ]*[\p{L}.]{0,8}([ ][A-Z]{1,5})?$/u.test(rest)) return null
    return [date, { from: from + found.length, to, target: 'left out', reason: 'Time of day' }]
  }
  const named = before.some((part) => part.target === 'author')
  if (named && isRole(words)) return [{ from, to, target: 'role' }]
  if (isOrganisation(words)) return [{ from, to, target: 'organisation' }]
  const where = IN.exec(words)
  if (where !== null) {
    const name = readSegment(text, { from, to: from + where.index }, before, false, settings)
    const place = words.slice(where.index + where[0].length)
    if (name === null || !isPlace(place)) return null
    return [...name, { from: from + where.index + where[0].length, to, target: 'place' }]
  }
  if (
    inPlaces &&
    before.at(-1)?.target === 'place' &&
    /^[ ]*,/.test(text.slice(before.at(-1)?.to)) &&
    isPlace(words)
  ) {
    return [{ from, to, target: 'place' }]
  }
  return isPersonName(words) ? [{ from, to, target: 'author' }] : null
}
