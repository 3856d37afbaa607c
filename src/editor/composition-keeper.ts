import { Extension } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bindingKey } from './binding/linear-binding.ts'

/**
 * Somebody else's edit in the words that I am composing with an input method would make ProseMirror write these words
 * into the page anew, which ends the composition and leaves its half beside what follows. So their edit is made in the
 * living text node first: the browser then carries the composition along, and ProseMirror finds all as it wants it.
 */
export const CompositionKeeper = Extension.create({
  name: 'compositionKeeper',
  // Outside of the binding's hook: it sees what is about to be applied.
  priority: 950,
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor
    // What I compose myself is in the page already.
    const fromText = transaction.getMeta(bindingKey) !== undefined
    const node = fromText && transaction.docChanged && view.composing ? composedText(view) : null
    if (node !== null) carryOver(view, node, transaction)
    next(transaction)
  },
})

function composedText(view: EditorView): Text | null {
  const node = view.dom.ownerDocument.getSelection()?.focusNode ?? null
  return node instanceof Text && view.dom.contains(node) ? node : null
}

function carryOver(view: EditorView, node: Text, { before, doc, mapping }: Transaction): void {
  const from = view.posAtDOM(node, 0)
  const to = from + node.data.length
  if (to > before.content.size || before.textBetween(from, to, '\n', '\n') !== node.data) return
  const $from = doc.resolve(mapping.map(from, -1))
  const $to = doc.resolve(mapping.map(to, 1))
  if (!$from.sameParent($to)) return
  const now = doc.textBetween($from.pos, $to.pos, '\n', '\n')
  const old = node.data
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  if (start === old.length && start === now.length) return
  const observer = (view as EditorView & { domObserver: { stop: () => void; start: () => void } }).domObserver
  observer.stop()
  node.replaceData(start, old.length - start - end, now.slice(start, now.length - end))
  observer.start()
}
