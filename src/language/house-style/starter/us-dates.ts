import { starterRules } from './starter-rules-of.ts'

/** Dates and times: rules for an American newspaper. */
export const US_DATES_RULES = starterRules('stet-us', 'Dates and times', [
  [
    'month-january',
    String.raw`\bJanuary ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Jan. $1',
    'With a day, the month is short: Jan. 3.',
    'advice',
  ],
  [
    'month-february',
    String.raw`\bFebruary ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Feb. $1',
    'With a day, the month is short: Feb. 3.',
    'advice',
  ],
  [
    'month-august',
    String.raw`\bAugust ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Aug. $1',
    'With a day, the month is short: Aug. 3.',
    'advice',
  ],
  [
    'month-september',
    String.raw`\bSeptember ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Sept. $1',
    'With a day, the month is short: Sept. 3.',
    'advice',
  ],
  [
    'month-october',
    String.raw`\bOctober ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Oct. $1',
    'With a day, the month is short: Oct. 3.',
    'advice',
  ],
  [
    'month-november',
    String.raw`\bNovember ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Nov. $1',
    'With a day, the month is short: Nov. 3.',
    'advice',
  ],
  [
    'month-december',
    String.raw`\bDecember ([1-9]\d?)\b(?!\d|st|nd|rd|th|[-–:]\d)`,
    'Dec. $1',
    'With a day, the month is short: Dec. 3.',
    'advice',
  ],
  [
    'day-before-month',
    String.raw`\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December)\b`,
    '$2 $1',
    'The month comes before the day.',
  ],
  [
    'time-points',
    String.raw`\b(\d{1,2}(?::\d\d)?) ?([ap])m\b\.?`,
    '$1 $2.m.',
    'With points and a space: 9 a.m.',
  ],
  ['time-zeros', String.raw`\b(\d{1,2}):00( [ap]\.m\.)`, '$1$2', 'The full hour needs no zeros.'],
  ['fortnight', String.raw`\b(?:a|A) fortnight\b`, 'two weeks', 'A British word.'],
  ['at-the-weekend', String.raw`\bat the weekend\b`, 'over the weekend', 'A British phrase.'],
  [
    'monday-to',
    String.raw`\b([Ff]rom )?(Monday|Tuesday|Wednesday|Thursday|Friday) week\b`,
    null,
    'A British phrase: give the date.',
  ],
])
