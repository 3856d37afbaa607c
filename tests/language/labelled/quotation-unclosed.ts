import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('quotation-unclosed')

/** Quotation marks without a partner. */
export const QUOTATION_UNCLOSED = [
  flags('curly', ['“'], { body: ['“We are ready, she said.', 'They left.'] }),
  flags('straight', ['"'], { body: ['"We are ready, she said.'] }),
  flags('in the headline', ['‘'], { headline: 'Minister ‘will go next week' }),
  flags('closed, not opened', ['”'], { body: ['We are ready,” she said.'] }),
  flags('the last of several paragraphs', ['“'], {
    body: ['She said: “We came.', '“We saw.', 'They left.'].slice(1),
  }),
  leaves('closed', {
    headline: '‘We won’t go’, say ’90s stars',
    body: ['“We are ready,” she said.', '"So are we," he said.'],
  }),
  leaves('over paragraphs', { body: ['She said: “We came.', '“We saw.', '“We won.”'] }),
  leaves('one in another', {
    body: ['“He said ‘no’ and ‘never again’,” she said.', "'It's the boys' own,' she said."],
  }),
  leaves('apostrophes', {
    body: [
      'It was rock ’n’ roll in the ’60s; ’tis the dogs’ home. Get ’em.',
      "The '90s weren't the players' best.",
    ],
  }),
  leaves('feet and inches', { body: ['He is 6\'2" tall, and the screen has 15" across.'] }),
]
