import { CONFUSIONS_EXAMPLES } from '../house-style/starter/core-confusions-examples.ts'
import { CLICHES_EXAMPLES } from '../house-style/starter/core-cliches-examples.ts'
import { DATES_EXAMPLES } from '../house-style/starter/core-dates-examples.ts'
import { GB_INSTITUTIONS_EXAMPLES } from '../house-style/starter/gb-institutions-examples.ts'
import { GB_USAGE_EXAMPLES } from '../house-style/starter/gb-usage-examples.ts'
import { HYPHENS_EXAMPLES } from '../house-style/starter/core-hyphens-examples.ts'
import { NAMES_EXAMPLES } from '../house-style/starter/core-names-examples.ts'
import { NUMBERS_EXAMPLES } from '../house-style/starter/core-numbers-examples.ts'
import { PEOPLE_EXAMPLES } from '../house-style/starter/core-people-examples.ts'
import { PLACES_EXAMPLES } from '../house-style/starter/core-places-examples.ts'
import { PUNCTUATION_EXAMPLES } from '../house-style/starter/core-punctuation-examples.ts'
import type { RuleExample } from '../house-style/starter/rule-example.ts'
import { US_DATES_EXAMPLES } from '../house-style/starter/us-dates-examples.ts'
import { US_INSTITUTIONS_EXAMPLES } from '../house-style/starter/us-institutions-examples.ts'
import { US_USAGE_EXAMPLES } from '../house-style/starter/us-usage-examples.ts'
import { WORDINESS_EXAMPLES } from '../house-style/starter/core-wordiness-examples.ts'
import { HOUSE_STYLE_STORIES } from './house-style-stories.ts'
import type { LabelledText } from './labelled-text.ts'
import { storyOf } from './story-of.ts'

const BRITISH: readonly RuleExample[] = [
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
]
const AMERICAN: readonly RuleExample[] = [
  ...US_DATES_EXAMPLES,
  ...US_USAGE_EXAMPLES,
  ...US_INSTITUTIONS_EXAMPLES,
]

const STYLE = ['house-style'] as const

/** What a rule must find and must leave alone, with all other rules of its set at work. */
const textsOf = ([id, finds, , leaves]: RuleExample, language: string): readonly LabelledText[] => [
  {
    title: `${id} finds`,
    build: () => storyOf({ body: [finds.replace(/\[([^\]]*)\]/u, '$1')], fields: { language } }),
    must: [{ check: 'house-style', words: /\[([^\]]*)\]/u.exec(finds)?.[1] ?? '' }],
    mustNot: STYLE,
  },
  {
    title: `${id} leaves`,
    build: () => storyOf({ body: [leaves], fields: { language } }),
    must: [],
    mustNot: STYLE,
  },
]

/** Two sentences for each rule of the starter sets, one that it is for and one that it is not for, and whole stories. */
export const HOUSE_STYLE_TEXTS: readonly LabelledText[] = [
  ...BRITISH.flatMap((example) => textsOf(example, 'en-GB')),
  ...AMERICAN.flatMap((example) => textsOf(example, 'en-US')),
  ...HOUSE_STYLE_STORIES,
]
