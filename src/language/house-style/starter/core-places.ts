import { starterRules } from './starter-rules-of.ts'

/** Places: rules for any newspaper. */
export const PLACES_RULES = starterRules('stet', 'Places', [
  [
    'the-ukraine',
    String.raw`\b(in|from|to|into|across|of|with) the Ukraine(?=[.,;:!?]|$| (?:and|or|on|in|is|was|has|had|with|by|for|after|since|as|said)\b)`,
    '$1 Ukraine',
    'The country’s name has no “the”.',
  ],
  [
    'kiev',
    String.raw`(?<![Cc]hicken )(?<!Dynamo )\bKiev\b(?! Rus)`,
    'Kyiv',
    'The Ukrainian capital is spelt the Ukrainian way, but for the dish.',
  ],
  [
    'peking',
    String.raw`\bPeking\b(?! (?:duck|University|Opera|Man|man|opera)\b)`,
    'Beijing',
    'The city’s name today is Beijing; dishes and institutions keep the old one.',
  ],
  [
    'bombay',
    String.raw`\bBombay\b(?! (?:High Court|Stock Exchange|duck|mix|Sapphire)\b)`,
    'Mumbai',
    'The city has been Mumbai since 1995; institutions keep the old name.',
    'advice',
  ],
  [
    'calcutta',
    String.raw`\bCalcutta\b(?! (?:High Court|University)\b)`,
    'Kolkata',
    'The city has been Kolkata since 2001; institutions keep the old name.',
    'advice',
  ],
  [
    'madras',
    String.raw`\b(in|to|from|near|of) Madras\b(?! (?:High Court|University)\b)`,
    '$1 Chennai',
    'The city has been Chennai since 1996; institutions keep the old name.',
    'advice',
  ],
  ['swaziland', String.raw`\bSwaziland\b`, 'Eswatini', 'The country has been Eswatini since 2018.'],
  [
    'colombia',
    String.raw`\b(Bogot[aá]|Medell[ií]n|Cali|Cartagena|Barranquilla), Columbia\b`,
    '$1, Colombia',
    'The country has two o’s; Columbia is in North America.',
  ],
  [
    'colombian',
    String.raw`\bColumbian (president|government|rebels?|army|police|peso|cartels?|authorities|drug)\b`,
    'Colombian $1',
    'The country has two o’s.',
  ],
  ['columbia-british', String.raw`\b(British|District of) Colombia\b`, '$1 Columbia', 'This one has a u.'],
  ['saudi-arabia', String.raw`\bSaudia Arabia\b`, 'Saudi Arabia', 'Saudi, without an a.'],
  [
    'czech',
    String.raw`\bCzechoslovakia[’\']s (?:current|present)\b`,
    null,
    'Czechoslovakia ended in 1992.',
    'advice',
  ],
  [
    'netherlands-the',
    String.raw`\b([Ii]n|[Ff]rom|[Tt]o|[Oo]f) Netherlands\b(?= (?:and|on|in|is|was|has|by|for|after|as)\b|[.,;])`,
    '$1 the Netherlands',
    'The country’s name has “the”.',
  ],
  [
    'hague-the',
    String.raw`\bthe Hague\b(?! (?:Convention|conventions?|court|tribunal|Group|summit|judges?|Regulations)\b)`,
    'The Hague',
    'The city’s name begins with a capital The.',
  ],
  [
    'north-south-korean',
    String.raw`\b(north|south) (Korean?s?)\b`,
    null,
    'Countries called North or South have a capital: North Korea, South Korea.',
  ],
  [
    'middle-east',
    String.raw`\b(?:middle east|Middle east|middle East)\b`,
    'Middle East',
    'The region has two capitals.',
  ],
  [
    'mount-everest',
    String.raw`\bMt\.? (Everest|Etna|Fuji|Kilimanjaro|Vesuvius|Rushmore)\b`,
    'Mount $1',
    'Mount is written out.',
  ],
  [
    'sahara-desert',
    String.raw`\b(Sahara|Gobi|Kalahari) [Dd]esert region\b`,
    '$1',
    'The name says that it is a desert, and where.',
    'advice',
  ],
  ['rio-grande-river', String.raw`\bRio Grande River\b`, 'Rio Grande', '“Rio” is the river.'],
])
