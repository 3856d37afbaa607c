import type { CheckedLine } from '../../domain/checks/checked-story.ts'
import { wordsOf } from './words.ts'

/** Everything the story checks need to know of one line: plain data, which depends on its part, kind and signs alone. */
export type LineFacts = { readonly wordCount: number }

/** Gathers the facts of one line; the time grows with its length. */
export function lineFacts(line: CheckedLine): LineFacts {
  const words = wordsOf(line.signs)
  return { wordCount: words.length }
}
