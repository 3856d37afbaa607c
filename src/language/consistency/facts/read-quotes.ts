import type { Stretch } from './place.ts'

/** A mark of quotation or an apostrophe; `instead` is what the other sort would be at this place. */
export type QuoteSign = { readonly at: number; readonly isCurly: boolean; readonly instead: string }

/** What a line tells of its quotations. Places of signs are UTF-16 units. */
export type QuoteFacts = {
  readonly doubles: readonly QuoteSign[]
  readonly singles: readonly QuoteSign[]
  /** Double quotations, without their marks. One that isn't closed ends with the line. */
  readonly quotations: readonly Stretch[]
  /** Where a mark opens a quotation that the line doesn't close; -1 without one. */
  readonly openAt: number
  /** Where a mark opens a quotation within which another mark opens one again; -1 without one. */
  readonly unclosedAt: number
  /** Where a mark closes what the line hasn't opened; -1 without one. */
  readonly closeAt: number
  readonly beginsWithMark: boolean
}

const isWordSign = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign)
const LEFT_OUT = /^(?:\d0s|tis|twas|em|til|cause|bout|n|round|ere|cos|cuz|fraid|nuff|s)(?![\p{L}\p{N}])/iu

/** Reads the marks of a line: what opens, what closes, which are straight. A sign that could be either is left alone. */
export function readQuotes(signs: string): QuoteFacts {
  const doubles: QuoteSign[] = []
  const singles: QuoteSign[] = []
  const quotations: Stretch[] = []
  let openAt = -1
  let closeAt = -1
  let unclosedAt = -1
  const open = { single: -1 }
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs.charAt(at)
    if (!'"“”„\'‘’'.includes(sign)) continue
    const before = signs.charAt(at - 1)
    const after = signs.charAt(at + 1)
    const opens = before === '' || /[\s([{—–\-/“‘"'\uFFFC]/.test(before)
    if (sign === '"' || sign === '“' || sign === '”' || sign === '„') {
      if (sign === '"' && isInches(signs, at, openAt >= 0)) continue
      // A mark that looks like an opening one opens, though another is open: that one was never closed.
      const looksOpening = opens && isWordSign(after)
      const isOpening = sign === '“' || sign === '„' || (sign === '"' && (openAt < 0 ? opens : looksOpening))
      if (sign !== '„')
        doubles.push({ at, isCurly: sign !== '"', instead: sign === '"' ? (isOpening ? '“' : '”') : '"' })
      if (isOpening) {
        if (openAt >= 0 && unclosedAt < 0 && before !== '\n') unclosedAt = openAt
        openAt = at
      } else if (openAt >= 0) {
        quotations.push({ from: openAt + 1, to: at })
        openAt = -1
      } else if (closeAt < 0) closeAt = at
      continue
    }
    if (sign === "'" && /\d/.test(before) && !isWordSign(after)) continue
    const isApostrophe = isWordSign(before) ? isWordSign(after) : LEFT_OUT.test(signs.slice(at + 1, at + 8))
    const opensSingle = !isApostrophe && (sign === '‘' || (sign === "'" && opens && isWordSign(after)))
    singles.push({
      at,
      isCurly: sign !== "'",
      instead: sign === "'" ? (opensSingle ? '‘' : '’') : "'",
    })
    if (isApostrophe) continue
    if (opensSingle) open.single = at
    else if (open.single >= 0 && !isWordSign(after)) open.single = -1
  }
  if (openAt >= 0) quotations.push({ from: openAt + 1, to: signs.length })
  return {
    doubles,
    singles,
    quotations,
    openAt: openAt >= 0 ? openAt : open.single,
    unclosedAt,
    closeAt,
    beginsWithMark: /^\s*["“‘']/.test(signs),
  }
}

/** 6" behind a figure, where no quotation waits to be closed or another sign of feet is near. */
function isInches(signs: string, at: number, isOpen: boolean): boolean {
  if (!/\d/.test(signs.charAt(at - 1))) return false
  return !isOpen || /\d['′]\d{1,2}$/.test(signs.slice(Math.max(0, at - 5), at))
}

/** Does that place lie within a quotation? Quotations are in order and apart. */
export function isInQuotation(quotations: readonly Stretch[], at: number): boolean {
  let low = 0
  let high = quotations.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = quotations[middle]
    if (!found) return false
    if (at < found.from) high = middle - 1
    else if (at >= found.to) low = middle + 1
    else return true
  }
  return false
}
