import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/**
 * Keys act on what is selected on the page now. The browser tells of a new selection only when it has the time: on a
 * busy page Select all, End and a letter come at once, and the letter would replace the whole text.
 */
export const FreshSelection = Extension.create({
  name: 'freshSelection',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view, event) {
            if (!view.composing && !event.isComposing) {
              // ProseMirror reads the selection at this event, and at nothing else that can be called.
              view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            }
            return false
          },
        },
      },
    }),
  ],
})
