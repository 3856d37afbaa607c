import { expect, test } from 'vitest'
import type { Row } from '../../../src/screens/history/comparison-rows.ts'
import { foldRows } from '../../../src/screens/history/fold-rows.ts'

const row = (key: string, changed: number): Row => ({
  key,
  area: 'body',
  label: 'Paragraph',
  about: '',
  parts: [],
  edits: [],
  before: null,
  after: null,
  missing: null,
  changed,
  first: 1,
})

/** Rows from letters: a capital one changed. Folds read back in brackets. */
const folded = (letters: string, ...open: readonly string[]): string =>
  foldRows(
    letters.split('').map((letter) => row(letter, letter === letter.toUpperCase() ? 1 : 0)),
    new Set(open),
  )
    .map((item) => ('row' in item ? item.row.key : `(${item.rows.map(({ key }) => key).join('')})`))
    .join('')

test.each([
  ['', ''],
  ['A', 'A'],
  ['abc', '(abc)'],
  ['Abc', 'A(bc)'],
  ['abC', '(ab)C'],
  ['AbC', 'AbC'],
  ['AbcDefG', 'A(bc)D(ef)G'],
])('%s is folded to %s', (letters, expected) => {
  expect(folded(letters)).toBe(expected)
})

test('a fold that is open shows its rows, and the others stay folded', () => {
  expect(folded('AbcDefG', 'e')).toBe('A(bc)DefG')
})
