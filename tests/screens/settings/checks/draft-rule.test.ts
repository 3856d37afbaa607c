import { expect, test } from 'vitest'
import type { HouseRule } from '../../../../src/domain/checks/house-rule.ts'
import type { DraftProblems } from '../../../../src/screens/settings/checks/draft-rule.ts'
import { newRule, problemsOf, tagsIn } from '../../../../src/screens/settings/checks/draft-rule.ts'
import { ruleOf } from '../../../domain/checks/house-rules.ts'

test.each<[string, Partial<HouseRule>, keyof DraftProblems | null]>([
  ['a word', {}, null],
  ['a group that is used', { pattern: '(a)b', replacement: '$1' }, null],
  ['nothing to look for', { pattern: '  ' }, 'pattern'],
  ['a bracket that is open', { pattern: '(a' }, 'pattern'],
  ['a group that isn’t there', { pattern: 'a', replacement: '$7' }, 'replacement'],
  ['a dictionary word with a bracket', { type: 'dictionary', pattern: '(a' }, null],
  ['too long a description', { description: 'x'.repeat(4001) }, 'other'],
])('%s', (_what, change, where) => {
  const problems = problemsOf(ruleOf('a', change))
  const said = (['pattern', 'replacement', 'other'] as const).filter((field) => problems[field] !== '')
  expect(said).toEqual(where === null ? [] : [where])
})

test('a new rule looks for nothing yet, and is on', () => {
  expect(newRule('r')).toEqual(ruleOf('r', { pattern: '', category: '' }))
})

test.each([
  ['', []],
  [' a, b ,,a ', ['a', 'b']],
])('“%s” is so many tags', (typed, tags) => {
  expect(tagsIn(typed)).toEqual(tags)
})
