import type { CharSet } from './pattern-node.ts'

/** Wider ranges are taken as they are where both cases of their letters are wanted; nobody writes such for letters. */
const WIDEST = 2000

/** A set as JavaScript's flag v writes it, with its brackets. `bothCases`: letters in either case, without the flag i. */
export function writeSet(set: CharSet, bothCases: boolean): string {
  if (!('sets' in set)) return `[${members(set, bothCases)}]`
  const inner =
    set.kind === 'any-of'
      ? set.sets.map((one) => members(one, bothCases)).join('')
      : set.sets.map((one) => writeSet(one, bothCases)).join('&&')
  return `[${set.negative ? '^' : ''}${inner}]`
}

/** A set as it stands between the brackets of another. */
function members(set: CharSet, bothCases: boolean): string {
  if ('sets' in set) return writeSet(set, bothCases)
  if (set.kind === 'source') {
    return bothCases && !set.folds ? String.raw`\p{Lu}\p{Ll}\p{Lt}` : set.source
  }
  const plain = rangeText(set.from, set.to)
  return bothCases ? plain + otherCases(set.from, set.to) : plain
}

function rangeText(from: number, to: number): string {
  return from === to ? codeText(from) : `${codeText(from)}-${codeText(to)}`
}

function otherCases(from: number, to: number): string {
  if (to - from > WIDEST) return ''
  const found = new Set<number>()
  for (let code = from; code <= to; code += 1) {
    for (const other of casesOf(code)) if (other < from || other > to) found.add(other)
  }
  return [...found].map(codeText).join('')
}

/** The other case of a character, if it has one that is one character too. */
export function casesOf(code: number): readonly number[] {
  const sign = String.fromCodePoint(code)
  return [sign.toLowerCase(), sign.toUpperCase()]
    .filter(
      (other) => other !== sign && other.length === String.fromCodePoint(other.codePointAt(0) ?? 0).length,
    )
    .map((other) => other.codePointAt(0) ?? 0)
}

/** Whether it makes a difference for a set which case counts. */
export function isCased(set: CharSet): boolean {
  if ('sets' in set) return set.sets.some(isCased)
  if (set.kind === 'source') return !set.folds
  if (set.to - set.from > WIDEST) return false
  for (let code = set.from; code <= set.to; code += 1) if (casesOf(code).length > 0) return true
  return false
}

/** Whether a set may hold what it doesn't name. */
export function isOpen(set: CharSet): boolean {
  if ('sets' in set) return set.negative || set.sets.some(isOpen)
  return set.kind === 'source' ? /\\[PWSD]/u.test(set.source) : set.from <= 0xfffc && set.to >= 0xfffc
}

/** Letters and figures as a class names them: each is part of a word, in either case. */
const WORD_CLASSES = new Set([
  String.raw`\p{L}`,
  String.raw`\p{Lu}`,
  String.raw`\p{Ll}`,
  String.raw`\p{Lt}`,
  String.raw`\p{Nd}`,
])
/** Wider ranges are not looked through. */
const FEW = 64

/** Whether a character is surely part of a word. */
export function isWordSign(code: number): boolean {
  if (code < 0x80) return /\w/.test(String.fromCodePoint(code))
  return /[\p{L}\p{Nd}]/u.test(String.fromCodePoint(code))
}

/** Whether all that a set may hold is surely part of a word. */
export function isWordSet(set: CharSet): boolean {
  switch (set.kind) {
    case 'source':
      return WORD_CLASSES.has(set.source)
    case 'any-of':
      return !set.negative && set.sets.length > 0 && set.sets.every(isWordSet)
    case 'all-of':
      return !set.negative && set.sets.some(isWordSet)
    default: {
      const { from, to } = set
      return to - from < FEW && Array.from({ length: to - from + 1 }, (_, at) => from + at).every(isWordSign)
    }
  }
}

/** A character as it can stand anywhere in a pattern. */
export function codeText(code: number): string {
  const isPlain =
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return isPlain ? String.fromCodePoint(code) : `\\u{${code.toString(16)}}`
}

/** A character outside of a class. */
export function charText(code: number): string {
  return code === 0x20 ? ' ' : codeText(code)
}
