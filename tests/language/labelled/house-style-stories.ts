import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { houseRule } from '../house-style/house-rule-of.ts'
import type { LabelledText } from './labelled-text.ts'
import { storyOf } from './story-of.ts'

const wrong = (...words: readonly string[]) => words.map((words) => ({ check: 'house-style', words }))
const ONLY = ['house-style'] as const
const AMERICAN = { starter: 'American', dialect: 'American' } as const

const quote = (text: string): Block => ({ kind: 'quote', level: 0, spans: [{ text, marks: {} }] })
const noted = (before: string, note: string, after: string): Block => ({
  kind: 'paragraph',
  level: 0,
  spans: [
    { text: before, marks: {} },
    { text: note, marks: { note: true } },
    { text: after, marks: {} },
  ],
})
const own = (id: string, pattern: string, rest: Partial<HouseRule> = {}): HouseRule =>
  houseRule({ id, pattern, ...rest })

/** Stories against the starter sets of house rules, and stories that might be taken for faulty and are not. */
export const HOUSE_STYLE_STORIES: readonly LabelledText[] = [
  {
    title: 'A ferry report in good order, clean',
    build: () =>
      storyOf({
        headline: 'Ferry operator to cut winter crossings',
        dek: 'Islanders say three sailings a week are too few',
        body: [
          'A ferry company that serves four islands off the west coast said on Thursday that it would cut its winter timetable by almost a third, blaming the price of fuel and a shortage of crew.',
          'From 28 October there will be three crossings a week in place of five. “We have put this off for as long as we could,” said Morag Gillies, the managing director, whose 62-year-old flagship is due in dry dock for six weeks.',
          'The islands’ council, which was told 20 minutes before the announcement, said about 1,400 people depended on the boats to reach the hospital. It has asked ministers for a meeting next week.',
        ],
      }),
    must: [],
    mustNot: ONLY,
  },
  {
    title: 'A central bank report with many figures, clean',
    build: () =>
      storyOf({
        headline: 'Bank holds rate at 4.25% as wages slow',
        body: [
          'The central bank left its main interest rate at 4.25% on Wednesday, its sixth pause in a row, after wage growth slowed to 3.9% in the three months to May, the lowest since 2021.',
          'Seven of the nine members of the monetary policy committee voted for no change; two wanted a cut of a quarter of a point. The pound fell 0.4% against the dollar, to $1.31.',
          'Between 2015 and 2019 the rate never rose above 0.75%. Most economists asked by news agencies had expected no move before November.',
        ],
      }),
    must: [],
    mustNot: ONLY,
  },
  {
    title: 'Worn and idle words in a council report',
    build: () =>
      storyOf({
        headline: 'Library to close in March',
        body: [
          'The library will close in March due to the fact that its roof leaks, the council said. Prior to the vote, residents had handed in a petition.',
          'Councillors made the decision to sell the building for in excess of £2 million. Only time will tell who buys it.',
        ],
      }),
    must: wrong(
      'due to the fact that',
      'Prior to',
      'made the decision to',
      'in excess of',
      'Only time will tell',
    ),
    mustNot: ONLY,
  },
  {
    title: 'The same words where people speak them, clean',
    build: () =>
      storyOf({
        headline: 'Manager stays calm',
        body: [
          '“At the end of the day it’s a game of two halves, and only time will tell,” said the manager. ‘Prior to kick-off we were on the same page,’ his captain said.',
          '“We had a perfect storm of injuries, and that goes on into the next paragraph of what he said.',
        ],
        blocks: [quote('It was the tip of the iceberg, a game changer.')],
      }),
    must: [],
    mustNot: ONLY,
  },
  {
    title: 'Notes for the desk are not copy, clean',
    build: () =>
      storyOf({
        headline: 'Port reopens',
        blocks: [
          noted(
            'The port reopened at dawn. ',
            'check prior to printing: 9 am?',
            ' Ships were waiting outside.',
          ),
          noted('He spoke in the ', 'xx', 'nick of time before the vote.'),
        ],
      }),
    must: [],
    mustNot: ONLY,
  },
  {
    title: 'Dates and times the British way',
    build: () =>
      storyOf({
        headline: 'Trial to begin in June',
        body: [
          'The trial begins on 3rd June at 10:30 am and will sit from 2 p.m. on Fridays. It concerns the early 1990’s, when the firm traded.',
          'The firm was wound up on 24 May, 1996, and its papers were found between 2010-2012.',
        ],
      }),
    must: wrong('3rd June', '10:30 am', '2 p.m.', 'early 1990’s', '24 May, 1996', 'between 2010-2012'),
    mustNot: ONLY,
  },
  {
    title: 'Dates and times the American way',
    settings: AMERICAN,
    build: () =>
      storyOf({
        headline: 'Trial to begin in June',
        body: [
          'The trial will begin on September 3 at 9am and resume at 2:00 p.m. on Fridays. The judge set the schedule at the weekend.',
          'Lawyers met on Sept. 2 and again in October 2024.',
        ],
      }),
    must: wrong('September 3', '9am', '2:00 p.m.', 'at the weekend'),
    mustNot: ONLY,
  },
  {
    title: 'An American report in good order, clean',
    settings: AMERICAN,
    build: () =>
      storyOf({
        headline: 'County votes to widen river road',
        body: [
          'County commissioners voted 4-1 on Tuesday to widen the river road, a project that officials said would cost $38 million and take two years.',
          '“It’s overdue,” said Commissioner Lena Ortiz, who moved toward the plan after a crash on Jan. 14 that killed three people. She said she had driven the road every day for 30 years.',
          'The meeting, which began at 9 a.m. and ran past noon, drew about 120 residents. Work will start in April 2026.',
        ],
      }),
    must: [],
    mustNot: ONLY,
  },
  {
    title: 'British words in American copy',
    settings: AMERICAN,
    build: () =>
      storyOf({
        headline: 'Truck hits wall',
        body: [
          'A lorry rolled towards the car park and hit a wall, police said. The driver died in hospital on Monday.',
          'Five per cent of the petrol had leaked, Mr Hall said.',
        ],
      }),
    must: wrong('lorry', 'towards', 'car park', 'in hospital', 'per cent', 'petrol', 'Mr'),
    mustNot: ONLY,
  },
  {
    title: 'Names of places and bodies',
    build: () =>
      storyOf({
        headline: 'Talks in Kiev end',
        body: [
          'Envoys of the World Health Organisation flew to Bogota, Columbia, and on to the Ukraine, the United nations said.',
          'They had studied at Peking University and eaten chicken Kiev with the Colombian president near Columbia University.',
        ],
      }),
    must: wrong('Kiev', 'World Health Organisation', 'Bogota, Columbia', 'to the Ukraine', 'United nations'),
    mustNot: ONLY,
  },
  {
    title: 'Hyphens that are missing and hyphens too many',
    build: () =>
      storyOf({
        headline: 'Mayor begins a three day visit',
        body: [
          'The newly-elected mayor, a 46 year-old former teacher, sent an e-mail to policy-makers.',
          'A well-known friendly-looking man, 46 years old, wrote a two-page letter on a family-owned farm.',
        ],
      }),
    must: wrong('a three day visit', 'newly-elected', '46 year-old', 'e-mail', 'policy-makers'),
    mustNot: ONLY,
  },
  {
    title: 'Numbers, money and sizes',
    build: () =>
      storyOf({
        headline: 'Firm to pay $10 million dollars',
        body: [
          'Sales rose 5 % to three millions, and 7 people lost their jobs. It was the most biggest fall since 2008, with less workers than ever.',
          'In all, 17 people left, and seven people joined; two-thirds of the 9,000 workers stayed, at a cost of $7 a head.',
        ],
      }),
    must: wrong('$10 million dollars', '5 %', 'three millions', '7 people', 'most biggest', 'less workers'),
    mustNot: ONLY,
  },
  {
    title: 'Words about people',
    build: () =>
      storyOf({
        headline: 'Fireman saves woman from river',
        body: [
          'A wheelchair-bound woman was pulled from the river by a policeman and two firemen. Her brother committed suicide in 2010.',
          'The law bans homosexual acts. A suicide bomber was held, a spokeswoman said, and the actress thanked police officers. A strike could cripple the port.',
        ],
      }),
    must: wrong('Fireman', 'wheelchair-bound', 'policeman', 'firemen', 'committed suicide'),
    mustNot: ONLY,
  },
  {
    title: 'Words mixed up',
    build: () =>
      storyOf({
        headline: 'Court gives ministers free reign',
        body: [
          'The inquiry was lead by a judge who poured over the documents to diffuse the crisis. Hoards of reporters waited with baited breath.',
          'A reign of terror followed; water poured over the weir, and smoke diffused through the hall. The line that they tow leads to a barge.',
        ],
      }),
    must: wrong(
      'free reign',
      'was lead by',
      'poured over the documents',
      'diffuse the crisis',
      'Hoards of reporters',
      'baited breath',
    ),
    mustNot: ONLY,
  },
  {
    title: 'Signs and spaces',
    build: () =>
      storyOf({
        headline: 'Minister resigns',
        body: [
          'The minister ,who is 60,said he would go.. His party has it’s own rules.Then he left.',
          'He resigned at 5.30pm (his second time), and said: “I will go... I think.” The vote was 1,000 to 900.',
        ],
      }),
    must: wrong(' ,', '..', 'it’s own', 'rules.Then'),
    mustNot: ONLY,
  },
  {
    title: 'A newsroom’s own rules: right, off, for headlines only, in quotations',
    settings: {
      starter: 'none',
      rules: [
        own('name', '(?i)\\bkeir starmer', { replacement: 'Keir Starmer' }),
        own('word', '(?i)\\bmedia?eval', { replacement: 'medieval' }),
        own('group', '\\b(j|g)ist\\b', { replacement: 'gist' }),
        own('head', '\\bhits out\\b', { tags: ['only:headline'] }),
        own('off', '\\bport\\b', { isOff: true }),
        own('said', '\\birregular\\b', { inQuotations: true }),
      ],
    },
    build: () =>
      storyOf({
        headline: 'Mayor hits out at plan',
        body: [
          'Medieval walls fell. The mediaeval port stood, Keir Starmer said. That is the jist of it.',
          'She hits out at nobody. “It is irregular,” she said.',
        ],
      }),
    must: wrong('hits out', 'Medieval', 'mediaeval', 'Keir Starmer', 'jist', 'irregular'),
    mustNot: ONLY,
  },
  {
    title: 'A foreign report of the agencies’ kind, clean',
    build: () =>
      storyOf({
        headline: 'Two killed as storm hits coast',
        dek: 'Thousands without power after winds of up to 130 kilometres an hour',
        body: [
          'Two people were killed and thousands were left without power on Sunday as a storm tore roofs off houses along the coast, officials said.',
          'A 34-year-old man died when a tree fell on his car near the port of Brest, the prefecture said in a statement. The body of a second man, aged 71, was found in a flooded cellar.',
          '“We have never seen anything like it,” mayor Yann Le Goff told AFP. “It’s going to take weeks to clear this up.”',
          'Some 48,000 homes had no electricity as of 0600 GMT, the grid operator said, down from 120,000 overnight. Trains were suspended until further notice in three departments, and the airport was to reopen later in the day.',
        ],
        caption: 'A fallen tree blocks a road near Brest, France, on November 3, 2024. — AFP',
        alt: 'A tree lies across a wet road',
      }),
    must: [],
    mustNot: ONLY,
  },
]
