import {
  DIGITS,
  HORIZONTAL,
  not,
  SPACES,
  UNICODE_DIGITS,
  UNICODE_SPACES,
  UNICODE_WORD,
  VERTICAL,
  WORD,
} from './char-sets.ts'
import type { CharSet } from './pattern-node.ts'
import type { PatternSource } from './pattern-source.ts'
import { propertySet } from './property-set.ts'

/** A character or a set of them, as an escape names it. */
export type Escaped =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }

/** Reads what stands behind a backslash and means the same inside of a class and outside; null where it is something else. */
export function readEscape(source: PatternSource): Escaped | null {
  const start = source.at
  const sign = source.next()
  const control = CONTROLS[sign]
  if (control !== undefined) return { kind: 'char', code: control }
  const set = setOf(sign, source.flags.unicode)
  if (set) return { kind: 'set', set }
  if (sign === 'p' || sign === 'P') return readProperty(source, sign === 'P')
  if (sign === '0') return readCode(source, /[0-3]?[0-7]{1,2}/y, 8)
  if (sign === 'x') {
    return source.peek() === '{'
      ? readCode(source, /\{([0-9a-fA-F]{1,8})\}/y, 16)
      : readCode(source, /[0-9a-fA-F]{2}/y, 16)
  }
  if (sign === 'u') return readUnit(source)
  if (sign === 'c') return { kind: 'char', code: (source.next().codePointAt(0) ?? 0) ^ 64 }
  if (sign !== '' && !/[A-Za-z0-9]/u.test(sign)) return { kind: 'char', code: sign.codePointAt(0) ?? 0 }
  source.at = start
  return null
}

function setOf(sign: string, unicode: boolean): CharSet | null {
  const plain = sign.toLowerCase()
  const set =
    plain === 'd'
      ? unicode
        ? UNICODE_DIGITS
        : DIGITS
      : plain === 'w'
        ? unicode
          ? UNICODE_WORD
          : WORD
        : plain === 's'
          ? unicode
            ? UNICODE_SPACES
            : SPACES
          : plain === 'h'
            ? HORIZONTAL
            : plain === 'v'
              ? VERTICAL
              : null
  return set && sign !== plain ? not(set) : set
}

function readProperty(source: PatternSource, negative: boolean): Escaped | null {
  const found = source.match(/\{(\^?)([^{}]{1,60})\}|([A-Za-z])/y)
  const [, caret = '', long = '', short = ''] = found ?? []
  const name = long + short
  const set = propertySet(name, source.flags.unicode)
  if (!set) {
    const reason = name.startsWith('In')
      ? `It names characters by a block of Unicode (${name}), which a browser doesn’t know.`
      : `It names characters in a way that Stet doesn’t know: \\p{${name}}.`
    source.refuse(found ? reason : 'A \\p in it has no name behind it.')
    return null
  }
  return { kind: 'set', set: negative !== (caret === '^') ? not(set) : set }
}

function readCode(source: PatternSource, digits: RegExp, base: 8 | 16): Escaped | null {
  const found = source.match(digits)
  const code = found ? Number.parseInt(found[1] ?? found[0], base) : -1
  if (code >= 0 && code <= 0x10ffff) return { kind: 'char', code }
  source.refuse('It names a character by a number that is not one.')
  return null
}

/** \u with four digits; two in a row can be one character. */
function readUnit(source: PatternSource): Escaped | null {
  const first = readCode(source, /[0-9a-fA-F]{4}/y, 16)
  if (first?.kind !== 'char' || first.code < 0xd800 || first.code > 0xdbff) return first
  const low = source.match(/\\u([dD][c-fC-F][0-9a-fA-F]{2})/y)
  if (!low) return first
  const code = 0x10000 + (first.code - 0xd800) * 0x400 + (Number.parseInt(low[1] ?? '', 16) - 0xdc00)
  return { kind: 'char', code }
}
