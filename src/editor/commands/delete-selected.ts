import type { Command } from '@tiptap/pm/state'
import { AllSelection, TextSelection } from '@tiptap/pm/state'
import { setKindAt } from './block-kind-of.ts'

/** Backspace or Delete with something selected. Where all of the document was, one plain paragraph is left. */
export const deleteSelected: Command = (state, dispatch) => {
  const { selection, doc } = state
  if (selection.empty) return false
  const tr = state.tr.deleteSelection()
  const everything =
    selection instanceof AllSelection ||
    (selection instanceof TextSelection &&
      selection.$from.index(0) === 0 &&
      selection.$from.parentOffset === 0 &&
      selection.$to.index(0) === doc.childCount - 1 &&
      selection.$to.parentOffset === selection.$to.parent.content.size)
  if (everything && tr.doc.childCount === 1) setKindAt(tr, 0, 'paragraph')
  dispatch?.(tr.scrollIntoView())
  return true
}
