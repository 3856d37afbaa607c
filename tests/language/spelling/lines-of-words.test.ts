import { expect, test } from 'vitest'
import { linesOfWords } from '../../../src/language/spelling/lines-of-words.ts'

const LINES = linesOfWords('9\na/S\nan\nand\nandes/M\nA\nand/X\nbe/GS\nbee\nbe-all')

test.each([
  ['a', ['a/S']],
  ['A', ['A']],
  ['an', ['an']],
  ['and', ['and/X', 'and']],
  ['andes', ['andes/M']],
  ['be', ['be/GS']],
  ['bee', ['bee']],
  ['be-all', ['be-all']],
  ['', []],
  ['9', []],
  ['ande', []],
  ['cat', []],
])('the lines of %j', (word, lines) => {
  expect(LINES(word)).toEqual(lines)
})

test.each(['', '0', '0\n', 'no list at all'])('%j has none', (list) => {
  expect(['', 'a', 'no', '0'].flatMap((word) => linesOfWords(list)(word))).toEqual([])
})
