import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('dates-differ')

/** One event on two days. */
export const DATES_DIFFER = [
  flags('dek against body', ['Friday'], {
    dek: 'Summit in Paris on Friday',
    body: ['Ahead of Thursday’s summit, ministers met.'],
  }),
  flags('a caption', ['Monday'], {
    caption: 'Mourners at the funeral on Monday in Hull. Photo: PA',
    body: ['The funeral was held on Tuesday.'],
  }),
  flags('the dateline', ['Sept 4'], {
    fields: { date: '2025-09-03' },
    body: ['PARIS, Sept 4 (Reuters) - Talks went on.'],
  }),
  flags('without on', ['Monday'], {
    headline: 'Talks to resume Monday',
    body: ['Talks will resume on Tuesday.'],
  }),
  leaves('the same', { dek: 'Summit on Thursday', body: ['Thursday’s summit will be short.'] }),
  leaves('two of them', {
    dek: 'Meeting on Friday',
    body: ['Thursday’s meeting failed; they try again on Friday.'],
  }),
  leaves('another event', { dek: 'Vote on Friday', body: ['The debate on Thursday was long.'] }),
]
