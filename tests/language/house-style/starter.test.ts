import { describe, expect, test } from 'vitest'
import type { CheckedLine } from '../../../src/domain/checks/checked-story.ts'
import { checkStyle } from '../../../src/language/house-style/check-style.ts'
import { compileRules } from '../../../src/language/house-style/compile-rules.ts'
import { STARTER_RULES } from '../../../src/language/house-style/starter/starter-rules.ts'
import { DATES_EXAMPLES } from './starter/core-dates-examples.ts'
import { NUMBERS_EXAMPLES } from './starter/core-numbers-examples.ts'
import { NAMES_EXAMPLES } from './starter/core-names-examples.ts'
import { PLACES_EXAMPLES } from './starter/core-places-examples.ts'
import { HYPHENS_EXAMPLES } from './starter/core-hyphens-examples.ts'
import { PUNCTUATION_EXAMPLES } from './starter/core-punctuation-examples.ts'
import { CONFUSIONS_EXAMPLES } from './starter/core-confusions-examples.ts'
import { WORDINESS_EXAMPLES } from './starter/core-wordiness-examples.ts'
import { CLICHES_EXAMPLES } from './starter/core-cliches-examples.ts'
import { PEOPLE_EXAMPLES } from './starter/core-people-examples.ts'
import { GB_USAGE_EXAMPLES } from './starter/gb-usage-examples.ts'
import { GB_INSTITUTIONS_EXAMPLES } from './starter/gb-institutions-examples.ts'
import { US_DATES_EXAMPLES } from './starter/us-dates-examples.ts'
import { US_USAGE_EXAMPLES } from './starter/us-usage-examples.ts'
import { US_INSTITUTIONS_EXAMPLES } from './starter/us-institutions-examples.ts'

const EXAMPLES = [
  ...DATES_EXAMPLES,
  ...NUMBERS_EXAMPLES,
  ...NAMES_EXAMPLES,
  ...PLACES_EXAMPLES,
  ...HYPHENS_EXAMPLES,
  ...PUNCTUATION_EXAMPLES,
  ...CONFUSIONS_EXAMPLES,
  ...WORDINESS_EXAMPLES,
  ...CLICHES_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...GB_USAGE_EXAMPLES,
  ...GB_INSTITUTIONS_EXAMPLES,
  ...US_DATES_EXAMPLES,
  ...US_USAGE_EXAMPLES,
  ...US_INSTITUTIONS_EXAMPLES,
]

const RULES = [...new Set([...STARTER_RULES.British, ...STARTER_RULES.American])]

const line = (signs: string): CheckedLine => ({
  place: { to: 'text', text: 'body', block: 0 },
  part: 'body',
  kind: 'paragraph',
  signs,
})

describe('each rule of the starter sets', () => {
  test.each(EXAMPLES)(
    '%s finds what it is for, and leaves alone what it is not',
    (id, finds, fix, leaves) => {
      const compiled = compileRules(RULES.filter((rule) => rule.id === id))
      const text = finds.replace(/\[([^\]]*)\]/u, '$1')
      const flags = checkStyle(line(text), compiled)
      expect(flags.map(({ words }) => words)).toEqual([/\[([^\]]*)\]/u.exec(finds)?.[1]])
      expect(flags[0]?.from).toBe(finds.indexOf('['))
      expect(flags[0]?.fixes).toEqual(fix === null ? [] : [fix])
      expect(checkStyle(line(leaves), compiled)).toEqual([])
    },
  )
})

describe('the starter sets', () => {
  test('have an example for every rule', () => {
    expect(EXAMPLES.map(([id]) => id).sort()).toEqual(RULES.map(({ id }) => id).sort())
  })

  test.each(['British', 'American'] as const)(
    '%s: every rule runs, says why, and has an id of its own',
    (style) => {
      const rules = STARTER_RULES[style]
      expect(compileRules(rules).skipped).toEqual([])
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
      expect(rules.filter(({ description }) => description === '')).toEqual([])
      expect(rules.length).toBeGreaterThanOrEqual(150)
    },
  )
})
