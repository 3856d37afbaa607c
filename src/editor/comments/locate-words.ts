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
  const found = liveWords(text, readStandIns(doc), anchors)
  const indexes = found.flatMap((stretches) => stretches.flatMap(({ from, to }) => [from, to]))
  const positions = binding.positionsAt(indexes).values()
  return found.map((stretches) =>
    stretches.flatMap(() => {
      const [from, to] = [positions.next().value ?? 0, positions.next().value ?? 0]
      return to >= from ? [{ from, to: to + 1 }] : []
    }),
  )
}
