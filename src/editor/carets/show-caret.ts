import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { insideText } from './caret-place.ts'
import { caretViewOf } from './carets-plugin.ts'

/**
 * Goes to where somebody writes: puts one's own caret there, brings it into sight and shows whose place it is. False
 * where the element is no editor's, or that tab has no caret in it.
 */
export function showCaret(element: Element | null, tab: number): boolean {
  const view = element === null ? null : viewOf(element)
  const carets = view && caretViewOf(view)
  const found = carets?.locate().find((caret) => caret.tab === tab)
  if (!view || !carets || !found) return false
  const { doc, tr } = view.state
  // ProseMirror gives the focus only to what can be written.
  view.dom.focus({ preventScroll: true })
  view.dispatch(
    tr.setSelection(TextSelection.near(doc.resolve(insideText(doc, found.head)))).scrollIntoView(),
  )
  carets.name(tab)
  return true
}

/** The view of the editor whose editable element this is. TipTap leaves it there. */
function viewOf(element: Element): EditorView | null {
  const { editor } = element as Element & {
    readonly editor?: { readonly view: EditorView; readonly isDestroyed: boolean }
  }
  return editor && !editor.isDestroyed ? editor.view : null
}
