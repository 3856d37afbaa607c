import { expect, test } from 'vitest'
import { isRegionalPair } from '../../../src/language/spelling/is-regional-pair.ts'

test.each([
  ['color', 'colour', true],
  ['centers', 'centres', true],
  ['organise', 'organize', true],
  ['analyzed', 'analysed', true],
  ['defense', 'defence', true],
  ['catalog', 'catalogue', true],
  ['hemorrhage', 'haemorrhage', true],
  ['traveled', 'travelled', true],
  ['fulfill', 'fulfil', true],
  ['skepticism', 'scepticism', true],
  ['aging', 'ageing', true],
  ['goverment', 'government', false],
  ['recieve', 'receive', false],
  ['seperate', 'separate', false],
])('%s and %s: %s', (one, other, isPair) => {
  expect(isRegionalPair(one, other)).toBe(isPair)
  expect(isRegionalPair(other, one)).toBe(isPair)
})
