import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { blankBlock } from './commands/split-block.ts'
import { toggleMark } from './commands/toggle-mark.ts'
import { isLine } from './commands/selected-blocks.ts'
import type { EditorHost } from './editor-host.ts'
import { editorHost } from './editor-host.ts'

const FORMATS: Readonly<Record<string, Command>> = {
  formatBold: toggleMark('bold'),
  formatItalic: toggleMark('italic'),
}

/**
 * What comes from the browser's own menus rather than from keys: undo and redo of the Edit menu (or of shaking a
 * phone) go to the story's history, since the browser's knows nothing of this text; formats that Stet doesn't have do
 * nothing. And typing while a picture or a rule is selected writes below it instead of replacing it.
 */
export const NativeInput = Extension.create<{ host: EditorHost }>({
  name: 'nativeInput',
  addOptions: () => ({ host: editorHost() }),
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            beforeinput(view, event) {
              const { inputType } = event
              if (!inputType.startsWith('history') && !inputType.startsWith('format')) return false
              event.preventDefault()
              if (inputType === 'historyUndo') host.undo()
              else if (inputType === 'historyRedo') host.redo()
              else FORMATS[inputType]?.(view.state, (tr) => view.dispatch(tr), view)
              return true
            },
          },
          handleTextInput(view, _from, _to, text) {
            const { state } = view
            const { selection } = state
            if (!(selection instanceof NodeSelection) || selection.node.isInline || isLine(state))
              return false
            const tr = state.tr.insert(selection.to, blankBlock(state, 'paragraph'))
            tr.setSelection(TextSelection.create(tr.doc, selection.to + 1)).insertText(text)
            view.dispatch(tr.scrollIntoView())
            return true
          },
        },
      }),
    ]
  },
})
