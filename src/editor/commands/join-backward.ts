import type { Command } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { kindOf, levelOf, setKindAt } from './block-kind-of.ts'
import { blockAtCaret, isLine, standingBeside } from './selected-blocks.ts'

/**
 * Backspace at the very start of a block. A nested item moves out a level, everything else that isn't a paragraph
 * becomes one; a paragraph joins the text before it; a picture or rule before it is selected, so that the next
 * Backspace deletes it and none does so by surprise. At the start of the document there is nothing to do.
 */
export const joinBackward: Command = (state, dispatch, view) => {
  const block = blockAtCaret(state)
  if (block === null || block.offset > 0) return false
  // On a line of right-to-left text the start of the block is not where the browser's caret goes "back" to.
  if (view !== undefined && !view.endOfTextblock('backward', state)) return false
  const { tr } = state
  const kind = kindOf(block.node)
  const above = standingBeside(state, block, -1)
  if (isLine(state)) return true
  if (kind !== 'paragraph') {
    const level = levelOf(block.node)
    setKindAt(tr, block.pos, level > 0 ? kind : 'paragraph', Math.max(0, level - 1))
  } else if (above === null) {
    return true
  } else if (above.node.isTextblock) {
    tr.delete(above.pos + above.node.nodeSize - 1, block.pos + 1)
  } else {
    tr.setSelection(NodeSelection.create(state.doc, above.pos))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}
