import { expect, test } from 'vitest'
import { knownWords } from '../../../src/language/spelling/known-words.ts'

test.each<[string, string, boolean]>([
  ['livestream', 'livestream', true],
  ['livestream', 'Livestream', true],
  ['livestream', 'LIVESTREAM', true],
  ['livestream', 'livestreams', false],
  ['Zelensky', 'Zelensky', true],
  ['Zelensky', 'ZELENSKY', true],
  ['Zelensky', 'zelensky', false],
  ['NATO', 'NATO', true],
  ['NATO', 'Nato', false],
  ['O’Brien', "O'Brien", true],
  ['Hill Top', 'Top', true],
  ['Jean-Noel Barrot', 'Noel', true],
  ['Beyonc\u00E9', 'Beyonce\u0301', true],
  ['', '', false],
])('%j allows %j: %s', (known, word, isKnown) => {
  expect(knownWords([known]).isKnown(word)).toBe(isKnown)
})

test('of several forms of a word each is right', () => {
  const known = knownWords(['Polish', 'polish', 'iOS', 'IOS'])
  expect(['Polish', 'polish', 'POLISH', 'iOS', 'IOS', 'ios'].map((word) => known.isKnown(word))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ])
})
