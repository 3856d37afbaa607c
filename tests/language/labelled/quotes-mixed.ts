import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('quotes-mixed')

/** Straight and curly marks in one story. */
export const QUOTES_MIXED = [
  flags('quotation marks', ['"'], { dek: 'She "agreed" to it', body: ['“Yes,” she said. “We do.”'] }),
  flags('apostrophes', ["'"], { body: ['It’s theirs, and she’s glad.', "They don't know."] }),
  flags('the rarer one', ['“'], { body: ['"Yes," she said. "We do." “No,” he said.'] }),
  leaves('all curly', { headline: '‘Yes’', body: ['“It’s ours,” she said.'] }),
  leaves('all straight', { headline: "'Yes'", body: ['"It\'s ours," she said. He is 5\'10" tall.'] }),
  leaves('curly quotations and feet', { body: ['“He is 6\'2" tall,” she said.'] }),
]
