import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('double-space')

/** Two or more spaces between two words. */
export const DOUBLE_SPACE = [
  flags('between words', ['  '], { body: ['He left  the house.'] }),
  flags('behind a full stop', ['   '], { dek: 'He left.   She stayed.' }),
  leaves('at a line’s ends', { body: ['  He left the house.  '] }),
  leaves('one', { body: ['He left the house.'] }),
]
