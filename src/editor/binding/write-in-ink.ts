import type * as Y from 'yjs'
import type { WriteKey } from '../../domain/place-blocks.ts'
import { enterMode } from '../../domain/suggestions/suggester.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import { idAt } from '../../domain/yjs-items.ts'
import type { EditPlan } from './edit-plan.ts'
import type { InsertOperation, MadeHeads } from './write-plan.ts'
import { INK, writePlan } from './write-plan.ts'

/** An edit that is in the text. */
export type Written = {
  readonly made: MadeHeads
  /** The last unit of each changed range of the document: inserted, or while suggesting kept. */
  readonly ends: ReadonlyMap<number, UnitId>
  /** How the places of blocks are to be written. */
  readonly writeKey: WriteKey
  /** Does the text hold something else than the edited document shows? */
  readonly differs: boolean
}

/** Writes an edit for good: what it inserts belongs to no suggestion. */
export function writeInInk(text: Y.Text, plan: EditPlan): Written {
  const { doc } = text
  const ends = new Map<number, UnitId>()
  const made = writePlan(text, plan, {
    ...INK,
    beforeInsert: () => {
      if (doc) enterMode(doc, null)
    },
    afterInsert: (insert) => noteEnd(ends, text, insert),
  })
  const writeKey: WriteKey = (head, name, value) => {
    INK.setKeys(head, { [name]: value })
  }
  return { made, ends, writeKey, differs: false }
}

/** Of several insertions in one range the one furthest back is written first. */
export function noteEnd(
  ends: Map<number, UnitId>,
  text: Y.Text,
  { at, units, range }: InsertOperation,
): void {
  const id = idAt(text, at + units.length - 1)
  if (id && !ends.has(range)) ends.set(range, id)
}
