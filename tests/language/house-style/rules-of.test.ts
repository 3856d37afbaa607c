import { expect, test } from 'vitest'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import { rulesOf } from '../../../src/language/house-style/rules-of.ts'
import { STARTER_RULES } from '../../../src/language/house-style/starter/starter-rules.ts'
import { houseRule } from './house-rule-of.ts'

const [first, second] = STARTER_RULES.British.map(({ id }) => id)

test('the starter set runs, without what is off, and then the newsroom’s own', () => {
  const rules = rulesOf({ ...CHECK_SETTINGS, rules: [houseRule({ id: 'own' })], rulesOff: [first ?? ''] })
  expect(rules.map(({ id }) => id).slice(0, 1)).toEqual([second])
  expect(rules.at(-1)?.id).toBe('own')
  expect(rules).toHaveLength(STARTER_RULES.British.length)
})

test('a rule of the newsroom stands in the place of the starter rule with its id', () => {
  const own = houseRule({ id: first ?? '', pattern: 'own' })
  const rules = rulesOf({ ...CHECK_SETTINGS, rules: [own] })
  expect(rules.filter(({ id }) => id === first)).toEqual([own])
})

test('none runs only its own', () => {
  expect(
    rulesOf({ ...CHECK_SETTINGS, starter: 'none', rules: [houseRule({ id: 'own' })] }).map(({ id }) => id),
  ).toEqual(['own'])
})
