import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'

/** A rule with that id, and what else is said of it. */
export const ruleOf = (id: string, change: Partial<HouseRule> = {}): HouseRule => ({
  id,
  type: 'regex',
  pattern: `\\b${id}\\b`,
  replacement: null,
  category: 'Test',
  tags: [],
  description: '',
  notes: '',
  isOff: false,
  isForced: false,
  isAdvisory: false,
  inQuotations: false,
  ...change,
})
