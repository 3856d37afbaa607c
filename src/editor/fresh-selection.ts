import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over what is selected on the page now. The browser tells of it only with the next frame: until then whatever
 * draws the text anew (somebody else's words, a mark) would put the caret back to where it was. To be called before
 * the transaction is made. Nothing happens while an input method composes, or where ProseMirror has yet to read words
 * from the page: it would write them here and now, inside of whatever the caller is about.
 */
export function readSelection(view: EditorView): void {
  if (!view.composing && view.hasFocus() && !hasUnread(view)) tellSelection(view)
}

/** ProseMirror reads the selection, and words that it has yet to read, at this event, and at nothing else that can be called. */
const tellSelection = (view: EditorView): boolean =>
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))

/**
 * Keys act on what is selected on the page now: on a busy page Select all, End and a letter come at once, and the
 * letter would replace the whole text.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (!view.composing && !event.isComposing) tellSelection(view)
            return false
          },
        },
      },
    }),
  ],
})

/** Not in ProseMirror's types; whatever observes its page otherwise has nothing unread. */
const hasUnread = (view: EditorView): boolean =>
  ((view as { readonly domObserver?: { readonly queue?: readonly unknown[] } }).domObserver?.queue?.length ??
    0) > 0
