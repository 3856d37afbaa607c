import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { rangeOfThread } from './comment-marks.ts'

/** Goes to the words of a thread: selects them, brings them into sight and gives the text the focus. False where none is left. */
export function showWords(editor: Editor, thread: string): boolean {
  if (editor.isDestroyed) return false
  const { view } = editor
  const range = rangeOfThread(view.state, thread)
  if (range === null) return false
  const { doc } = view.state
  const node = doc.nodeAt(range.from)
  const isPicture = node !== null && node.isAtom && node.isBlock && NodeSelection.isSelectable(node)
  const selection = isPicture
    ? NodeSelection.create(doc, range.from)
    : TextSelection.between(doc.resolve(range.from), doc.resolve(range.to))
  // ProseMirror gives the focus only to what can be written.
  view.dom.focus({ preventScroll: true })
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  return true
}
