import type * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { suggestionIndex } from '../suggestions/suggestion-index.ts'

/** Units that an undo made anew, and the first of those, as many, for which they stand. */
export type StandIn = { readonly made: IdRange; readonly first: readonly [client: number, clock: number] }

/** What a story's document says of re-created units; what has another shape is left out. */
export const readStandIns = (doc: Y.Doc): readonly StandIn[] => suggestionIndex(doc).origins.standIns()

/** These canonical ids and all ids under which they were re-created. */
export function allRanges(standIns: readonly StandIn[], ranges: readonly IdRange[]): readonly IdRange[] {
  const all: IdRange[] = [...ranges]
  const done = new Set(all.map(String))
  for (let next = 0; next < all.length; next++) {
    const range = all[next]
    for (const { made, first } of range ? standIns : []) {
      const shared = range && overlap(range, [first[0], first[1], made[2]])
      if (!shared) continue
      const again: IdRange = [made[0], made[1] + shared[1] - first[1], shared[2] - shared[1]]
      if (!done.has(String(again))) all.push(again)
      done.add(String(again))
    }
  }
  return all
}

/** What two ranges share, as client, first clock and the clock behind the last. */
function overlap(a: IdRange, b: IdRange): readonly [client: number, from: number, end: number] | null {
  const from = Math.max(a[1], b[1])
  const end = Math.min(a[1] + a[2], b[1] + b[2])
  return a[0] === b[0] && from < end ? [a[0], from, end] : null
}
