import type { CharSet } from './pattern-node.ts'

/** The set of one character. */
export const one = (code: number): CharSet => ({ kind: 'range', from: code, to: code })

/** All from one to another, both included. */
export const range = (from: number, to: number): CharSet => ({ kind: 'range', from, to })

/** A set as JavaScript writes it inside of a class. `folds`: it holds both cases of every letter in it. */
export const source = (text: string, folds: boolean): CharSet => ({ kind: 'source', source: text, folds })

/** What is in any of the sets. */
export const anyOf = (...sets: readonly CharSet[]): CharSet => ({ kind: 'any-of', sets, negative: false })

/** Everything but what is in the sets. */
export const not = (...sets: readonly CharSet[]): CharSet => ({ kind: 'any-of', sets, negative: true })

const NEL = one(0x85)
const SEPARATORS = range(0x2028, 0x2029)

/** What ends a line in Java. */
export const LINE_ENDS: CharSet = anyOf(one(0x0a), one(0x0d), NEL, SEPARATORS)

/** Java's \v. */
export const VERTICAL: CharSet = anyOf(range(0x0a, 0x0d), NEL, SEPARATORS)

/** Java's \h. */
export const HORIZONTAL: CharSet = anyOf(
  one(0x09),
  one(0x20),
  one(0xa0),
  one(0x1680),
  one(0x180e),
  range(0x2000, 0x200a),
  one(0x202f),
  one(0x205f),
  one(0x3000),
)

/** Java's \s, which knows no spaces beyond ASCII. */
export const SPACES: CharSet = anyOf(range(0x09, 0x0d), one(0x20))

export const DIGITS: CharSet = range(0x30, 0x39)
export const UPPER: CharSet = range(0x41, 0x5a)
export const LOWER: CharSet = range(0x61, 0x7a)

/** Java's \w. */
export const WORD: CharSet = anyOf(LOWER, UPPER, DIGITS, one(0x5f))

/** \w, \s and \d where the flag U (all of Unicode) is on. */
export const UNICODE_WORD: CharSet = source(String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`, true)
export const UNICODE_SPACES: CharSet = source(String.raw`\p{White_Space}`, true)
export const UNICODE_DIGITS: CharSet = source(String.raw`\p{Nd}`, true)
