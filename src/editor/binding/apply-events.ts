import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { PLACE, SEAM } from '../../domain/text-layout.ts'
import { isAtom } from '../../domain/text-runs.ts'
import { idOfType, indexOfId } from '../../domain/yjs-items.ts'
import type { DeltaOperation } from './apply-delta.ts'
import { applyDelta } from './apply-delta.ts'
import { indexMap, tokenPosition } from './positions.ts'
import { atomNode, blockAttributes, fieldsOfHead } from './render-text.ts'
import { replaceBlocks } from './sync-blocks.ts'
import { isLine } from './units.ts'

/**
 * Brings what changed in the text into the document, at the cost of the change. Returns false where only drawing
 * everything anew will do: something was moved, joined apart, or isn't understood. `tr` may then be half done.
 */
export function applyEvents(
  tr: Transaction,
  text: Y.Text,
  order: readonly number[] | null,
  // oxlint-disable-next-line no-explicit-any -- Yjs types deep events so.
  events: readonly Y.YEvent<any>[],
): boolean {
  const heads: Y.Map<unknown>[] = []
  for (const event of events) {
    if (event.target === text) continue
    if (!(event.target instanceof Y.Map) || event.target.parent !== text || changesOrder(event)) return false
    heads.push(event.target as Y.Map<unknown>)
  }
  const own = events.find((event) => event.target === text)
  if (own) {
    const delta = own.delta as readonly DeltaOperation[]
    if (delta.some(({ insert }) => insert instanceof Y.Map && isPlaced(insert as Y.Map<unknown>)))
      return false
    if (!applyDelta(tr, delta, indexMap(tr.doc, order))) return false
  }
  return heads.every((head) => applyHead(tr, text, order, head))
}

/** Whether a block is placed, a seam or an atom decides where others stand. */
// oxlint-disable-next-line no-explicit-any -- Yjs types deep events so.
function changesOrder({ changes, target }: Y.YEvent<any>): boolean {
  if (changes.keys.has(PLACE) || changes.keys.has('atom')) return true
  const kind = changes.keys.get('kind')
  return kind !== undefined && (kind.oldValue === SEAM || (target as Y.Map<unknown>).get('kind') === SEAM)
}

const isPlaced = (head: Y.Map<unknown>): boolean => head.has(PLACE) || head.get('kind') === SEAM

function applyHead(
  tr: Transaction,
  text: Y.Text,
  order: readonly number[] | null,
  head: Y.Map<unknown>,
): boolean {
  if (isLine(tr.doc)) return false
  const id = idOfType(head)
  const found = id && indexOfId(text, id)
  if (!found?.live) return true
  const pos = tokenPosition(tr.doc, indexMap(tr.doc, order).display(found.index))
  const node = tr.doc.nodeAt(pos)
  if (!node || node.isInline || node.isTextblock === isAtom(head)) return false
  const fields = fieldsOfHead(head)
  const next = node.isTextblock
    ? node.type.create(blockAttributes(fields), node.content)
    : atomNode(tr.doc.type.schema, fields)
  replaceBlocks(tr, pos, pos + node.nodeSize, [next])
  return true
}
