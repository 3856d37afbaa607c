import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('ages-differ')

/** One person with two ages. */
export const AGES_DIFFER = [
  flags('in one body', ['42'], {
    body: ['John Smith, 43, was found on Monday.', 'Friends of 42-year-old John Smith came.'],
  }),
  flags('caption against body', ['43'], {
    caption: 'John Smith, 43, in Hull on Monday. Photo: PA',
    body: ['John Smith, 45, was fined.'],
  }),
  flags('somebody unnamed', ['34'], {
    headline: 'Man, 34, charged',
    body: ['A 35-year-old man has been charged.'],
  }),
  flags('aged', ['12'], { headline: 'Boy, 12, found safe', body: ['A boy aged 11 has been found.'] }),
  leaves('the same', {
    headline: 'Man, 34, charged',
    body: ['A 34-year-old man was charged.', 'John Smith, 34, is in custody.'],
  }),
  leaves('two people of one name', { body: ['John Smith, 43, and his son Paul Smith, 12, left.'] }),
  leaves('two men', {
    headline: 'Man, 34, charged',
    body: ['A 34-year-old man was charged; a 40-year-old man was not.'],
  }),
]
