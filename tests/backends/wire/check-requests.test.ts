import fc from 'fast-check'
import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { checksChange } from '../../../src/backends/wire/check-requests.ts'
import { CHECKS_ACCESS } from '../../../src/domain/checks/checks-access.ts'
import type { ChecksChange } from '../../../src/domain/checks/checks-change.ts'
import { ruleOf } from '../../domain/checks/house-rules.ts'

const row = { check: 'word-twice', rule: 'word-twice', words: 'had had' }
const CHANGES: readonly ChecksChange[] = [
  { type: 'set', settings: {} },
  { type: 'set', settings: { dialect: 'Canadian', starter: 'none', datelineStyle: 'PA' } },
  { type: 'switch checks', names: ['tk'], isOn: false },
  { type: 'switch rules', names: [], isOn: true },
  { type: 'put rules', rules: [ruleOf('a', { replacement: '$1' })] },
  { type: 'replace rules', rules: [] },
  { type: 'remove rules', ids: ['a'] },
  { type: 'allow', words: ['Stet'], allowed: [row] },
  { type: 'disallow', words: [], allowed: [row] },
]

test('every change goes through as it is, and there is one of each type', () => {
  for (const each of CHANGES) expect(z.parse(checksChange, JSON.parse(JSON.stringify(each)))).toEqual(each)
  expect(new Set(CHANGES.map(({ type }) => type))).toEqual(new Set(Object.keys(CHECKS_ACCESS)))
})

test.each<[string, unknown]>([
  ['more than belongs to it', { type: 'remove rules', ids: [], as: 'chief' }],
  ['a setting that has a change of its own', { type: 'set', settings: { rules: [] } }],
  ['a dialect that is none', { type: 'set', settings: { dialect: 'Scots' } }],
  ['a rule that says more', { type: 'put rules', rules: [{ ...ruleOf('a'), by: 'x' }] }],
  ['a rule that says less', { type: 'put rules', rules: [{ id: 'a' }] }],
  ['an unknown type', { type: 'forget', words: [] }],
])('%s is refused', (_what, value) => {
  expect(z.safeParse(checksChange, value).success).toBe(false)
})

test('no value that JSON can hold is an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(z.safeParse(checksChange, value).success).toBe(false)
    }),
  )
})
