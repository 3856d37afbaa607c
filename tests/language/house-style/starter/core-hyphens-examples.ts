import type { RuleExample } from './rule-example.ts'

/** What the rules on hyphens must find, in brackets, with the fix; and what they must leave alone. */
export const HYPHENS_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-ly-hyphen',
    'The [newly-elected] mayor spoke.',
    'newly elected',
    'The newly elected mayor met a friendly-looking dog.',
  ],
  [
    'stet-day-noun',
    'He began [a three day visit] to Oman.',
    'a three-day visit',
    'He began a three-day visit to Oman.',
  ],
  [
    'stet-ceasefire',
    'They agreed a [cease-fire] on Monday.',
    'ceasefire',
    'They agreed a ceasefire on Monday and will cease firing.',
  ],
  ['stet-email', 'She sent an [e-mail] on Monday.', 'email', 'She sent an email on Monday.'],
  ['stet-website', 'It was on the [web site] on Monday.', 'website', 'It was on the website on Monday.'],
  [
    'stet-online',
    'They met [on-line] at first.',
    'online',
    'They met online at first, and stood on line two.',
  ],
  [
    'stet-internet',
    'It spread on [the Internet] at once.',
    'the internet',
    'It spread on the internet, said the Internet Society.',
  ],
  ['stet-no-one', 'Police said [no-one] was hurt.', 'no one', 'Police said no one was hurt.'],
  [
    'stet-policymaker',
    'The [policy-makers] met on Monday.',
    'policymakers',
    'The policymakers met on Monday.',
  ],
  ['stet-lawmaker', 'The [law-makers] met on Monday.', 'lawmakers', 'The lawmakers met on Monday.'],
  ['stet-peacekeeper', 'UN [peace-keepers] came.', 'peacekeepers', 'UN peacekeepers came to keep the peace.'],
  ['stet-worldwide', 'It was sold [world-wide] at once.', 'worldwide', 'It was sold worldwide at once.'],
  [
    'stet-nationwide',
    'Police began a [nation-wide] search.',
    'nationwide',
    'Police began a nationwide search.',
  ],
  ['stet-weekend', 'It rained all [week-end] there.', 'weekend', 'It rained all weekend, to the week’s end.'],
  ['stet-bilateral', 'They held [bi-lateral] talks.', 'bilateral', 'They held bilateral talks.'],
  ['stet-multilateral', 'They held [multi-lateral] talks.', 'multilateral', 'They held multilateral talks.'],
  ['stet-halfway', 'They met [half-way] in the end.', 'halfway', 'They met halfway in the end.'],
  ['stet-timeframe', 'They gave no [time frame] for it.', 'timeframe', 'They gave no timeframe for it.'],
  ['stet-prime-minister', 'The [prime-minister] spoke.', 'prime minister', 'The prime minister spoke.'],
  [
    'stet-secretary-general',
    'The [UN Secretary General] warned.',
    'UN Secretary-General',
    'The UN secretary-general warned.',
  ],
  [
    'stet-attorneys-general',
    'Two [attorney generals] sued.',
    'attorneys general',
    'Two attorneys general sued.',
  ],
  ['stet-courts-martial', 'The [court martials] began.', 'courts martial', 'The courts martial began.'],
  [
    'stet-in-laws',
    'His [brother-in-laws] came.',
    'brothers-in-law',
    'His brothers-in-law came, as in-laws do.',
  ],
  ['stet-passers-by', 'Some [passer-bys] helped.', 'passers-by', 'Some passers-by helped.'],
]
