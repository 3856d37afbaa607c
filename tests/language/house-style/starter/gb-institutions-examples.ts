import type { RuleExample } from './rule-example.ts'

/** What the rules on British institutions must find, in brackets, with the fix; and what they must leave alone. */
export const GB_INSTITUTIONS_EXAMPLES: readonly RuleExample[] = [
  [
    'stet-gb-his-majestys',
    'It went to [Her Majesty’s Treasury] first.',
    'His Majesty’s Treasury',
    'It went to His Majesty’s Treasury first.',
  ],
  [
    'stet-gb-kings-counsel',
    'She is a [Queen’s Counsel] in Leeds.',
    'King’s Counsel',
    'She is a King’s Counsel in Leeds.',
  ],
  ['stet-gb-kc', 'Jane Smith [QC] spoke.', 'KC', 'Jane Smith KC spoke in Quebec, QC.'],
  ['stet-gb-number-ten', 'A source at [Number 10] said no.', 'No 10', 'A source at No 10 said no.'],
  ['stet-gb-no-ten-point', 'Then [No. 10] said no.', 'No 10', 'Then No 10 said no to a No. 10 shirt.'],
  [
    'stet-gb-inland-revenue',
    'He owed the [Inland Revenue] much.',
    'HM Revenue and Customs',
    'He owed HM Revenue and Customs much.',
  ],
  ['stet-gb-welsh-assembly', 'The [Welsh Assembly] voted.', 'Senedd', 'The Senedd voted.'],
  [
    'stet-gb-welsh-assembly-government',
    'The [Welsh Assembly Government] paid.',
    'Welsh government',
    'The Welsh government paid.',
  ],
  [
    'stet-gb-scottish-executive',
    'The [Scottish Executive] paid.',
    'Scottish government',
    'The Scottish government paid.',
  ],
  [
    'stet-gb-english-pm',
    'The [English prime minister] spoke.',
    'British prime minister',
    'The British prime minister spoke English.',
  ],
  [
    'stet-gb-queen-of-england',
    'The [King of England] said no.',
    null,
    'The King said no; Alfred was no King of England.',
  ],
  ['stet-gb-a-and-e', 'He waited in [A & E] all night.', 'A&E', 'He waited in A&E all night.'],
  [
    'stet-gb-member-for-parliament',
    'The [member for Parliament] spoke.',
    null,
    'The member of parliament for Leeds spoke.',
  ],
  [
    'stet-gb-houses-of-parliaments',
    'It faces the [Houses of Parliaments] there.',
    'Houses of Parliament',
    'It faces the Houses of Parliament there.',
  ],
  ['stet-gb-eire', 'He moved to [Eire] in May.', 'Ireland', 'He moved to Ireland in May.'],
  [
    'stet-gb-southern-ireland',
    'He moved to [Southern Ireland] in May.',
    'the Irish Republic',
    'He moved to the Irish Republic, in southern Ireland.',
  ],
  ['stet-gb-bbc-numbers', 'It was on [BBC1] at nine.', null, 'It was on BBC One at nine.'],
  [
    'stet-gb-north-of-border-capital',
    'It rained in the [North West of England] there.',
    null,
    'It rained in north-west England there.',
  ],
  [
    'stet-gb-university-of-oxbridge',
    'He was at the [University of Oxford University] then.',
    'Oxford University',
    'He was at Oxford University then.',
  ],
  [
    'stet-gb-metropolitan-police-service',
    'The [Metropolitan Police Force] said no.',
    'Metropolitan police',
    'The Metropolitan police said no.',
  ],
  [
    'stet-gb-serjeant',
    'The [Sergeant at Arms] of the Commons spoke.',
    'Serjeant at Arms',
    'The Serjeant at Arms of the Commons spoke.',
  ],
]
