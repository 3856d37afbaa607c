import { expect, test } from 'vitest'
import { isSentenceStart } from '../../../src/language/house-style/sentence-start.ts'

test.each<readonly [string, boolean]>([
  ['|He came', true],
  ['  |He came', true],
  ['“|He came”', true],
  ['He came. |Then', true],
  ['He came.” |Then', true],
  ['He came.) “|Then', true],
  ['Who came? |He', true],
  ['Stop! |He', true],
  ['He came\n|Then', true],
  ['He came |then', false],
  ['Mr. |Smith', false],
  ['The U.S. |government', false],
  ['St. |Louis', false],
  ['J. |Smith', false],
  ['on Sept. |3', false],
  ['example.|com', false],
  ['He came, |then', false],
  ['He said: |then', false],
])('%s', (marked, expected) => {
  const at = marked.indexOf('|')
  expect(isSentenceStart(marked.replace('|', ''), at)).toBe(expected)
})
