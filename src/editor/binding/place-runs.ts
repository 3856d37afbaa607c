import type * as Y from 'yjs'
import type { WriteKey } from '../../domain/place-blocks.ts'
import { placeBlocks } from '../../domain/place-blocks.ts'
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
  write: WriteKey,
): void {
  const find = (ref: RunRef): UnitId[] => {
    const head = 'made' in ref ? made.get(ref.made) : undefined
    const id = 'shown' in ref ? idOfShown[ref.shown] : head && idOfType(head)
    return id ? [id] : []
  }
  placeBlocks(
    text,
    order.runs.flatMap(find),
    order.moved.flatMap((shown) => find({ shown })),
    write,
  )
}
