import { describe, expect, test } from 'vitest'
import { STARTER_RULES } from '../../../../src/language/house-style/starter/starter-rules.ts'
import type { RuleQuery } from '../../../../src/screens/settings/checks/listed-rules.ts'
import {
  choicesIn,
  EVERY_RULE,
  listedRules,
  matchingRules,
} from '../../../../src/screens/settings/checks/listed-rules.ts'
import { ruleOf } from '../../../domain/checks/house-rules.ts'

const [first, second] = STARTER_RULES.British

test('a newsroom’s own rules come first, and stand in for those of the starter set', () => {
  const own = [ruleOf('a'), ruleOf(first?.id ?? '', { pattern: 'mine', isOff: true })]
  const listed = listedRules({ rules: own, rulesOff: [second?.id ?? ''], starter: 'British' })
  expect(listed.slice(0, 2)).toEqual([
    { rule: own[0], from: 'own', isOn: true },
    { rule: own[1], from: 'own', isOn: false },
  ])
  expect(listed).toHaveLength(STARTER_RULES.British.length + 1)
  expect(listed.find(({ rule }) => rule.id === second?.id)).toEqual({
    rule: second,
    from: 'starter',
    isOn: false,
  })
  expect(listedRules({ rules: own, rulesOff: [], starter: 'none' })).toHaveLength(2)
})

describe('which are found', () => {
  const rules = listedRules({
    starter: 'none',
    rulesOff: ['off'],
    rules: [
      ruleOf('élan', {
        category: 'Accents',
        tags: ['French'],
        replacement: 'élan',
        description: 'With its accent.',
      }),
      ruleOf('ferry', { category: 'Ships', tags: ['Sea', 'French'] }),
      ruleOf('off', { category: 'Ships' }),
      ruleOf('open', { pattern: '(' }),
    ],
  })
  const broken = new Map([['open', 'A bracket is not closed.']])
  const cases: readonly [string, Partial<RuleQuery>, readonly string[]][] = [
    ['all', {}, ['élan', 'ferry', 'off', 'open']],
    ['without regard to accents and case', { search: 'ELAN' }, ['élan']],
    ['every word, wherever it stands', { search: 'accent french' }, ['élan']],
    ['nothing', { search: 'accent ferry' }, []],
    ['of a category', { category: 'Ships' }, ['ferry', 'off']],
    ['with a tag', { tag: 'French' }, ['élan', 'ferry']],
    ['that are on', { show: 'on' }, ['élan', 'ferry', 'open']],
    ['that are off', { show: 'off', category: 'Ships' }, ['off']],
    ['that can’t run', { show: 'broken' }, ['open']],
    ['of the starter set', { show: 'starter' }, []],
    ['of its own', { show: 'own', search: 'ferry' }, ['ferry']],
  ]
  test.each(cases)('%s', (_what, query, ids) => {
    const found = matchingRules(rules, { ...EVERY_RULE, ...query }, broken)
    expect(found.map(({ rule }) => rule.id)).toEqual(ids)
  })

  test('there is to choose from what rules have', () => {
    expect(choicesIn(rules)).toEqual({ categories: ['Accents', 'Ships', 'Test'], tags: ['French', 'Sea'] })
  })
})
