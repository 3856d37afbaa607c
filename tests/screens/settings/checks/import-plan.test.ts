import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excessOf, planImport } from '../../../../src/screens/settings/checks/import-plan.ts'
import { ruleOf } from '../../../domain/checks/house-rules.ts'

test('what is new, what is another, what is the same, and what can’t be kept', () => {
  const known = [ruleOf('a'), ruleOf('b'), ruleOf('c')]
  const changed = ruleOf('b', { replacement: 'bee' })
  const read = [ruleOf('a'), changed, ruleOf('d'), ruleOf('long', { pattern: 'x'.repeat(4001) })]
  expect(planImport(known, read)).toEqual({
    added: [ruleOf('d')],
    replaced: [changed],
    same: 1,
    others: 1,
    refused: [{ rule: 'long', reason: expect.stringMatching(/“long” is too long.*each\.$/u) as string }],
  })
})

test('every rule of a file is in one of these, whatever is there', () => {
  const rules = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), replacement: fc.constantFrom('x', 'y') }),
    {
      selector: ({ id }) => id,
    },
  )
  fc.assert(
    fc.property(rules, rules, (known, read) => {
      const asRules = (some: typeof known) => some.map(({ id, replacement }) => ruleOf(id, { replacement }))
      const { added, replaced, same, others } = planImport(asRules(known), asRules(read))
      expect(added.length + replaced.length + same).toBe(read.length)
      expect(others + replaced.length + same).toBe(known.length)
    }),
  )
})

test('too many are said before anything is asked for', () => {
  expect(excessOf(20_000)).toBe('')
  expect(excessOf(20_001)).toContain('20,001')
})
