import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('tk')

/** Places marked as still to come. */
export const TK_PLACES = [
  flags('in the body and the headline', ['TK', 'TKTK'], {
    headline: 'Bridge closes for TK weeks',
    body: ['It cost TKTK.'],
  }),
  leaves('inside of words', { body: ['The ATK group and TKMaxx.'] }),
]
