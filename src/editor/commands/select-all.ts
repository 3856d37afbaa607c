import type { Command } from '@tiptap/pm/state'
import { AllSelection, TextSelection } from '@tiptap/pm/state'

/** Selects the whole text. Between two text blocks that is a selection of text, which the browser can show. */
export const selectAll: Command = (state, dispatch) => {
  const { doc, tr } = state
  const text = doc.firstChild?.isTextblock === true && doc.lastChild?.isTextblock === true
  const all = text ? TextSelection.create(doc, 1, doc.content.size - 1) : new AllSelection(doc)
  dispatch?.(tr.setSelection(all))
  return true
}
