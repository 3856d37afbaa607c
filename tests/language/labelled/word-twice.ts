import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('word-twice')

/** The same word twice in a row. */
export const WORD_TWICE = [
  flags('an article', ['the the'], { body: ['He left the the house.'] }),
  flags('at a sentence’s beginning', ['The the'], { headline: 'The the house that Jack left' }),
  flags('over a line break', ['of\nof'], { body: ['A matter of\nof honour.'] }),
  flags('a pair of little words', ['in the in the'], { body: ['They met in the in the hall.'] }),
  flags('a noun', ['house house'], { body: ['They met at the house house.'] }),
  leaves('words that may', { body: ['He had had enough, and said that that was that.'] }),
  leaves('names', { body: ['Duran Duran played in New York, New York, and in Bora Bora.'] }),
  leaves('a sentence’s end between', { body: ['He knew it. It was over.'] }),
  leaves('figures and emphasis', {
    body: ['It scored 10 10 times. It was very very cold. He gave her her coat.'],
  }),
]
