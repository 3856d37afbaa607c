import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('spelling-mixed')

/** British and American spelling in one story. */
export const SPELLING_MIXED = [
  flags('an American word', ['color'], { body: ['The colour of the centre was grey.', 'Its color faded.'] }),
  flags('a British word', ['travelled'], { body: ['The center lost its color after they travelled.'] }),
  flags('-ize among -ise', ['organized'], {
    body: ['They organised it and realised it.', 'She organized it.'],
  }),
  flags('-ise in American copy', ['organised'], {
    body: ['The color of the center was honored. They organised it.'],
  }),
  flags('by dialect where even', ['colour'], { body: ['A colour and a neighbor.'] }, { dialect: 'American' }),
  flags('both at once', ['colorful', 'organized'], {
    body: ['The defence organisation organized a colorful theatre by the harbour.'],
  }),
  leaves('names', {
    body: ['The Department of Defense and the World Trade Organization praised its colour at Pearl Harbor.'],
  }),
  leaves('British with -ize', { body: ['The colour was organized at the centre.'] }),
  leaves('American', { body: ['The color was organized at the center.'] }),
  leaves('words of two meanings', {
    body: [
      'A computer program, a licence and a parking meter; the story of a check.',
      'The colour of practice.',
    ],
  }),
]
