import { expect, test } from 'vitest'
import { readReplacement, replacementFor } from '../../../src/language/house-style/replacement.ts'

const NAMES = new Map([['first', 1]])

test.each<readonly [string, string]>([
  ['$1st', 'ast'],
  ['$2$1', 'a'],
  ['${first}b', 'ab'],
  ['$12', 'a2'],
  ['\\$1', '$1'],
  ['5$', '5$'],
  ['$0!', 'whole!'],
  ['', ''],
  ['\\', '\\'],
])('%j', (text, expected) => {
  const read = readReplacement(text, { groupCount: 2, names: NAMES })
  expect(read.ok && replacementFor(read.parts, [0, 2, 3], ['whole', 'atomic', 'a', undefined])).toBe(expected)
})

test.each(['$3', '$100m', '${last}'])('%j names a group that there is not', (text) => {
  const read = readReplacement(text, { groupCount: 0, names: NAMES })
  expect(read.ok ? '' : read.reason).toMatch(/doesn’t have/u)
})
