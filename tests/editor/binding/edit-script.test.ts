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
const written = (old: string, next: string, continues = false, struck: readonly number[] = []): string =>
  editScript(units(old), units(next), continues, (index) => struck.includes(index))
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

describe('over what is struck', () => {
  it.each<readonly [string, string, string, readonly number[], string]>([
    ['the same letters are new', 'ab', 'ab', [0, 1], '+a+b-a-b'],
    ['what stands beside it is kept', 'abcd', 'abcd', [1, 2], 'a+b+c-b-cd'],
    ['it stays where it is when the rest goes', 'abcd', '', [1], '-a-b-c-d'],
    ['it stays behind what is kept before it', 'abcd', 'ad', [1, 2], 'a-b-cd'],
    ['a struck start is no start to go on from', 'a¶b', 'a¶b', [1], 'a+¶-¶b'],
    ['nothing struck: as ever', 'abc', 'axc', [], 'a-b+xc'],
    ['nothing written over: nothing is new', 'abc', 'abc', [], 'abc'],
  ])('%s', (_, old, next, struck, expected) => {
    expect(written(old, next, false, struck)).toBe(expected)
  })

  it('other formats of the same keep every unit', () => {
    const restyled = Array.from('abc', (char): Unit => ({ char, attributes: { bold: true } }))
    const pairs = editScript(units('abc'), restyled, false, (index) => index === 1)
    expect(pairs.map(({ old, next }) => [old && sign(old), next && sign(next)])).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['c', 'c'],
    ])
  })

  it('every old unit comes once, in order, and every new one; what is struck is never kept where anything is new', () => {
    const words = fc.stringMatching(/^[ab¶]{0,7}$/)
    fc.assert(
      fc.property(words, words, fc.array(fc.nat(6)), (old, next, struck) => {
        const pairs = editScript(units(old), units(next), false, (index) => struck.includes(index))
        expect(pairs.flatMap((pair) => (pair.old ? [sign(pair.old)] : [])).join('')).toBe(old)
        expect(pairs.flatMap((pair) => (pair.next ? [sign(pair.next)] : [])).join('')).toBe(next)
        let at = -1
        for (const pair of pairs) {
          if (pair.old) at += 1
          expect(pair.old !== null && pair.next !== null && struck.includes(at)).toBe(false)
        }
      }),
    )
  })
})
