import type { CheckedLine } from '../../src/domain/checks/checked-story.ts'
import type { HouseRule } from '../../src/domain/checks/house-rule.ts'

/** Lines of a body, one a paragraph. */
export const linesOf = (...texts: readonly string[]): readonly CheckedLine[] =>
  texts.map((signs, block) => ({
    place: { to: 'text', text: 'body', block },
    part: 'body',
    kind: 'paragraph',
    signs,
  }))

/** A rule of a newsroom's own. */
export const ruleOf = (id: string, pattern: string, more: Partial<HouseRule> = {}): HouseRule => ({
  id,
  type: 'regex',
  pattern,
  replacement: null,
  category: 'Style',
  tags: [],
  description: `About ${id}`,
  notes: '',
  isOff: false,
  isForced: false,
  isAdvisory: false,
  inQuotations: false,
  ...more,
})
