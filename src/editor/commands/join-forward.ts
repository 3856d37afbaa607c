import type { Command } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { blockAtCaret, standingBeside } from './selected-blocks.ts'

/**
 * Delete at the very end of a block: the text of the next block joins it. An empty block goes instead, so that the
 * next one keeps its kind; a picture or rule that follows is selected.
 */
export const joinForward: Command = (state, dispatch, view) => {
  const block = blockAtCaret(state)
  if (block === null || block.offset < block.node.content.size) return false
  if (view !== undefined && !view.endOfTextblock('forward', state)) return false
  const below = standingBeside(state, block, 1)
  if (below === null) return true
  const { tr } = state
  if (!below.node.isTextblock) {
    tr.setSelection(NodeSelection.create(state.doc, below.pos))
  } else if (block.node.content.size === 0) {
    tr.delete(block.pos, below.pos)
    tr.setSelection(TextSelection.create(tr.doc, block.pos + 1))
  } else {
    tr.delete(block.pos + block.node.nodeSize - 1, below.pos + 1)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}
