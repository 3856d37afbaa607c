import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { BlockKind } from '../../domain/block-kind.ts'
import { isBlockKind, LIST_KINDS, MAX_LEVEL } from '../../domain/block-kind.ts'

/** Kind of a text block; a kind that isn't known reads as a paragraph. */
export function kindOf(node: Node): BlockKind {
  const kind: unknown = node.attrs['kind']
  return isBlockKind(kind) ? kind : 'paragraph'
}

export const isListItem = (node: Node): boolean => node.isTextblock && LIST_KINDS.has(kindOf(node))

/** Level of a list item, 0 for everything else. */
export function levelOf(node: Node): number {
  const level: unknown = node.attrs['level']
  return isListItem(node) && typeof level === 'number' ? Math.min(Math.max(level, 0), MAX_LEVEL) : 0
}

/** Makes the block at `pos` one of that kind and level, touching only what differs: each is one key in its start. */
export function setKindAt(tr: Transaction, pos: number, kind: BlockKind, level = 0): void {
  const node = tr.doc.nodeAt(pos)
  if (node === null || !node.isTextblock) return
  if (node.attrs['kind'] !== kind) tr.setNodeAttribute(pos, 'kind', kind)
  if (node.attrs['level'] !== level) tr.setNodeAttribute(pos, 'level', level)
}
