import type { RuleExample } from './rule-example.ts'

/** What the rules on Dates and times must find, in brackets, with the fix; and what they must leave alone. */
export const US_DATES_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-us-month-january',
    'He died on [January 3] at home.',
    'Jan. 3',
    'He died on Jan. 3, in January 2019.',
  ],
  [
    'stet-us-month-february',
    'He died on [February 3] at home.',
    'Feb. 3',
    'He died on Feb. 3, in February 2019.',
  ],
  ['stet-us-month-august', 'He died on [August 3] at home.', 'Aug. 3', 'He died on Aug. 3, in August 2019.'],
  [
    'stet-us-month-september',
    'He died on [September 3] at home.',
    'Sept. 3',
    'He died on Sept. 3, in September 2019.',
  ],
  [
    'stet-us-month-october',
    'He died on [October 3] at home.',
    'Oct. 3',
    'He died on Oct. 3, in October 2019.',
  ],
  [
    'stet-us-month-november',
    'He died on [November 3] at home.',
    'Nov. 3',
    'He died on Nov. 3, in November 2019.',
  ],
  [
    'stet-us-month-december',
    'He died on [December 3] at home.',
    'Dec. 3',
    'He died on Dec. 3, in December 2019.',
  ],
  ['stet-us-day-before-month', 'He died on [3 May] at home.', 'May 3', 'He died on May 3 at home.'],
  ['stet-us-time-points', 'It begins at [9am] today.', '9 a.m.', 'It begins at 9 a.m. today.'],
  ['stet-us-time-zeros', 'It begins at [9:00 a.m.] today.', '9 a.m.', 'It begins at 9 a.m. today.'],
  ['stet-us-fortnight', 'It took [a fortnight] to mend.', 'two weeks', 'It took two weeks to mend.'],
  [
    'stet-us-at-the-weekend',
    'They met [at the weekend] in Ohio.',
    'over the weekend',
    'They met over the weekend in Ohio.',
  ],
  [
    'stet-us-monday-to',
    'They meet on [Monday week] in Ohio.',
    null,
    'They meet on Monday, a week later, in Ohio.',
  ],
]
