import type { LabelledText } from './labelled-text.ts'
import { storyOf } from './story-of.ts'

const wrong = (...words: readonly string[]) => words.map((words) => ({ check: 'grammar', words }))
const NEITHER = ['spelling', 'grammar'] as const

/** Copy with faults of grammar in it, and clean copy whose sentences might be taken for faulty ones. */
export const GRAMMAR_TEXTS: readonly LabelledText[] = [
  {
    title: 'Long sentences and plural bodies, clean',
    build: () =>
      storyOf({
        headline: 'Council backs tower despite objections',
        body: [
          'Councillors in Salford have approved a 46-storey tower beside the Irwell, despite more than 900 objections and a warning from their own officers that it would leave three primary schools in shadow for most of the winter.',
          'The committee were split six to five. The developer, whose earlier scheme was refused in 2022, has promised that a quarter of the 512 flats will be let at below-market rents, though campaigners say that falls short of what the local plan requires.',
          'One of those who voted against, Labour’s Denise Ashworth, said the number of people who had written in was “unlike anything I have seen in 20 years”.',
          'What happens next is up to the secretary of state, to whom the matter may yet be referred. Neither the mayor nor his deputies were at the meeting.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'Speech as people speak, clean',
    build: () =>
      storyOf({
        headline: '“We just ran”: survivors recall night of flood',
        body: [
          'When the river came over the wall, Marlene Okafor had been asleep for less than an hour. “The dog wouldn’t stop,” she said. “I put my feet down and there it was, cold as anything, up to my ankles.”',
          'Her neighbours’ daughter, who is eight, was lifted on to a kitchen cupboard. “She’s the one who kept us going,” said the girl’s father. “She sang.”',
          'By dawn there were boats in the high street. It’s not the first time the town has flooded, and those who have lived here longest know that it won’t be the last; but no one could recall it rising so fast.',
          '“You’d think they’d have told us,” said Okafor. “They’ve a siren. Whose job is it to press the button?”',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'An hour, a union, an MP: sounds and letters, clean',
    build: () =>
      storyOf({
        headline: 'Union calls an hour-long stoppage',
        body: [
          'A union that represents train guards has called an hour-long stoppage for Monday, saying that a one-off payment offered by the company was an insult to members who worked through the pandemic.',
          'An MP who has tried to mediate, Labour’s Gareth Pugh, said a European model of arbitration would help. He described the offer as an honest attempt, if a unique one, and said it would be an honour to chair talks.',
          'The firm, which is owned by a US fund, said a £500 bonus and an 8 per cent rise over two years was all it could afford. An FBI-style inquiry, as one official put it, was not needed; a unanimous vote was.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'Markets and money, clean',
    build: () =>
      storyOf({
        headline: 'Stocks drift as traders await Fed',
        body: [
          'European shares were little changed on Wednesday as investors waited for the Federal Reserve to decide whether to cut interest rates for the third time this year.',
          'London’s FTSE 100 was down 0.1 per cent by mid-morning, while the DAX in Frankfurt and the CAC 40 in Paris each rose 0.2 per cent. Oil was steady at about $71 a barrel.',
          'Economists polled by Reuters were divided: 31 of 60 expected a cut of a quarter of a percentage point, and the rest no change. “It is as close as it gets,” said Hannah Brandt of Commerzbank.',
          'Gold, which had risen by a fifth since January, lost some of its shine. Bitcoin traded at $64,200, having briefly fallen below $62,000 overnight.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'A or an',
    build: () =>
      storyOf({
        headline: 'Police seek witnesses',
        body: [
          'Detectives are looking for a elderly man who left a hotel in Brighton shortly before the fire. He had an brown suitcase and was walking with a stick, according to two guests.',
          'A investigation by the fire service is under way. An spokesman said that it might take weeks, as part of the roof had fallen in.',
          'The building, an Edwardian villa with a unique spiral staircase, was sold an hour before the blaze to a Irish investor.',
        ],
      }),
    must: [
      { check: 'grammar', words: 'a' },
      { check: 'grammar', words: 'an' },
      { check: 'grammar', words: 'A' },
      { check: 'grammar', words: 'An' },
    ],
    mustNot: NEITHER,
  },
  {
    title: 'Of for have, and past participles',
    build: () =>
      storyOf({
        headline: 'Inquiry hears of missed chances',
        body: [
          'Ministers could of acted months earlier to stop the collapse of the hospital builder, a former civil servant told the inquiry on Tuesday.',
          'Edward Lavelle said officials had wrote to the department three times. The letters should of been answered within 20 days, he added, but nobody has ever took responsibility.',
          'Asked if things would have been different under another secretary of state, he paused. “They might have been,” he said. “We will never know.”',
        ],
      }),
    must: wrong('could of', 'should of', 'wrote', 'took'),
    mustNot: ['spelling'],
  },
  {
    title: 'Verbs that don’t agree',
    build: () =>
      storyOf({
        headline: 'Vets warn of shortage',
        body: [
          'Rural practices are finding it harder to recruit, and they was warning of it long before the pandemic, the head of the vets’ association said.',
          'She say that half of all graduates leave large-animal work within four years. “It was never well paid,” a farmer in Powys added, “but people stayed.”',
          'The government said it was looking at the figures. Officials will met the association next month.',
        ],
      }),
    must: wrong('was', 'say', 'will met'),
    mustNot: ['spelling'],
  },
  {
    title: 'Its and it’s, their and there',
    build: () =>
      storyOf({
        headline: 'Museum reopens after restoration',
        body: [
          'The museum reopens on Saturday with a show of it’s own treasures, many of which have not been seen since the war.',
          'Curators have spent three years on there own catalogue. Visitors will see more then 200 drawings, and for the first time the restored roof of it’s great hall.',
          'Tickets cost £12. It’s free for children, and its café will stay open until nine on Thursdays.',
        ],
      }),
    must: wrong('it’s', 'there', 'then'),
    mustNot: ['spelling'],
  },
  {
    title: 'Sayings that were misheard',
    build: () =>
      storyOf({
        headline: 'Minister given free reign, critics say',
        body: [
          'The transport minister has been given free reign to redraw the timetable, her critics say, and for all intensive purposes the regulator has been sidelined.',
          'Storms have wrecked havoc on the line in each of the past two winters. Operators are waiting with baited breath for a decision on money for new sea walls.',
          'A former rail boss said it was a mute point whether the cash existed. “It has peaked the interest of the Treasury,” he said, “and that is rarely a good sign.”',
        ],
      }),
    must: wrong(
      'free reign',
      'for all intensive purposes',
      'wrecked havoc',
      'baited breath',
      'mute point',
      'peaked',
    ),
    mustNot: ['spelling'],
  },
  {
    title: 'More slips between words that sound alike',
    build: () =>
      storyOf({
        headline: 'Club parts with manager',
        body: [
          'The club has parted company with its manager after a run of defeats that left supporters fearing they would loose their place in the top division.',
          'The chairman said he was suppose to meet the squad on Monday. He thanked the manager for his advise and said that the decision was harder then any he had made.',
          'Despite of the results, the team had been better organised than a year ago. The board have regularly payed tribute to his work with young players.',
        ],
      }),
    must: wrong('loose', 'suppose to', 'advise', 'then', 'Despite of', 'payed'),
    mustNot: ['spelling'],
  },
]
