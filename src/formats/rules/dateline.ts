import type { Part, RecognitionSettings } from '../recognition.ts'
import { dateAt } from './dates.ts'
import { isAgency, isOrganisation } from './organisations.ts'
import { isCapitalPlace, isPlace } from './place-name.ts'

const LONGEST = 140
const DASH = /^[ ]*(?:-{1,3}|[–—―]|_(?=[ ]))[ ]*|^:[ ]+/
const OPEN_DASH = /[ ]*(?:[–—―]|--)[ ]*|[ ]+-[ ]+|:[ ]+/g

/**
 * A dateline at the head of a paragraph: "PARIS (AP) — ", "PARIS, Sept 3 (Reuters) - ", "Paris, France (AFP) – ",
 * "(Reuters) - ", "New Delhi, September 3: ", "PARIS — ". The last part is the paragraph itself.
 */
export function readDateline(text: string, settings: RecognitionSettings): readonly Part[] | null {
  const found = withSource(text, settings) ?? withoutSource(text, settings)
  if (found === null) return null
  const { parts, end } = found
  return end < text.length ? [...parts, { from: end, to: text.length, target: 'body' }] : null
}

type Found = { readonly parts: readonly Part[]; readonly end: number }

function withSource(text: string, settings: RecognitionSettings): Found | null {
  const head = text.slice(0, LONGEST)
  const open = head.indexOf('(')
  const close = head.indexOf(')', open)
  if (open < 0 || close < 0 || close - open > 60) return null
  const source = head.slice(open + 1, close)
  const dash = DASH.exec(text.slice(close + 1, close + 10))?.[0]
  if (dash === undefined || !isOrganisation(source)) return null
  const before = head.slice(0, open)
  const parts = before.trim() === '' ? [] : placeAndDate(before, settings)
  // "Apple (AAPL) - …": an unknown acronym is a source only beside a place in capitals.
  if (parts === null || (!isAgency(source) && !isCapitalPlace(placeOf(before, parts)))) return null
  return {
    parts: [...parts, { from: open + 1, to: close, target: 'source' }],
    end: close + 1 + dash.length,
  }
}

function withoutSource(text: string, settings: RecognitionSettings): Found | null {
  for (const match of text.slice(0, LONGEST).matchAll(OPEN_DASH)) {
    const before = text.slice(0, match.index)
    const parts = placeAndDate(before, settings)
    if (parts === null) continue
    const dated =
      parts.some((part) => part.target === 'date') && parts.some((part) => part.target === 'place')
    const capital = isCapitalPlace(placeOf(before, parts)) && !match[0].startsWith(':')
    if (dated || capital) return { parts, end: match.index + match[0].length }
    return null
  }
  return null
}

const placeOf = (text: string, parts: readonly Part[]): string => {
  const place = parts.find((part) => part.target === 'place')
  return place === undefined ? '' : text.slice(place.from, place.to)
}

/** "PARIS", "PARIS, Sept 3", "PARIS Sept 3," or only a date; null for anything else. */
function placeAndDate(before: string, settings: RecognitionSettings): readonly Part[] | null {
  const end = before.replace(/[ ,]+$/, '').length
  const whole = before.slice(0, end)
  const starts = [0, ...[...whole.matchAll(/[, ]+(?=[\p{L}\d])/gu)].map((gap) => gap.index + gap[0].length)]
  for (const start of starts) {
    const found = dateAt(whole.slice(start), settings.language)
    if (found === null || start + found.length < end) continue
    const place = whole.slice(0, start).replace(/[ ,]+$/, '')
    if (place !== '' && !isPlace(place)) return null
    const date: Part = { from: start, to: end, target: 'date', date: found.date }
    return place === '' ? [date] : [{ from: 0, to: place.length, target: 'place' }, date]
  }
  return isPlace(whole) ? [{ from: 0, to: end, target: 'place' }] : null
}
