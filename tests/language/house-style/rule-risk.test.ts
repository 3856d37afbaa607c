import { expect, test } from 'vitest'
import { ruleRisk } from '../../../src/language/house-style/rule-risk.ts'
import { STARTER_RULES } from '../../../src/language/house-style/starter/starter-rules.ts'

test.each(['(a+)+$', '(?:\\w*)*x', '(?:a|a)*b', '((a+)?)+', '(\\s*\\w+\\s*)*:', '(?:.*,?)*'])(
  '%s may run away',
  (pattern) => {
    expect(ruleRisk(pattern)).toMatch(/repeats/u)
  },
)

test.each(['a+b+', '(?:ab+c)+', '(?:\\w+,)+', '(?:a+){2}', '(?:a++)+', '(?>a+)+', '(', '\\b(?:one|two)+\\b'])(
  '%s does not',
  (pattern) => {
    expect(ruleRisk(pattern)).toBe(null)
  },
)

test('no rule of the starter sets may run away', () => {
  const risky = [...STARTER_RULES.British, ...STARTER_RULES.American].filter(
    ({ pattern }) => ruleRisk(pattern) !== null,
  )
  expect(risky.map(({ id }) => id)).toEqual([])
})
