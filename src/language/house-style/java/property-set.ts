import {
  anyOf,
  DIGITS,
  LOWER,
  one,
  range,
  source,
  SPACES,
  UNICODE_DIGITS,
  UNICODE_SPACES,
  UPPER,
} from './char-sets.ts'
import type { CharSet } from './pattern-node.ts'

const LETTERS = anyOf(LOWER, UPPER)
const PUNCTUATION = anyOf(range(0x21, 0x2f), range(0x3a, 0x40), range(0x5b, 0x60), range(0x7b, 0x7e))
const property = (name: string, folds = true): CharSet => source(String.raw`\p{${name}}`, folds)

/** Classes of POSIX, which hold ASCII alone. */
const POSIX: Readonly<Record<string, CharSet>> = {
  Lower: LOWER,
  Upper: UPPER,
  ASCII: range(0, 0x7f),
  Alpha: LETTERS,
  Digit: DIGITS,
  Alnum: anyOf(LETTERS, DIGITS),
  Punct: PUNCTUATION,
  Graph: anyOf(LETTERS, DIGITS, PUNCTUATION),
  Print: range(0x20, 0x7e),
  Blank: anyOf(one(0x20), one(0x09)),
  Cntrl: anyOf(range(0, 0x1f), one(0x7f)),
  XDigit: anyOf(DIGITS, range(0x61, 0x66), range(0x41, 0x46)),
  Space: SPACES,
}

/** The same under the flag U. */
const POSIX_UNICODE: Readonly<Record<string, CharSet>> = {
  ...POSIX,
  Lower: property('Lowercase', false),
  Upper: property('Uppercase', false),
  Alpha: property('Alphabetic'),
  Digit: UNICODE_DIGITS,
  Alnum: anyOf(property('Alphabetic'), UNICODE_DIGITS),
  Punct: property('P'),
  Blank: anyOf(property('Zs'), one(0x09)),
  Cntrl: property('Cc'),
  Space: UNICODE_SPACES,
}

/** What Java asks its class Character about. */
const JAVA: Readonly<Record<string, CharSet>> = {
  javaLowerCase: property('Lowercase', false),
  javaUpperCase: property('Uppercase', false),
  javaTitleCase: property('Lt', false),
  javaLetter: property('L'),
  javaDigit: UNICODE_DIGITS,
  javaLetterOrDigit: anyOf(property('L'), UNICODE_DIGITS),
  javaAlphabetic: property('Alphabetic'),
  javaIdeographic: property('Ideographic'),
  javaWhitespace: anyOf(
    range(0x09, 0x0d),
    range(0x1c, 0x20),
    one(0x1680),
    range(0x2000, 0x2006),
    range(0x2008, 0x200a),
    range(0x2028, 0x2029),
    one(0x205f),
    one(0x3000),
  ),
  javaSpaceChar: property('Z'),
  javaMirrored: property('Bidi_Mirrored'),
}

const OTHERS: Readonly<Record<string, CharSet>> = {
  L1: range(0, 0xff),
  all: range(0, 0x10ffff),
  LC: property('LC'),
  'L&': property('LC'),
  LD: anyOf(property('L'), UNICODE_DIGITS),
}

/** Names that hold one case of letters and not the other. */
const ONE_CASE = new Set(['Lu', 'Ll', 'Lt', 'Lowercase', 'Uppercase'])
const BINARY: Readonly<Record<string, string>> = {
  alphabetic: 'Alphabetic',
  ideographic: 'Ideographic',
  letter: 'L',
  lowercase: 'Lowercase',
  uppercase: 'Uppercase',
  titlecase: 'Lt',
  punctuation: 'P',
  control: 'Cc',
  white_space: 'White_Space',
  digit: 'Nd',
  hex_digit: 'Hex_Digit',
  join_control: 'Join_Control',
  emoji: 'Emoji',
}

const known = new Map<string, boolean>()

/** What Java's `\p{name}` holds (negation is for the caller), or null for a name that is not known here: a block, mostly. */
export function propertySet(name: string, unicode: boolean): CharSet | null {
  const fixed = (unicode ? POSIX_UNICODE : POSIX)[name] ?? JAVA[name] ?? OTHERS[name]
  if (fixed) return fixed
  const [, key = '', value = ''] = /^(\w+)=(\w+)$/u.exec(name) ?? []
  if (/^(?:script|sc)$/iu.test(key)) return scriptSet(value)
  if (/^(?:general_category|gc)$/iu.test(key)) return categorySet(value)
  if (key !== '' || name.startsWith('In')) return null
  if (!name.startsWith('Is')) return categorySet(name)
  const bare = name.slice(2)
  const binary = BINARY[bare.toLowerCase()]
  return binary ? property(binary, !ONE_CASE.has(binary)) : (categorySet(bare) ?? scriptSet(bare))
}

function categorySet(name: string): CharSet | null {
  return /^[CLMNPSZ][a-z]?$/u.test(name) && isKnown(name) ? property(name, !ONE_CASE.has(name)) : null
}

function scriptSet(name: string): CharSet | null {
  const spelt = name.toLowerCase().replace(/(?:^|_)[a-z]/gu, (start) => start.toUpperCase())
  return /^\w+$/u.test(spelt) && isKnown(`Script=${spelt}`) ? property(`Script=${spelt}`) : null
}

function isKnown(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  let answer = true
  try {
    void new RegExp(String.raw`\p{${name}}`, 'v')
  } catch {
    answer = false
  }
  known.set(name, answer)
  return answer
}
