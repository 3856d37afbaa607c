import type { Node } from '@tiptap/pm/model'
import type { EditorState, Selection } from '@tiptap/pm/state'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { idAt, indexOfId } from '../../domain/yjs-items.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { IndexMap } from './positions.ts'
import { displayIndex, tokenPosition } from './positions.ts'
import { isHeadless, isLine } from './units.ts'

/** A place beside a unit, by the unit's id: it stays there whatever others do. Without a unit: the very start. */
export type RelativePlace = { readonly unit: UnitId | null; readonly side: 'after' | 'before' }

export type RelativeSelection =
  | { readonly type: 'all' }
  | { readonly type: 'node'; readonly at: RelativePlace }
  | { readonly type: 'text'; readonly anchor: RelativePlace; readonly head: RelativePlace }

/** The place of a document position: after the unit on its left, so that a caret stays with what was typed last. */
export function relativePlace(text: Y.Text, map: IndexMap, doc: Node, pos: number): RelativePlace {
  const { parent, parentOffset, depth } = doc.resolve(pos)
  const index = displayIndex(doc, pos)
  if (depth > 0 && parentOffset === 0 && (isLine(doc) || isHeadless(parent))) {
    return { unit: parent.content.size > 0 ? idAt(text, map.physical(index)) : null, side: 'before' }
  }
  return { unit: index > 0 ? idAt(text, map.physical(index - 1)) : null, side: 'after' }
}

/** Where a place is now. */
export function absolutePosition(text: Y.Text, map: IndexMap, doc: Node, place: RelativePlace): number {
  const found = place.unit && indexOfId(text, place.unit)
  if (!found) return Math.min(1, doc.content.size)
  const { index, live } = found
  if (live && place.side === 'before') return tokenPosition(doc, map.display(index))
  const left = live ? index : index - 1
  return left < 0 ? Math.min(1, doc.content.size) : tokenPosition(doc, map.display(left)) + 1
}

export function relativeSelection(text: Y.Text, map: IndexMap, state: EditorState): RelativeSelection {
  const { doc, selection } = state
  const at = (pos: number): RelativePlace => relativePlace(text, map, doc, pos)
  if (selection instanceof AllSelection) return { type: 'all' }
  if (selection instanceof NodeSelection) {
    const unit = idAt(text, map.physical(displayIndex(doc, selection.from)))
    return { type: 'node', at: { unit, side: 'before' } }
  }
  return { type: 'text', anchor: at(selection.anchor), head: at(selection.head) }
}

/** The selection that a relative one stands for now; null where a selected node has gone. */
export function absoluteSelection(
  text: Y.Text,
  map: IndexMap,
  doc: Node,
  saved: RelativeSelection,
): Selection | null {
  if (saved.type === 'all') return new AllSelection(doc)
  if (saved.type === 'node') {
    const { unit } = saved.at
    const found = unit && indexOfId(text, unit)
    if (!found?.live) return null
    const pos = tokenPosition(doc, map.display(found.index))
    const node = doc.nodeAt(pos)
    return node && NodeSelection.isSelectable(node) ? NodeSelection.create(doc, pos) : null
  }
  const anchor = absolutePosition(text, map, doc, saved.anchor)
  const head = absolutePosition(text, map, doc, saved.head)
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}
