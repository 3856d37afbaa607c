import { expect, it } from 'vitest'
import { countSyllables } from '../../src/language/syllables.ts'

it.each([
  ['', 0],
  ['a', 1],
  ['the', 1],
  ['house', 1],
  ['asked', 1],
  ['wanted', 2],
  ['summit', 2],
  ['table', 2],
  ['minister', 3],
  ['security', 4],
  ['agreement', 3],
  ['don’t', 1],
])('%s has %i', (word, count) => {
  expect(countSyllables(word)).toBe(count)
})
