import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isStruckBlock } from '../suggest/drawn-suggestions.ts'

/** A block of the document: where it begins and which child of the document it is. */
export type PlacedBlock = { readonly node: Node; readonly pos: number; readonly index: number }

/**
 * The blocks that the selection touches. A selection that ends before the first letter of a block does not touch it:
 * that is what a triple click gives, and nobody means the next block by it. Blocks that are to be joined are taken as
 * the one that they will be.
 */
export function selectedBlocks(state: EditorState): readonly PlacedBlock[] {
  const { from, to, empty, $to } = state.selection
  const blocks: PlacedBlock[] = []
  const last = !empty && $to.depth > 0 && $to.parentOffset === 0 && from < $to.before() ? $to.before() : to
  state.doc.forEach((node, pos, index) => {
    const end = pos + node.nodeSize
    const touched = node.isTextblock ? from < end && last > pos : from < end && last >= end
    if (touched) blocks.push({ node, pos, index })
  })
  return wholeGroups(state, blocks)
}

/** Will this block be part of the one above it, because it is suggested to join them? */
export const isJoined = (state: EditorState, { node, pos }: PlacedBlock): boolean =>
  node.isTextblock && isStruckBlock(state, pos)

/** The block of that number with those that will be one with it; none past the ends of the document. */
export function groupAt(state: EditorState, index: number): readonly PlacedBlock[] {
  const block = blockAt(state.doc, index)
  return block === null ? [] : wholeGroups(state, [block])
}

function wholeGroups(state: EditorState, blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  let [first, last] = [blocks[0], blocks.at(-1)]
  const above: PlacedBlock[] = []
  const below: PlacedBlock[] = []
  while (first && isJoined(state, first)) {
    const before = state.doc.resolve(first.pos).nodeBefore
    if (before?.isTextblock !== true) break
    first = { node: before, pos: first.pos - before.nodeSize, index: first.index - 1 }
    above.unshift(first)
  }
  while (last?.node.isTextblock === true) {
    const pos = last.pos + last.node.nodeSize
    const node = state.doc.nodeAt(pos)
    const next = node && { node, pos, index: last.index + 1 }
    if (next === null || !isJoined(state, next)) break
    below.push(next)
    last = next
  }
  return above.length + below.length > 0 ? [...above, ...blocks, ...below] : blocks
}

/** The text block that holds the caret, where the selection is a caret. */
export function blockAtCaret(state: EditorState): (PlacedBlock & { readonly offset: number }) | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1) return null
  return { node: $from.parent, pos: $from.before(), index: $from.index(0), offset: $from.parentOffset }
}

/** The block of that number, or null. */
export function blockAt(doc: Node, index: number): PlacedBlock | null {
  if (index < 0 || index >= doc.childCount) return null
  let pos = 0
  for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize
  return { node: doc.child(index), pos, index }
}

/** The next block in a direction, past pictures and rules that are to be deleted anyway. Null at the end. */
export function standingBeside(
  state: EditorState,
  { index }: PlacedBlock,
  direction: -1 | 1,
): PlacedBlock | null {
  let next = blockAt(state.doc, index + direction)
  while (next !== null && !next.node.isTextblock && isStruckBlock(state, next.pos)) {
    next = blockAt(state.doc, next.index + direction)
  }
  return next
}

/** Is this the text of one line (headline, dek, caption), where blocks can't be made or changed? */
export function isLine(state: EditorState): boolean {
  return state.schema.nodes['rule'] === undefined
}
