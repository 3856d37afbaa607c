import { FILLER, labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('surname-alone')

/** First mentions by surname alone. */
export const SURNAME_ALONE = [
  flags('the whole name later', ['Okafor'], {
    body: ['The crowd cheered when Okafor spoke.', 'Daniel Okafor is a teacher.'],
  }),
  flags('the whole name in the caption only', ['Hughes'], {
    caption: 'Karen Hughes in Cardiff on Monday. Photo: PA',
    body: ['The winner was Hughes, by two votes.', FILLER],
  }),
  flags('Mr without a whole name', ['Penrose'], { body: ['The shop is run by Mr Penrose.', FILLER] }),
  flags('with an age', ['Whitcombe'], { body: ['The driver, named as Whitcombe, 52, was unhurt.'] }),
  flags('by what only people have', ['Tranter'], {
    body: ['Police found Tranter’s wife at home.', 'Tranter said he was sorry.', FILLER],
  }),
  flags('a common surname that speaks', ['Johnson'], { body: ['Johnson said the plan was bad.', FILLER] }),
  leaves('introduced before', { body: ['Daniel Okafor is a teacher.', 'Okafor spoke.'] }),
  leaves('an office before it', { body: ['President Macron spoke.', 'Emmanuel Macron then left.'] }),
  leaves('places, firms and famous names', {
    body: [
      'Moscow said it would answer.',
      'Boeing said it had orders.',
      'Shakespeare wrote it.',
      'Apple told staff.',
      'Adele sang.',
    ],
  }),
  leaves('a family name first', { body: ['Chinese leader Xi Jinping spoke.', 'Xi said so.'] }),
  leaves('within what somebody says', { body: ['“Mr Penrose was kind,” said Ann Lowe.'] }),
  leaves('with an article', { body: ['The Trump administration agreed.', 'Donald Trump signed.'] }),
  leaves('an ordinary word at a beginning', { body: ['Brown bears were seen.', 'Gordon Brown saw one.'] }),
]
