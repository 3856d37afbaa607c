import type * as Y from 'yjs'
import { idAt } from '../../domain/yjs-items.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { EditPlan } from './edit-plan.ts'

type LastEdit = {
  readonly text: Y.Text
  readonly kind: 'type' | 'delete' | 'other'
  /** The unit left of where typing would go on, or those on both sides of what was deleted. */
  readonly left: UnitId | null
  readonly right: UnitId | null
  /** What was deleted, from its first unit to its last: where it is only suggested, it stays between the two. */
  readonly first: UnitId | null
  readonly final: UnitId | null
}

const lastEdits = new WeakMap<Y.UndoManager, LastEdit>()

/**
 * Typing on is one step of undo, and so is deleting on; another place, or another kind of edit, begins a new one.
 * Called before the plan is written. Returns what to call after it was.
 */
export function groupUndo(manager: Y.UndoManager, text: Y.Text, plan: EditPlan): () => void {
  const last = lastEdits.get(manager)
  const edit = describe(plan)
  const left = edit.at > 0 ? idAt(text, edit.at - 1) : null
  const right = idAt(text, edit.at + edit.removed)
  const first = edit.removed > 0 ? idAt(text, edit.at) : null
  const final = edit.removed > 0 ? idAt(text, edit.at + edit.removed - 1) : null
  const goesOn =
    last?.text === text &&
    last.kind === edit.kind &&
    ((edit.kind === 'type' && same(last.left, left)) ||
      (edit.kind === 'delete' &&
        (same(last.left, left) ||
          same(last.right, right) ||
          (last.first !== null && same(last.first, right)) ||
          (last.final !== null && same(last.final, left)))))
  if (!goesOn) manager.stopCapturing()
  return () => {
    const typed = edit.kind === 'type' ? idAt(text, edit.at + edit.added - 1) : left
    lastEdits.set(manager, { text, kind: edit.kind, left: typed, right, first, final })
  }
}

type Described = {
  readonly kind: LastEdit['kind']
  readonly at: number
  readonly added: number
  readonly removed: number
}

function describe(plan: EditPlan): Described {
  const inserts = plan.operations.filter((operation) => operation.type === 'insert')
  // What is only suggested to be deleted is a deletion to whoever presses the key.
  const deletes = [...plan.operations.filter((operation) => operation.type === 'delete'), ...plan.pending]
  const [insert, removal] = [inserts[0], deletes[0]]
  const simple =
    plan.operations.every(({ type }) => type !== 'format') &&
    plan.fields.length === 0 &&
    inserts.length < 2 &&
    deletes.length < 2
  const removed = removal?.count ?? 0
  if (simple && insert && !insert.units.some((unit) => 'head' in unit) && removed < 2) {
    return { kind: 'type', at: insert.at, added: insert.units.length, removed }
  }
  if (simple && removal && !insert) return { kind: 'delete', at: removal.at, added: 0, removed }
  return { kind: 'other', at: plan.operations[0]?.at ?? 0, added: 0, removed: 0 }
}

const same = (a: UnitId | null, b: UnitId | null): boolean =>
  a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1])
