import type * as Y from 'yjs'
import { placements, TOP } from './block-order.ts'
import { PLACE, placedRuns, placeJson } from './text-layout.ts'
import { textRuns } from './text-runs.ts'
import type { UnitId } from './yjs-items.ts'

/** Sets or takes away (null) a key of a head. */
export type WriteKey = (head: Y.Map<unknown>, name: string, value: string | null) => void

/**
 * Writes the places that make a body's runs show in this order: `desired` and `moved` name them by their ids; runs that
 * it doesn't name come after those they lie behind. Moved ones get a place in any case.
 */
export function placeBlocks(
  text: Y.Text,
  desired: readonly UnitId[],
  moved: readonly UnitId[],
  write: WriteKey,
): void {
  const runs = textRuns(text)
  const index = new Map(runs.map(({ id: [client, clock] }, run) => [`${client}:${clock}`, run]))
  const find = ([client, clock]: UnitId): number[] => {
    const run = index.get(`${client}:${clock}`)
    return run === undefined ? [] : [run]
  }
  const order = complete(desired.flatMap(find), runs.length)
  for (const { run, place } of placements(placedRuns(text, runs), order, moved.flatMap(find))) {
    const head = runs[run]?.head
    if (!head) continue
    const after = place?.after === TOP ? 'top' : place ? runs[place.after]?.id : null
    if (after === null) write(head, PLACE, null)
    else if (after && place) write(head, PLACE, placeJson({ after, rank: place.rank }))
  }
}

function complete(desired: readonly number[], length: number): readonly number[] {
  const order = [...new Set(desired)]
  const known = new Set(order)
  for (let run = 0; run < length; run++) {
    if (!known.has(run)) order.splice(order.indexOf(run - 1) + 1, 0, run)
  }
  return order
}
