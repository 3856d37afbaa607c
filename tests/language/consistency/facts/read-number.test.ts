import { expect, it } from 'vitest'
import { readNumber } from '../../../../src/language/consistency/facts/read-number.ts'
import { wordsOf } from '../../../../src/language/consistency/words.ts'

it.each([
  ['1,200', 1200, 1],
  ['twelve', 12, 1],
  ['twenty-five', 25, 1],
  ['a dozen', 12, 2],
  ['3 million', 3e6, 2],
  ['1.2bn', 1.2e9, 1],
  ['two hundred', 200, 2],
  ['6.2', 6.2, 1],
])('reads %s', (text, value, end) => {
  const found = readNumber(wordsOf(text), 0)
  expect(found?.value).toBeCloseTo(value)
  expect(found?.end).toBe(end)
})

it.each(['house', '2-1', '3rd', '43-year-old', ''])('finds none in "%s"', (text) => {
  expect(readNumber(wordsOf(text), 0)).toBeNull()
})
