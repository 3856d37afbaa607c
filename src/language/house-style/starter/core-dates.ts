import { starterRules } from './starter-rules-of.ts'

/** Dates and times: rules for any newspaper. */
export const DATES_RULES = starterRules('stet', 'Dates and times', [
  [
    'date-ordinal-after',
    String.raw`\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)\b`,
    '$1 $2',
    'A day of the month is a plain figure, without st, nd, rd or th.',
  ],
  [
    'date-ordinal-before',
    String.raw`\b(\d{1,2})(?:st|nd|rd|th)(?: of)? (January|February|March|April|May|June|July|August|September|October|November|December)\b`,
    '$1 $2',
    'A day of the month is a plain figure, without st, nd, rd or th.',
  ],
  [
    'decade-apostrophe',
    String.raw`\b((?i)the|early|late|mid|in) ((?:1[89]|20)\d0)[’\']s\b`,
    '$1 $2s',
    'A decade takes no apostrophe.',
  ],
  [
    'from-dash',
    String.raw`\b([Ff]rom) ((?:1[89]|20)\d\d) ?[-–] ?((?:1[89]|20)?\d\d)\b`,
    '$1 $2 to $3',
    '“From” needs “to”, not a dash.',
  ],
  [
    'between-dash',
    String.raw`\b([Bb]etween) (\d[\d,.]*) ?[-–] ?(\d[\d,.]*\d|\d)\b`,
    '$1 $2 and $3',
    '“Between” needs “and”, not a dash.',
  ],
  ['noon-twelve', String.raw`(?i)\b12 (noon|midnight)\b`, '$1', 'Noon and midnight need no 12.'],
  [
    'am-in-the-morning',
    String.raw`(?i)\b(\d{1,2}(?:[:.]\d\d)? ?a\.?m\.?) in the morning\b`,
    '$1',
    '“am” already says that it is morning.',
  ],
  [
    'pm-in-the-evening',
    String.raw`(?i)\b(\d{1,2}(?:[:.]\d\d)? ?p\.?m\.?) (?:in the (?:afternoon|evening)|at night)\b`,
    '$1',
    '“pm” already says that it is after noon.',
  ],
  ['xmas', String.raw`\bXmas\b`, 'Christmas', 'Write the word out.'],
  [
    'period-of-time',
    String.raw`(?i)\b(a|the) (short|long) period of time\b`,
    '$1 $2 time',
    'A period is time already.',
  ],
  [
    'month-of',
    String.raw`\bthe month of (January|February|March|April|May|June|July|August|September|October|November|December)\b`,
    '$1',
    'The name says that it is a month.',
  ],
  ['year-of', String.raw`\bthe year of ((?:19|20)\d\d)\b`, '$1', 'The figure says that it is a year.'],
])
