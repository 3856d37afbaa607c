import { expect, test } from 'vitest'
import { unsentWords } from '../../src/screens/unsent-words.ts'

test.each([
  [0, '0 unsent changes'],
  [1, '1 unsent change'],
  [2, '2 unsent changes'],
  [1234, '1,234 unsent changes'],
])('%s: %s', (unsent, words) => {
  expect(unsentWords(unsent)).toBe(words)
})
