import type { HouseRule } from '../../../domain/checks/house-rule.ts'

/**
 * A rule as the starter set's files write it: its name, pattern, replacement, reason, and what it is: 'advice' (taste),
 * 'forced', 'in-quotations' (also where people speak), 'not-head' (not in headlines and deks), any of them with a space between.
 */
type Row = readonly [
  name: string,
  pattern: string,
  replacement: string | null,
  description: string,
  marks?: string,
]

const NOT_HEAD = ['only:body', 'only:caption', 'only:alt']

/** Rules of one topic; their ids are the prefix and their name. */
export function starterRules(prefix: string, category: string, rows: readonly Row[]): readonly HouseRule[] {
  return rows.map(([name, pattern, replacement, description, marks = '']) => {
    const is = new Set(marks.split(' '))
    return {
      id: `${prefix}-${name}`,
      type: 'regex',
      pattern,
      replacement,
      category,
      tags: is.has('not-head') ? NOT_HEAD : [],
      description,
      notes: '',
      isOff: false,
      isForced: is.has('forced'),
      isAdvisory: is.has('advice'),
      inQuotations: is.has('in-quotations'),
    }
  })
}
