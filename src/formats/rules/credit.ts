import type { Part } from '../recognition.ts'
import { isAgency, isOrganisation } from './organisations.ts'

/** A credit is looked for in this many characters at the end of a line. */
const TAIL = 200

/** A line as caption and credit. `strong`: nothing but a caption ends like that, wherever it stands. */
export type CaptionCredit = { readonly parts: readonly Part[]; readonly strong: boolean }

type Tail = { readonly caption: number; readonly from: number; readonly to: number; readonly strong: boolean }
type CreditRule = { readonly name: string; readonly read: (tail: string) => Tail | null }

const SIGNED = /^(?:[A-Z]{2,}(?: Photo)?|AP Photo|Getty Images)\/\s?\S/
const LABEL =
  /(?:^|[\s(])(?:(?:file )?(?:photo(?:graph)?|picture|image|pic|illustration)s?(?: credit)?|credit)(?:[ ]*:[ ]*| by[ ]*:?[ ]*)/gi

/** The ways in which a caption names where its picture came from; the first that fits counts. */
export const CREDIT_RULES: readonly CreditRule[] = [
  { name: '(AP Photo/Name)', read: inBrackets },
  { name: 'Photo: Name/Agency', read: afterLabel },
  { name: 'REUTERS/Name', read: signed },
  { name: '— Agency', read: afterDash },
]

/** Splits a caption from its credit; a line that is only a credit has no caption part. Null where there is no credit. */
export function readCaptionCredit(text: string): CaptionCredit | null {
  const start = Math.max(0, text.length - TAIL)
  const tail = text.slice(start)
  for (const rule of CREDIT_RULES) {
    const found = rule.read(tail)
    if (found === null || (start > 0 && found.caption === 0)) continue
    const credit: Part = { from: start + found.from, to: start + found.to, target: 'credit' }
    const caption: Part = { from: 0, to: start + found.caption, target: 'caption' }
    return { parts: found.caption > 0 ? [caption, credit] : [credit], strong: found.strong }
  }
  return null
}

function inBrackets(tail: string): Tail | null {
  const match = /[([]([^()[\]]{2,140})[)\]][.]?$/.exec(tail)
  if (match === null) return null
  const inner = match[1] ?? ''
  const label = labelLength(inner)
  const isPhoto = label > 0 || /\bphotos?\b|\bvia\b/i.test(inner) || SIGNED.test(inner)
  if (label === 0 && !(isPhoto && /\/|\bvia\b/i.test(inner)) && !isOrganisation(inner)) return null
  const from = match.index + 1 + label
  const caption = tail.slice(0, match.index).trimEnd().length
  return { caption, from, to: match.index + 1 + inner.length, strong: isPhoto }
}

function labelLength(text: string): number {
  const [match] = text.matchAll(LABEL)
  return match?.index === 0 ? match[0].length : 0
}

function afterLabel(tail: string): Tail | null {
  const match = [...tail.matchAll(LABEL)].at(-1)
  if (match === undefined) return null
  const from = match.index + match[0].length
  const credit = tail.slice(from)
  const sentence = /(?:^|[.!?:;"”’)–—-]\s*)$/.test(tail.slice(0, match.index))
  const isName =
    /^[\p{Lu}\d©]/u.test(credit) &&
    credit.length <= 100 &&
    !/[.!?]\s/.test(credit.replace(/\b\p{Lu}\. /gu, ''))
  if (!isName || (!match[0].includes(':') && !sentence)) return null
  return { caption: tail.slice(0, match.index).trimEnd().length, from, to: tail.length, strong: true }
}

function signed(tail: string): Tail | null {
  const words = [...tail.matchAll(/\S+/g)].slice(-6)
  const word = words.find(({ 0: text }) => /^[A-Z]{2,}\/\p{Lu}/u.test(text))
  if (word === undefined) return null
  const credit = tail.slice(word.index)
  if (/[.!?]\s+\S/.test(credit.replace(/\b\p{Lu}\. /gu, ''))) return null
  return {
    caption: tail.slice(0, word.index).trimEnd().length,
    from: word.index,
    to: tail.length,
    strong: true,
  }
}

function afterDash(tail: string): Tail | null {
  const match = /\s(?:—|–|--|-)\s+([^—–]{2,60})$/.exec(tail)
  if (match === null) return null
  const credit = (match[1] ?? '').replace(/\.$/, '')
  if (!isAgency(credit) && !isOrganisation(credit) && !SIGNED.test(credit)) return null
  const from = match.index + match[0].length - (match[1] ?? '').length
  return { caption: tail.slice(0, match.index).trimEnd().length, from, to: tail.length, strong: false }
}
