import type { Editor } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import type { Command } from '@tiptap/pm/state'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { bindingKey } from '../binding/linear-binding.ts'

/**
 * A caret in a text that can't be written by whoever reads it, so that its words can be picked by keyboard too: the
 * browser takes the element for editable, and every change that it would make is refused. `may` says whether there
 * should be one; `keys` are what works in it.
 */
export function readingCaret(
  editor: Editor,
  may: () => boolean,
  keys: Readonly<Record<string, Command>>,
): Plugin {
  const onKey = keydownHandler({ ...keys })
  const isReading = (): boolean => !editor.isEditable && may()
  return new Plugin({
    view: ({ dom }) => {
      const show = (): void => {
        const reading = isReading()
        // The attribute, not the property, which spareWalk keeps from React.
        const isOn = dom.getAttribute('contenteditable') === 'true'
        if (reading && !isOn) dom.setAttribute('contenteditable', 'true')
        if (!reading && !editor.isEditable && isOn) dom.setAttribute('contenteditable', 'false')
        // No keyboard comes up on a phone for what can't be typed into.
        if (reading) dom.inputMode = 'none'
        else if (dom.inputMode === 'none') dom.removeAttribute('inputmode')
      }
      show()
      return { update: show }
    },
    filterTransaction: (tr) => !tr.docChanged || tr.getMeta(bindingKey) !== undefined || !isReading(),
    props: {
      handleDOMEvents: {
        beforeinput(_, event) {
          if (!isReading()) return false
          event.preventDefault()
          return true
        },
        // Not everything asks before: what an input method or an extension of the browser wrote is taken back.
        input(view) {
          if (!isReading()) return false
          drawAnew(view)
          return true
        },
        // ProseMirror hears keys only where the text can be written.
        keydown(view, event) {
          if (!isReading() || !onKey(view, event)) return false
          event.preventDefault()
          return true
        },
      },
    },
  })
}

/** ProseMirror looks only at changes of a page that it takes for editable; nothing public makes it look. */
function drawAnew(view: EditorView): void {
  const { docView } = view as EditorView & { docView: { markDirty: (from: number, to: number) => void } }
  docView.markDirty(0, view.state.doc.content.size)
  view.updateState(view.state)
}
