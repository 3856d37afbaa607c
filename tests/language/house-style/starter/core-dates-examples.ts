import type { RuleExample } from './rule-example.ts'

/** What the rules on dates and times must find, in brackets, with the fix; and what they must leave alone. */
export const DATES_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-date-ordinal-after',
    'They met on [June 24th] in Paris.',
    'June 24',
    'They met on June 24 in Paris.',
  ],
  ['stet-date-ordinal-before', 'They met on [24th June] in Paris.', '24 June', 'The 24th juror left.'],
  [
    'stet-decade-apostrophe',
    'It began in [the 1990’s] and grew.',
    'the 1990s',
    'It began in the 1990s and grew.',
  ],
  [
    'stet-from-dash',
    'He served [from 1997-2007] as leader.',
    'from 1997 to 2007',
    'He served from 1997 to 2007 as leader.',
  ],
  [
    'stet-between-dash',
    'There were [between 10-15] people.',
    'between 10 and 15',
    'There were between 10 and 15 people, 10-15 at most.',
  ],
  ['stet-noon-twelve', 'It opens at [12 noon] today.', 'noon', 'It opens at noon today.'],
  ['stet-am-in-the-morning', 'Police came at [6am in the morning].', '6am', 'Police came at 6am.'],
  ['stet-pm-in-the-evening', 'Police came at [6pm in the evening].', '6pm', 'Police came at 6pm.'],
  ['stet-xmas', 'The shop shuts at [Xmas].', 'Christmas', 'The shop shuts at Christmas.'],
  ['stet-period-of-time', 'It took [a long period of time].', 'a long time', 'It took a long time.'],
  ['stet-month-of', 'It rained in [the month of July].', 'July', 'It rained in July.'],
  [
    'stet-year-of',
    'It happened in [the year of 2015].',
    '2015',
    'It happened in 2015, the year of the vote.',
  ],
]
