import type { Part, RecognitionSettings } from '../recognition.ts'
import { dateAt } from './dates.ts'
import { isPlace } from './place-name.ts'

const LABEL =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|filed|issued|dated?|release date)(?: on| at)?[ ]*:?[ ]+|on )/i
const TIME =
  /^[ ,|•·@–—-]*(?:at )?\d{1,2}(?:[:.h]\d{2}){1,2}[ ]*(?:[ap]\.?m\.?)?[ ]*(?:\(?[A-Z]{2,5}\)?|[+-]\d\d:?\d\d)?$|^[ ,|•·@–—-]*(?:at )?\d{1,2}[ ]*[ap]\.?m\.?[ ]*(?:\(?[A-Z]{2,5}\)?)?$/i

/**
 * A line that is a date and nothing else but what goes with dates: "September 03, 2025", "Published: 3 Sept 2025 at
 * 10:30 GMT", "PARIS, 3 September 2025".
 */
export function readDateLine(text: string, settings: RecognitionSettings): readonly Part[] | null {
  if (text.length > 120) return null
  const label = LABEL.exec(text)?.[0] ?? ''
  return dateFrom(text, label.length, settings) ?? placeAndDate(text, settings)
}

function dateFrom(text: string, from: number, settings: RecognitionSettings): readonly Part[] | null {
  const found = dateAt(text.slice(from), settings.language)
  if (found === null) return null
  const to = from + found.length
  const rest = text.slice(to)
  const date: Part = { from, to, target: 'date', date: found.date }
  if (/^[ .,:–—-]*$/.test(rest)) return [date]
  return TIME.test(rest)
    ? [date, { from: to, to: text.length, target: 'left out', reason: 'Time of day' }]
    : null
}

function placeAndDate(text: string, settings: RecognitionSettings): readonly Part[] | null {
  for (const { index } of text.matchAll(/[, ] ?(?=\d|\p{L})/gu)) {
    const place = text.slice(0, index)
    if (!isPlace(place)) continue
    const rest = text.slice(index)
    const from = index + (/^[ ,:–—-]*/.exec(rest)?.[0].length ?? 0)
    const date = dateFrom(text, from, settings)
    if (date !== null) return [{ from: 0, to: index, target: 'place' }, ...date]
  }
  return null
}
