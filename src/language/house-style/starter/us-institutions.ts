import { starterRules } from './starter-rules-of.ts'

/** American institutions: rules for an American newspaper. */
export const US_INSTITUTIONS_RULES = starterRules('stet-us', 'American institutions', [
  [
    'epa-name',
    String.raw`(?<!Scottish )(?<!Swedish )(?<!Japanese )\bEnvironment Protection Agency\b`,
    'Environmental Protection Agency',
    'The US agency is Environmental.',
  ],
  ['irs-name', String.raw`\bInternal Revenue Services\b`, 'Internal Revenue Service', 'One service.'],
  [
    'labor-department',
    String.raw`\b(US|U\.S\.|American) Labour Department\b`,
    '$1 Labor Department',
    'An American body keeps the American spelling.',
  ],
  [
    'house-of-representative',
    String.raw`\bHouse of Representative\b`,
    'House of Representatives',
    'There are 435 of them.',
  ],
  [
    'supreme-court',
    String.raw`\b(US|U\.S\.) (?:supreme [Cc]ourt|Supreme court)\b`,
    '$1 Supreme Court',
    'The court has two capitals.',
  ],
  [
    'kennedy-center',
    String.raw`\b(Kennedy|Lincoln|Rockefeller|Kennedy Space|Johnson Space) Centre\b`,
    '$1 Center',
    'A building’s name keeps its spelling.',
  ],
  [
    'democrat-party',
    String.raw`\bDemocrat (Party|senators?|congress(?:man|woman|men|women)|lawmakers?|governors?|candidates?)\b`,
    'Democratic $1',
    'The adjective is Democratic.',
  ],
  [
    'capitol-building',
    String.raw`\b(US|U\.S\.) Capital (building|Police|riot|attack|complex|grounds)\b`,
    '$1 Capitol $2',
    'Congress meets in the Capitol, in the capital.',
  ],
  ['capitol-hill', String.raw`\bCapital Hill\b`, 'Capitol Hill', 'The hill has the Capitol on it.'],
  ['postal-service', String.raw`\b(US|U\.S\.) Post Service\b`, '$1 Postal Service', 'The agency is Postal.'],
  [
    'homeland-security',
    String.raw`\bDepartment of Homeland [Ss]ecurities\b|\bHomeland security [Dd]epartment\b`,
    'Department of Homeland Security',
    'The department’s name has one security, with a capital.',
  ],
  [
    'joint-chiefs',
    String.raw`\bJoint Chief of Staffs?\b`,
    'Joint Chiefs of Staff',
    'There are several chiefs.',
  ],
  [
    'veterans-affairs',
    String.raw`\bDepartment of (?:Veteran|Veteran[’\']s|Veterans[’\']) Affairs\b`,
    'Department of Veterans Affairs',
    'No apostrophe in the name.',
  ],
  [
    'martin-luther-king-day',
    String.raw`\bMartin Luther King,? Jr\.?,? [Dd]ay\b`,
    'Martin Luther King Jr. Day',
    'No commas in the name of the day.',
    'advice',
  ],
  [
    'veterans-day',
    String.raw`\bVeteran(?:[’\']s|s[’\']) Day\b`,
    'Veterans Day',
    'No apostrophe in the name of the day.',
  ],
  [
    'presidents-day',
    String.raw`\bPresident(?:[’\']s|s) Day\b`,
    'Presidents’ Day',
    'The day belongs to several presidents.',
  ],
  ['daylight-savings', String.raw`\b([Dd])aylight[- ][Ss]avings\b`, '$1aylight saving', 'One saving.'],
])
