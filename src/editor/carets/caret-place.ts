import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { Binding } from '../binding/create-binding.ts'

type Places = Pick<Binding, 'idAt' | 'positionOf'>

/**
 * A place of the document as a Yjs relative position in JSON: after the unit on its left, as the caret of whoever
 * writes stays with what was typed last; before the one on its right where it has none.
 */
export function placeAt(text: Y.Text, binding: Places, pos: number): unknown {
  const left = pos > 0 ? binding.idAt(pos - 1) : null
  if (left) return beside(left, 'after')
  const right = binding.idAt(pos)
  return right
    ? beside(right, 'before')
    : Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 0, -1))
}

/** Both ends of a selection. A selected picture is one from before it to behind it, whatever stands around it. */
export function placeOf(
  text: Y.Text,
  binding: Places,
  selection: Selection,
): { readonly anchor: unknown; readonly head: unknown } {
  const node = selection instanceof NodeSelection ? binding.idAt(selection.from) : null
  if (node) return { anchor: beside(node, 'before'), head: beside(node, 'after') }
  const head = placeAt(text, binding, selection.head)
  return { anchor: selection.empty ? head : placeAt(text, binding, selection.anchor), head }
}

/**
 * Where a place is in the document now; where its unit is gone (not `live`), where that stood. Null where the unit
 * hasn't arrived, and for what is no place of this text.
 */
export function positionOfPlace(
  binding: Places,
  doc: Node,
  place: unknown,
): { readonly pos: number; readonly live: boolean } | null {
  if (typeof place !== 'object' || place === null) return null
  const { item, assoc = 0 } = place as { item?: unknown; assoc?: unknown }
  if (item === undefined || item === null) {
    return { pos: insideText(doc, assoc === -1 ? 0 : doc.content.size), live: true }
  }
  const { client, clock } = item as { client?: unknown; clock?: unknown }
  if (!isCount(client) || !isCount(clock)) return null
  const found = binding.positionOf([client, clock])
  if (found === null) return null
  const pos = found.live && typeof assoc === 'number' && assoc < 0 ? found.pos + 1 : found.pos
  return { pos: Math.min(pos, doc.content.size), live: found.live }
}

/** A place for a caret: one between two blocks becomes the nearest in a text, where there is one beside it. */
export function insideText(doc: Node, pos: number): number {
  const $pos = doc.resolve(Math.max(0, Math.min(pos, doc.content.size)))
  if ($pos.depth > 0) return $pos.pos
  if ($pos.nodeBefore?.isTextblock === true) return $pos.pos - 1
  return $pos.nodeAfter?.isTextblock === true ? $pos.pos + 1 : $pos.pos
}

const beside = ([client, clock]: UnitId, side: 'before' | 'after'): unknown =>
  Y.relativePositionToJSON(
    new Y.RelativePosition(null, null, Y.createID(client, clock), side === 'after' ? -1 : 0),
  )

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)
