import type * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'

/** Units that an undo made anew, and the first of those, as many, for which they stand. */
export type StandIn = { readonly made: IdRange; readonly first: readonly [client: number, clock: number] }

const KEY = /^(\d+):(\d+)=$/

/**
 * What a story's document says of re-created units, for finding them by their canonical ids (origins.ts leads the other
 * way). What has another shape is left out.
 */
export function readStandIns(doc: Y.Doc): readonly StandIn[] {
  const found: StandIn[] = []
  for (const [key, value] of doc.getMap('origins').entries()) {
    const made = KEY.exec(key)
    if (!made || !Array.isArray(value)) continue
    const [client, clock, length] = (value as unknown[]).map(Number)
    if (client === undefined || clock === undefined || length === undefined) continue
    if (![client, clock, length].every((part) => Number.isSafeInteger(part) && part >= 0)) continue
    found.push({ made: [Number(made[1]), Number(made[2]), length], first: [client, clock] })
  }
  return found
}

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
