import type { Command } from '@tiptap/pm/state'
import { Selection } from '@tiptap/pm/state'
import { isLine, selectedBlocks } from './selected-blocks.ts'
import { blankBlock } from './split-block.ts'

/** Deletes the selected blocks whole. Where they were all there is, an empty paragraph is left. */
export const deleteBlock: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state)
  const first = blocks[0]
  const last = blocks.at(-1)
  if (first === undefined || last === undefined || isLine(state)) return false
  const { tr } = state
  const end = last.pos + last.node.nodeSize
  if (blocks.length === state.doc.childCount) tr.replaceWith(first.pos, end, blankBlock(state, 'paragraph'))
  else tr.delete(first.pos, end)
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(first.pos, tr.doc.content.size)), 1))
  dispatch?.(tr.scrollIntoView())
  return true
}
