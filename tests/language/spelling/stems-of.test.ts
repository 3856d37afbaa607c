import { expect, test } from 'vitest'
import { stemsOf } from '../../../src/language/spelling/stems-of.ts'

const AFFIXES = `SET UTF-8
# PFX Z 0 zz .
PFX A Y 1
PFX A   0     re         .

SFX N Y 3
SFX N   e     ion        e
SFX N   y     ication    y
SFX N   0     en/S       [^ey]
`

test.each([
  ['walk', ['walk']],
  ['relation', ['relation', 'relate', 'lation', 'late']],
  ['notification', ['notification', 'notificate', 'notify']],
  ['reopen', ['reopen', 'reop', 'open', 'op']],
  ['', ['']],
])('what %s could be made of', (word, stems) => {
  expect(stemsOf(AFFIXES)(word)).toEqual(stems)
})

test('without rules it is made of itself', () => {
  expect(stemsOf('')('relation')).toEqual(['relation'])
})
