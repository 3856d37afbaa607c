import { DATES_RULES } from './core-dates.ts'
import { NUMBERS_RULES } from './core-numbers.ts'
import { NAMES_RULES } from './core-names.ts'
import { PLACES_RULES } from './core-places.ts'
import { HYPHENS_RULES } from './core-hyphens.ts'
import { PUNCTUATION_RULES } from './core-punctuation.ts'
import { CONFUSIONS_RULES } from './core-confusions.ts'
import { WORDINESS_RULES } from './core-wordiness.ts'
import { CLICHES_RULES } from './core-cliches.ts'
import { PEOPLE_RULES } from './core-people.ts'
import { GB_USAGE_RULES } from './gb-usage.ts'
import { GB_INSTITUTIONS_RULES } from './gb-institutions.ts'
import { US_DATES_RULES } from './us-dates.ts'
import { US_USAGE_RULES } from './us-usage.ts'
import { US_INSTITUTIONS_RULES } from './us-institutions.ts'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'

const CORE: readonly HouseRule[] = [
  ...DATES_RULES,
  ...NUMBERS_RULES,
  ...NAMES_RULES,
  ...PLACES_RULES,
  ...HYPHENS_RULES,
  ...PUNCTUATION_RULES,
  ...CONFUSIONS_RULES,
  ...WORDINESS_RULES,
  ...CLICHES_RULES,
  ...PEOPLE_RULES,
]

/** Rules to begin with, of our own writing: a general newspaper style, and what is British or American about it. */
export const STARTER_RULES: Readonly<Record<'British' | 'American', readonly HouseRule[]>> = {
  British: [...CORE, ...GB_USAGE_RULES, ...GB_INSTITUTIONS_RULES],
  American: [...CORE, ...US_DATES_RULES, ...US_USAGE_RULES, ...US_INSTITUTIONS_RULES],
}
