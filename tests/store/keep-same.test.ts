import { expect, test } from 'vitest'
import { keepSame } from '../../src/store/keep-same.ts'

const one = { id: 'one', words: ['a'] }
const two = { id: 'two', words: ['b'] }

test('a list that says the same stays the very list', () => {
  const before = [one, two]
  expect(keepSame(before, [{ id: 'one', words: ['a'] }, structuredClone(two)])).toBe(before)
})

test('items that have not changed stay the same objects, wherever they stand now', () => {
  const now = keepSame([one, two], [structuredClone(two), { id: 'one', words: ['a', 'c'] }])
  expect(now[0]).toBe(two)
  expect(now[1]).toEqual({ id: 'one', words: ['a', 'c'] })
})

test('another order, one less and one more are other lists', () => {
  const before = [one, two]
  for (const now of [[two, one], [one], [one, two, { id: 'three', words: [] }]]) {
    expect(keepSame(before, now)).toEqual(now)
    expect(keepSame(before, now)).not.toBe(before)
  }
})
