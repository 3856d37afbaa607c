import { starterRules } from './starter-rules-of.ts'

/** Punctuation: rules for any newspaper. */
export const PUNCTUATION_RULES = starterRules('stet', 'Punctuation', [
  ['comma-twice', ',[ ]?,', ',', 'Two commas in a row.', 'in-quotations'],
  [
    'stop-twice',
    String.raw`(?<=[\p{L}\d)”’])(?<!\b(?:etc|Inc|Ltd|Co|St|[a-z]))\.\.(?!\.)`,
    '.',
    'Two full stops in a row.',
    'in-quotations',
  ],
  ['dots-many', String.raw`\.{4,}`, '...', 'Three dots are enough for what is left out.', 'in-quotations'],
  [
    'space-before-comma',
    String.raw`(?<=[\p{L}\d”’"%)]) +([,;:?!])(?=\s|$|(?<=[,;])\p{L})`,
    '$1',
    'No space before this sign.',
    'in-quotations',
  ],
  [
    'space-before-stop',
    String.raw`(?<=[\p{L}\d”’"%)]) +\.(?=\s|$)`,
    '.',
    'No space before the full stop.',
    'in-quotations',
  ],
  [
    'comma-without-space',
    String.raw`(?<!\p{L})(\p{L}{2,}),(\p{L}{2,})`,
    '$1, $2',
    'A space is missing behind the comma.',
    'in-quotations',
  ],
  [
    'stop-without-space',
    String.raw`(?<![@./\p{L}])(\p{Ll}{3,})\.(\p{Lu}\p{Ll}+)(?=[\s,])`,
    '$1. $2',
    'A space is missing behind the full stop.',
    'in-quotations',
  ],
  ['exclamation-twice', '!{2,}', '!', 'One is loud enough.', 'in-quotations'],
  ['question-exclamation', String.raw`\?!+|!\?+`, '?', 'A question takes one sign.', 'advice in-quotations'],
  ['bracket-space-in', String.raw`\( +`, '(', 'No space behind an opening bracket.', 'in-quotations'],
  ['bracket-space-out', String.raw`(?<=\S) +\)`, ')', 'No space before a closing bracket.', 'in-quotations'],
  [
    'its-own',
    String.raw`\b([Ii])t[’\']s own\b`,
    '$1ts own',
    '“It’s” is “it is”; what belongs to it is “its”.',
    'in-quotations',
  ],
  [
    'its-been',
    String.raw`\b([Ii])ts (been|not)\b`,
    '$1t’s $2',
    '“Its” is what belongs to it; “it is” and “it has” are “it’s”.',
    'in-quotations',
  ],
  [
    'more-then',
    String.raw`\b((?i)more|less|fewer|greater|higher|lower|larger|smaller) then (\d|a|an|the|one|two|three|half)\b`,
    '$1 than $2',
    '“Than” compares; “then” is a time.',
    'in-quotations',
  ],
  [
    'whos-whose',
    String.raw`\b([Ww])ho[’\']s (own|husband|wife|father|mother|son|daughter|family|parents|name|car|house|home)\b`,
    '$1hose $2',
    '“Who’s” is “who is”; whose is it?',
    'in-quotations',
  ],
])
