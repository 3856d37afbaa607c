import type { RuleExample } from './rule-example.ts'

/** What the rules on punctuation must find, in brackets, with the fix; and what they must leave alone. */
export const PUNCTUATION_EXAMPLES: readonly RuleExample[] = [
  ['stet-comma-twice', 'He came[,,] and left.', ',', 'He came, and left.'],
  ['stet-stop-twice', 'He came and left[..]', '.', 'He came... and left.'],
  ['stet-dots-many', 'He came[......] and left.', '...', 'He came ... and left.'],
  ['stet-space-before-comma', 'He came[ ,] and left.', ',', 'He came, and left: at 5 :30.'],
  ['stet-space-before-stop', 'He came and left[ .]', '.', 'He came and left.'],
  ['stet-comma-without-space', 'He [came,and] left.', 'came, and', 'He came, and 1,000 left.'],
  ['stet-stop-without-space', 'The man [came.Then] he left.', 'came. Then', 'The man came. Then he left.'],
  ['stet-exclamation-twice', 'He won[!!!]', '!', 'He won!'],
  ['stet-question-exclamation', 'Who won[?!]', '?', 'Who won?'],
  ['stet-bracket-space-in', 'He came [( ]late) and left.', '(', 'He came (late) and left.'],
  ['stet-bracket-space-out', 'He came (late[ )] and left.', ')', 'He came (late) and left.'],
  [
    'stet-its-own',
    'The bank has [it’s own] rules.',
    'its own',
    'The bank has its own rules; it’s owned by the state.',
  ],
  ['stet-its-been', 'He said [its been] a year.', 'it’s been', 'He said it’s been a year for its members.'],
  [
    'stet-more-then',
    'There were [more then a] dozen.',
    'more than a',
    'There were more than a dozen, and then a few.',
  ],
  [
    'stet-whos-whose',
    'A man [who’s family] fled was held.',
    'whose family',
    'A man whose family fled, who’s at home, was held.',
  ],
]
