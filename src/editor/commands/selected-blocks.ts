import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** A block of the document: where it begins and which child of the document it is. */
export type PlacedBlock = { readonly node: Node; readonly pos: number; readonly index: number }

/**
 * The blocks that the selection touches. A selection that ends before the first letter of a block does not touch it:
 * that is what a triple click gives, and nobody means the next block by it.
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
  return blocks
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

/** Is this the text of one line (headline, dek, caption), where blocks can't be made or changed? */
export function isLine(state: EditorState): boolean {
  return state.schema.nodes['rule'] === undefined
}
