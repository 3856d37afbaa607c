import type { RuleExample } from './rule-example.ts'

/** What the rules on American institutions must find, in brackets, with the fix; and what they must leave alone. */
export const US_INSTITUTIONS_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-us-epa-name',
    'The [Environment Protection Agency] sued.',
    'Environmental Protection Agency',
    'The Environmental Protection Agency sued.',
  ],
  [
    'stet-us-irs-name',
    'The [Internal Revenue Services] sued.',
    'Internal Revenue Service',
    'The Internal Revenue Service sued.',
  ],
  [
    'stet-us-labor-department',
    'The [US Labour Department] said no.',
    'US Labor Department',
    'The US Labor Department said no.',
  ],
  [
    'stet-us-house-of-representative',
    'The [House of Representative] voted.',
    'House of Representatives',
    'The House of Representatives voted.',
  ],
  [
    'stet-us-supreme-court',
    'The [US supreme court] ruled.',
    'US Supreme Court',
    'The US Supreme Court ruled.',
  ],
  [
    'stet-us-kennedy-center',
    'It was at the [Lincoln Centre] then.',
    'Lincoln Center',
    'It was at the Lincoln Center then.',
  ],
  [
    'stet-us-democrat-party',
    'The [Democrat Party] won.',
    'Democratic Party',
    'The Democratic Party won; Democrats cheered.',
  ],
  [
    'stet-us-capitol-building',
    'The [US Capital building] shut.',
    'US Capitol building',
    'The US Capitol building shut in the US capital.',
  ],
  [
    'stet-us-capitol-hill',
    'Talks on [Capital Hill] failed.',
    'Capitol Hill',
    'Talks on Capitol Hill failed.',
  ],
  [
    'stet-us-postal-service',
    'The [US Post Service] raised prices.',
    'US Postal Service',
    'The US Postal Service raised prices.',
  ],
  [
    'stet-us-homeland-security',
    'The [Homeland security department] said no.',
    'Department of Homeland Security',
    'The Department of Homeland Security said no.',
  ],
  [
    'stet-us-joint-chiefs',
    'The [Joint Chief of Staff] met.',
    'Joint Chiefs of Staff',
    'The Joint Chiefs of Staff met.',
  ],
  [
    'stet-us-veterans-affairs',
    'The [Department of Veteran’s Affairs] paid.',
    'Department of Veterans Affairs',
    'The Department of Veterans Affairs paid.',
  ],
  [
    'stet-us-martin-luther-king-day',
    'It shut on [Martin Luther King Jr. day] here.',
    'Martin Luther King Jr. Day',
    'It shut on Jan. 20.',
  ],
  [
    'stet-us-veterans-day',
    'It shut on [Veteran’s Day] here.',
    'Veterans Day',
    'It shut on Veterans Day here.',
  ],
  [
    'stet-us-presidents-day',
    'It shut on [Presidents Day] here.',
    'Presidents’ Day',
    'It shut on Presidents’ Day here.',
  ],
  [
    'stet-us-daylight-savings',
    'It ends [daylight savings] time.',
    'daylight saving',
    'It ends daylight saving time.',
  ],
]
