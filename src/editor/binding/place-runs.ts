import type * as Y from 'yjs'
import { placements, TOP } from '../../domain/block-order.ts'
import { PLACE, placedRuns, placeJson } from '../../domain/text-layout.ts'
import { textRuns } from '../../domain/text-runs.ts'
import { idOfType } from '../../domain/yjs-items.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { EditPlan, RunRef } from './edit-plan.ts'
import type { MadeHeads } from './write-plan.ts'

/**
 * Writes the places that make the text's runs show in the order of the new document. `idOfShown` names the runs of
 * the old document by their number there.
 */
export function placeRuns(
  text: Y.Text,
  order: NonNullable<EditPlan['order']>,
  idOfShown: readonly (UnitId | undefined)[],
  made: MadeHeads,
): void {
  const runs = textRuns(text)
  const index = new Map(runs.map(({ id: [client, clock] }, run) => [`${client}:${clock}`, run]))
  const find = (ref: RunRef): number | undefined => {
    const head = 'made' in ref ? made.get(ref.made) : undefined
    const id = 'shown' in ref ? idOfShown[ref.shown] : head && idOfType(head)
    return id ? index.get(`${id[0]}:${id[1]}`) : undefined
  }
  const desired = complete(
    order.runs.map(find).filter((run) => run !== undefined),
    runs.length,
  )
  const moved = order.moved.map((shown) => find({ shown })).filter((run) => run !== undefined)
  for (const { run, place } of placements(placedRuns(text, runs), desired, moved)) {
    const head = runs[run]?.head
    if (!head) continue
    if (!place) {
      head.delete(PLACE)
      continue
    }
    const after = place.after === TOP ? 'top' : runs[place.after]?.id
    if (after) head.set(PLACE, placeJson({ after, rank: place.rank }))
  }
}

/** Runs that the document doesn't know come after those they lie behind. */
function complete(desired: readonly number[], length: number): readonly number[] {
  const order = [...new Set(desired)]
  const known = new Set(order)
  for (let run = 0; run < length; run++) {
    if (!known.has(run)) order.splice(order.indexOf(run - 1) + 1, 0, run)
  }
  return order
}
