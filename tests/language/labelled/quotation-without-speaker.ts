import { FILLER, labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('quotation-without-speaker')
const SENTENCE = '“It is a disaster for every town along this coast.”'

/** Quoted sentences that nobody is said to have spoken. */
export const QUOTATION_WITHOUT_SPEAKER = [
  flags('between paragraphs of fact', [SENTENCE], { body: [FILLER, SENTENCE, FILLER] }),
  flags('within a paragraph of fact', [SENTENCE], {
    body: [FILLER, `The vote was close. ${SENTENCE} The hall was full.`, FILLER],
  }),
  leaves('a verb of saying', { body: [FILLER, `${SENTENCE.slice(0, -2)},” said Ann Lowe.`, FILLER] }),
  leaves('a speaker before', { body: ['Ann Lowe said she was angry.', SENTENCE, FILLER] }),
  leaves('a speaker behind', { body: [FILLER, SENTENCE, 'Ann Lowe, who said so, left.'] }),
  leaves('several in a row', { body: ['Ann Lowe said:', SENTENCE, SENTENCE, SENTENCE, FILLER] }),
  leaves('a few words', { body: [FILLER, 'They called it “a disaster”.', FILLER] }),
  leaves('a quote set out', {
    body: [FILLER],
    blocks: [{ kind: 'quote', level: 0, spans: [{ text: SENTENCE, marks: {} }] }],
  }),
]
