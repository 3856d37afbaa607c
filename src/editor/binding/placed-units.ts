import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { UnitId } from '../../domain/yjs-items.ts'
import { unitsIn } from '../../domain/yjs-items.ts'
import type { IndexMap } from './positions.ts'
import { displayIndex, tokenPosition } from './positions.ts'
import { isHeadless, isLine } from './units.ts'

/** A unit with the position of its token in the document. */
export type PlacedUnit = { readonly id: UnitId; readonly pos: number }

/** The units whose tokens lie between two positions of the document, which shows the text as it is. */
export function placedUnits(
  text: Y.Text,
  map: IndexMap,
  doc: Node,
  from: number,
  to: number,
): readonly PlacedUnit[] {
  const units: PlacedUnit[] = []
  const end = displayIndex(doc, to)
  let index = displayIndex(doc, from)
  // Positions go up by one within a block; from block to block they are looked up.
  let pos = index < end ? tokenPosition(doc, index) : 0
  while (index < end) {
    const run = map.runAt(index)
    const count = Math.min(end, run ? run.display + run.size : end) - index
    const physical = map.physical(index)
    for (const id of unitsIn(text, physical, physical + count)) {
      units.push({ id, pos })
      pos = next(doc, pos)
    }
    index += count
  }
  return units
}

/** The position of the next token that is a unit. */
function next(doc: Node, pos: number): number {
  const after = doc.resolve(pos + 1)
  const beforeFirst = doc.resolve(pos).depth === 0
  if (beforeFirst && doc.nodeAt(pos)?.isTextblock !== true) return skip(doc, pos + 1)
  return after.depth > 0 && after.parentOffset < after.parent.content.size ? pos + 1 : skip(doc, pos + 1)
}

/** Over closing tokens, and opening ones that stand for no unit. */
function skip(doc: Node, pos: number): number {
  const at = doc.resolve(pos)
  if (at.depth > 0 && at.parentOffset === at.parent.content.size) return skip(doc, pos + 1)
  const block = at.depth === 0 ? at.nodeAfter : null
  if (!block?.isTextblock || (!isLine(doc) && !isHeadless(block))) return pos
  return block.content.size > 0 ? pos + 1 : skip(doc, pos + block.nodeSize)
}
