import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editScript } from '../../../src/editor/binding/edit-script.ts'
import { rising } from '../../../src/editor/binding/rising.ts'
import type { Unit } from '../../../src/editor/binding/units.ts'

/** '¶' is a start, '■' an atom, anything else a UTF-16 code unit. */
const units = (text: string): Unit[] =>
  Array.from({ length: text.length }, (_, k): Unit => {
    const char = text.charAt(k)
    if (char === '¶') return { head: 'start', fields: { kind: 'paragraph' } }
    return char === '■' ? { head: 'atom', fields: { atom: 'rule' } } : { char, attributes: {} }
  })

const sign = (unit: Unit): string =>
  'char' in unit ? unit.char : 'embed' in unit ? '□' : unit.head === 'start' ? '¶' : '■'

/** 'a' kept, '-a' deleted, '+a' inserted. */
const written = (old: string, next: string, continues = false): string =>
  editScript(units(old), units(next), continues)
    .map((pair) => {
      if (pair.old && pair.next) return sign(pair.old)
      return pair.old ? `-${sign(pair.old)}` : `+${pair.next ? sign(pair.next) : ''}`
    })
    .join('')

const CASES: readonly [string, string, boolean, string][] = [
  ['', 'ab', false, '+a+b'],
  ['ab', '', false, '-a-b'],
  ['ab', 'ab', false, 'ab'],
  ['axb', 'ayb', false, 'a-x+yb'],
  ['aa', 'aaa', false, 'aa+a'],
  ['¶ab', '¶b', false, '¶-ab'],
  ['■¶cd', '¶', true, '-■¶-c-d'],
  ['■¶cd', '¶', false, '-■-¶-c-d+¶'],
  ['c¶d', 'x¶y', true, '-c+x¶-d+y'],
  ['\uD83D\uDE00', '\uD83D\uDE01', false, '-\uD83D-\uDE00+\uD83D+\uDE01'],
  ['\uD83D\uDE00', '\uD83E\uDE00', false, '-\uD83D-\uDE00+\uD83E+\uDE00'],
]

describe('editScript', () => {
  it.each(CASES)('%j to %j, going on: %s', (old, next, continues, script) => {
    expect(written(old, next, continues)).toBe(script)
  })

  it('makes the one of the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '¶', '■', '\u{1F600}', '\u{1F601}'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, fc.boolean(), (old, next, continues) => {
        const script = editScript(units(old), units(next), continues)
        const [before, after] = [
          script.flatMap((pair) => pair.old ?? []),
          script.flatMap((pair) => pair.next ?? []),
        ]
        expect(before.map(sign).join('')).toBe(old)
        expect(after.map(sign).join('')).toBe(next)
      }),
    )
  })
})

describe('rising', () => {
  it.each([
    [[], 0],
    [[3, 1, 2], 2],
    [[1, 2, 3], 3],
    [[3, 2, 1], 1],
    [[5, 1, 6, 2, 7, 3], 3],
  ])('of %j has %i', (values, length) => {
    const found = rising(values).map((index) => values[index] ?? 0)
    expect(found.length).toBe(length)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
  })
})
