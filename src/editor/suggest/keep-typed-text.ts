import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'

/** What ProseMirror knows of a piece of text on the page; not public. */
type TextDesc = { dirty: number; readonly dom: Node; readonly nodeDOM: Node }

const NODE_DIRTY = 3
const CONTENT_DIRTY = 2

/**
 * ProseMirror draws text within a decoration anew for every letter that the browser typed into it, which moves the
 * caret and makes the browser lay the page out at once. Where the elements around the text are as they were, looking
 * at the text is enough.
 */
export const KeepTypedText = Extension.create({
  name: 'keepTypedText',
  // Right before a transaction is applied.
  priority: 10,
  dispatchTransaction({ transaction, next }) {
    if (transaction.docChanged) keepText(this.editor.view)
    next(transaction)
  },
})

function keepText({ dom }: EditorView): void {
  const node = dom.ownerDocument.getSelection()?.focusNode
  if (!(node instanceof Text) || !dom.contains(node)) return
  // The outermost of the elements that decorations put around the text, none with anything else in it, knows of it.
  let outer: Node = node
  while (descOf(outer) === undefined && outer.parentNode?.childNodes.length === 1) outer = outer.parentNode
  const desc = descOf(outer)
  if (desc?.dirty === NODE_DIRTY && desc.nodeDOM === node && desc.dom === outer) desc.dirty = CONTENT_DIRTY
}

const descOf = (node: Node): TextDesc | undefined =>
  (node as Node & { readonly pmViewDesc?: TextDesc }).pmViewDesc
