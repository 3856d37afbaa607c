import type { CheckedLine } from '../../../src/domain/checks/checked-story.ts'
import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'

/** A rule of which only what matters is said. */
export function houseRule(rule: Partial<HouseRule>): HouseRule {
  return {
    id: 'rule',
    type: 'regex',
    pattern: 'x',
    replacement: null,
    category: 'Style',
    tags: [],
    description: 'Why',
    notes: '',
    isOff: false,
    isForced: false,
    isAdvisory: false,
    inQuotations: false,
    ...rule,
  }
}

/** A paragraph of the body. */
export function lineOf(signs: string): CheckedLine {
  return { place: { to: 'text', text: 'body', block: 0 }, part: 'body', kind: 'paragraph', signs }
}
