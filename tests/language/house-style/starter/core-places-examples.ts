import type { RuleExample } from './rule-example.ts'

/** What the rules on places must find, in brackets, with the fix; and what they must leave alone. */
export const PLACES_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-the-ukraine',
    'Troops were sent [to the Ukraine] in May.',
    'to Ukraine',
    'Leaders spoke of the Ukraine war and of Ukraine.',
  ],
  ['stet-kiev', 'Talks in [Kiev] failed.', 'Kyiv', 'Talks in Kyiv failed over chicken Kiev.'],
  ['stet-peking', 'Talks in [Peking] failed.', 'Beijing', 'She studied at Peking University in Beijing.'],
  ['stet-bombay', 'Talks in [Bombay] failed.', 'Mumbai', 'Talks at the Bombay High Court in Mumbai failed.'],
  ['stet-calcutta', 'Talks in [Calcutta] failed.', 'Kolkata', 'The Calcutta High Court in Kolkata ruled.'],
  ['stet-madras', 'Talks [in Madras] failed.', 'in Chennai', 'A ruling of Madras High Court in Chennai.'],
  ['stet-swaziland', 'The king of [Swaziland] spoke.', 'Eswatini', 'The king of Eswatini spoke.'],
  [
    'stet-colombia',
    'She was born in [Bogota, Columbia] and left.',
    'Bogota, Colombia',
    'She was born in Bogota, Colombia, and went to Columbia University.',
  ],
  [
    'stet-colombian',
    'The [Columbian president] spoke.',
    'Colombian president',
    'The Colombian president spoke.',
  ],
  [
    'stet-columbia-british',
    'Fires in [British Colombia] spread.',
    'British Columbia',
    'Fires in British Columbia spread.',
  ],
  ['stet-saudi-arabia', 'Talks in [Saudia Arabia] failed.', 'Saudi Arabia', 'Talks in Saudi Arabia failed.'],
  ['stet-czech', 'It was [Czechoslovakia’s present] leader.', null, 'It was Czechoslovakia’s last leader.'],
  [
    'stet-netherlands-the',
    'He flew [to Netherlands] on Monday.',
    'to the Netherlands',
    'He flew to the Netherlands on Monday.',
  ],
  [
    'stet-hague-the',
    'They met in [the Hague] on Monday.',
    'The Hague',
    'They met in The Hague under the Hague Convention.',
  ],
  ['stet-north-south-korean', 'Troops from [north Korea] arrived.', null, 'Troops from North Korea arrived.'],
  [
    'stet-middle-east',
    'Peace in the [middle east] is far.',
    'Middle East',
    'Peace in the Middle East is far.',
  ],
  [
    'stet-mount-everest',
    'He climbed [Mt. Everest] twice.',
    'Mount Everest',
    'He climbed Mount Everest twice.',
  ],
  [
    'stet-sahara-desert',
    'It lies in the [Sahara Desert region] of Mali.',
    'Sahara',
    'It lies in the Sahara Desert.',
  ],
  [
    'stet-rio-grande-river',
    'They crossed the [Rio Grande River] at night.',
    'Rio Grande',
    'They crossed the Rio Grande at night.',
  ],
]
