import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asking,
  bytes,
  checked,
  either,
  list,
  number,
  oneOf,
  orMissing,
  orNull,
  record,
  text,
  truth,
  WRONG,
  type Shape,
} from '../../src/rules/shape.ts'

const circle: Record<string, unknown> = {}
circle['self'] = circle

/** What each shape takes, and what it doesn't. */
const CASES: readonly (readonly [string, Shape, right: readonly unknown[], wrong: readonly unknown[]])[] = [
  ['text', text, ['', 'a'], [7, null, undefined, ['a'], Object('a')]],
  ['number', number, [0, -1.5], ['1', NaN, Infinity, null, undefined, 1n]],
  ['truth', truth, [true, false], [0, 'true', null, undefined]],
  ['bytes', bytes, [new Uint8Array(2)], [new ArrayBuffer(2), new Uint16Array(2), [1], null, 'a']],
  ['one of', oneOf('a', 1), ['a', 1], ['b', '1', null, undefined]],
  ['or null', orNull(text), ['', null], [undefined, 7]],
  ['or missing', orMissing(text), ['', undefined], [null, 7]],
  ['either', either(text, number), ['', 7], [null, undefined, {}]],
  ['list', list(number), [[], [1, 2]], [{}, 'ab', [1, '2'], null, { length: 0 }]],
  ['record', record({ a: text }), [{ a: '' }], [{}, { a: 7 }, [], null, undefined, 'a', { A: '' }]],
  ['record of nothing', record({}), [{}, { a: 1 }, circle], [[], null, 'a', 7]],
  ['asking', asking((value) => value === circle), [circle], [{}, null]],
]

test.each(CASES)('%s takes what it says, as it is', (_, shape, right) => {
  for (const value of right) expect(shape(value)).toEqual(value)
})

test.each(CASES)('%s takes nothing else, and doesn’t throw over it', (_, shape, __, wrong) => {
  for (const value of wrong) expect(shape(value)).toBe(WRONG)
})

test('what is missing gets its default, and only then', () => {
  const shape = record({ words: orMissing(number, 0), name: orMissing(text) })
  expect(checked(shape, {})).toEqual({ words: 0 })
  expect(checked(shape, { words: undefined, name: 'a' })).toEqual({ words: 0, name: 'a' })
  expect(checked(shape, { words: 5 })).toEqual({ words: 5 })
  expect(checked(shape, { words: null })).toBeNull()
})

test('a default deep inside arrives, and what was given stays as it was', () => {
  const given = { rows: [{ id: 'a', newer: [1] }] }
  const shape = record({ rows: list(record({ id: text, told: orMissing(list(text), []) })) })
  expect(checked(shape, given)).toEqual({ rows: [{ id: 'a', newer: [1], told: [] }] })
  expect(given).toEqual({ rows: [{ id: 'a', newer: [1] }] })
})

test('a key that only the prototype has is not there', () => {
  expect(record({ toString: orMissing(text) })({})).toEqual({})
})

test('no value makes a shape throw; what it takes, it takes again', () => {
  const shape = either(
    record({ a: list(orNull(text)), b: orMissing(record({ c: number }), { c: 0 }) }),
    list(truth),
    oneOf('x'),
  )
  fc.assert(
    fc.property(fc.anything(), fc.array(fc.option(fc.string())), (value, a) => {
      for (const found of [shape(value), shape({ a, b: value })])
        expect(found === WRONG ? WRONG : shape(found)).toEqual(found)
    }),
  )
})
