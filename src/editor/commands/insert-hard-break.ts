import type { Command } from '@tiptap/pm/state'
import { isLine } from './selected-blocks.ts'

/** Shift-Enter: a new line in the same block. A text of one line has none. */
export const insertHardBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes['hardBreak']
  if (type === undefined || isLine(state) || state.selection.$from.depth !== 1) return false
  const marks = state.storedMarks ?? state.selection.$from.marks()
  const tr = state.tr.replaceSelectionWith(type.create(), false)
  if (marks.length > 0) tr.ensureMarks(marks)
  dispatch?.(tr.scrollIntoView())
  return true
}
