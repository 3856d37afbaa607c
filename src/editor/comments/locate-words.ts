import type * as Y from 'yjs'
import type { IdRange } from '../../domain/suggestions/id-ranges.ts'
import { liveWords } from '../../domain/threads/live-words.ts'
import { readStandIns } from '../../domain/threads/stand-ins.ts'
import type { Binding } from '../binding/create-binding.ts'

/** A range of a document. */
export type WordsRange = { readonly from: number; readonly to: number }

/**
 * Where the words of anchors are in an editor now: for each anchor its ranges, in reading order; none where no word is
 * left. Costs a walk over the text, so it is not for every key.
 */
export function locateWords(
  text: Y.Text,
  binding: Binding,
  anchors: readonly (readonly IdRange[])[],
): readonly (readonly WordsRange[])[] {
  const { doc } = text
  if (doc === null || anchors.length === 0) return anchors.map(() => [])
  return liveWords(text, readStandIns(doc), anchors).map((stretches) =>
    stretches.flatMap(({ first, last }) => {
      const from = binding.positionOf(first)
      const to = binding.positionOf(last)
      return from?.live === true && to?.live === true && to.pos >= from.pos
        ? [{ from: from.pos, to: to.pos + 1 }]
        : []
    }),
  )
}
