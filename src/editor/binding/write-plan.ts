import { setKeys } from '../../domain/set-key.ts'
import * as Y from 'yjs'
import { sameJson } from '../../domain/json.ts'
import { remove } from '../../domain/remove-units.ts'
import type { Attributes } from '../../domain/yjs-items.ts'
import { findUnit } from '../../domain/yjs-items.ts'
import type { EditPlan, FieldChange, TextOperation } from './edit-plan.ts'
import type { HeadFields, Unit } from './units.ts'

/** The heads that were written for new units. */
export type MadeHeads = ReadonlyMap<Unit, Y.Map<unknown>>

/** How formats and the keys of heads are set: at once, or as a suggestion. */
export type Pen = {
  readonly format: (
    text: Y.Text,
    range: { readonly at: number; readonly count: number },
    change: Attributes,
    was: Attributes,
  ) => void
  readonly setKeys: (head: Y.Map<unknown>, change: FieldChange['change']) => void
  /** Called before units are inserted, and after: then they stand at these indexes. */
  readonly beforeInsert: (insert: InsertOperation) => void
  readonly afterInsert: (insert: InsertOperation) => void
}

export type InsertOperation = Extract<TextOperation, { type: 'insert' }>

/** Sets them at once. */
export const INK: Pen = {
  format: (text, { at, count }, change) => text.format(at, count, { ...change }),
  setKeys,
  beforeInsert: () => undefined,
  afterInsert: () => undefined,
}

/** Writes a plan, last place first, so that no index changes before its turn. In one transaction of the caller's. */
export function writePlan(text: Y.Text, plan: EditPlan, pen: Pen = INK): MadeHeads {
  const made = new Map<Unit, Y.Map<unknown>>()
  for (const { head, change } of plan.fields) pen.setKeys(head, change)
  const rows = plan.operations.map((operation, index) => ({ operation, index }))
  rows.sort(
    (a, b) =>
      b.operation.at - a.operation.at ||
      Number(a.operation.type === 'insert') - Number(b.operation.type === 'insert') ||
      b.index - a.index,
  )
  for (const { operation } of rows) write(text, operation, made, pen)
  return made
}

function write(text: Y.Text, operation: TextOperation, made: Map<Unit, Y.Map<unknown>>, pen: Pen): void {
  switch (operation.type) {
    case 'delete':
      remove(text, operation.at, operation.count)
      break
    case 'format':
      pen.format(text, operation, operation.change, operation.was)
      break
    case 'insert':
      pen.beforeInsert(operation)
      insert(text, operation.at, operation.units, operation.plain, made)
      pen.afterInsert(operation)
      break
  }
}

function insert(
  text: Y.Text,
  at: number,
  units: readonly Unit[],
  afterPlain: boolean,
  made: Map<Unit, Y.Map<unknown>>,
): void {
  let index = at
  let plain = afterPlain
  for (let k = 0; k < units.length; k++) {
    const unit = units[k]
    if (!unit) continue
    if ('head' in unit) {
      const head = newHead(unit.fields)
      text.insertEmbed(index, head, {})
      made.set(unit, head)
      index += 1
      plain = false
      continue
    }
    const attributes: Record<string, unknown> = { ...unit.attributes }
    const bare = Object.keys(attributes).length === 0
    if ('embed' in unit) {
      text.insertEmbed(index, unit.embed as object, attributes)
      index += 1
      plain = false
      continue
    }
    let characters = unit.char
    for (let next = units[k + 1]; next && 'char' in next; next = units[k + 1]) {
      if (next.attributes !== unit.attributes && !sameJson(next.attributes, unit.attributes)) break
      characters += next.char
      k += 1
    }
    // Without attributes Yjs starts at its nearest search marker, else it walks the text from its first item.
    if (bare && plain && noMarkerAfter(text, index - 1)) text.insert(index, characters)
    else text.insert(index, characters, attributes)
    index += characters.length
    plain = bare
  }
}

/** A start or atom for these fields. */
export function newHead(fields: HeadFields): Y.Map<unknown> {
  return new Y.Map<unknown>(Object.entries(fields))
}

/** Insert() without attributes could land behind a closing marker: is there none right of this unit? */
function noMarkerAfter(text: Y.Text, index: number): boolean {
  const found = index < 0 ? null : findUnit(text, index)
  if (!found) return false
  const { item, offset } = found
  return offset < item.length - 1 || item.right === null || (item.right.countable && !item.right.deleted)
}
