import type { AnyExtension, Editor } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorHost } from '../editor-host.ts'
import { readSelection } from '../fresh-selection.ts'
import { editorAt } from '../show-place.ts'
import { drawFlags, flagAt, flagMarks, rangeOfFlag } from './flag-marks.ts'
import { locateFlags } from './locate-flags.ts'
import type { TextFlags } from './text-flags.ts'

/** Milliseconds after the last edit until it is seen whether words that lost their mark are again what they were. */
const SETTLED = 250

/** What checks found in one editor: underlined, and clicked. The host's flags are drawn by `showFlags`. */
export const flagsExtension = (host: EditorHost): AnyExtension =>
  Extension.create<object, { timer: ReturnType<typeof setTimeout> | undefined }>({
    name: 'flags',
    addStorage: () => ({ timer: undefined }),
    onUpdate() {
      clearTimeout(this.storage.timer)
      // A letter that is typed and taken back changes nothing that the checks could report.
      this.storage.timer = setTimeout(() => showFlags(this.editor, host, host.flags), SETTLED)
    },
    onDestroy() {
      clearTimeout(this.storage.timer)
    },
    addProseMirrorPlugins: () => [
      flagMarks(),
      new Plugin({
        props: {
          handleClick(view, pos, event) {
            const onWords = event.target instanceof Element && event.target.closest('[data-flag]') !== null
            const id = onWords ? flagAt(view.state, pos) : null
            if (id !== null) host.flags.onOpen(id)
            // The caret goes where it was clicked, as everywhere.
            return false
          },
        },
      }),
    ],
  })

/** Draws what the checks say now. */
export function showFlags(editor: Editor, host: EditorHost, flags: TextFlags): void {
  host.flags = flags
  if (editor.isDestroyed) return
  const { view } = editor
  readSelection(view)
  const { state } = view
  // What the checks say is a little older than what is written: words move on while they look.
  const located = locateFlags(state, flags.flags, (id) => rangeOfFlag(state, id))
  const drawn = { located, active: flags.active }
  const tr = drawFlags(state, drawn)
  if (tr) view.dispatch(tr)
}

/** Where flagged words are, seen from a caret: before it, exactly where it selects, behind it; null where they aren't marked. */
export type FlagSide = (id: string) => 'before' | 'here' | 'behind' | null

/** From the caret of the editor whose editable element this is; null where it is no editor's. */
export function flagSides(element: HTMLElement): FlagSide | null {
  const editor = editorAt(element)
  if (!editor) return null
  const { state } = editor
  const { from, to } = state.selection
  return (id) => {
    const range = rangeOfFlag(state, id)
    if (range === null) return null
    if (range.from === from && range.to === to) return 'here'
    return range.from < from ? 'before' : 'behind'
  }
}

/** Goes to the words of a flag: selects them, brings them into sight and gives the text the focus. False where they are not marked. */
export function goToFlag(editor: Editor, id: string): boolean {
  if (editor.isDestroyed) return false
  const { view } = editor
  const range = rangeOfFlag(view.state, id)
  if (range === null) return false
  const { doc } = view.state
  view.dom.focus({ preventScroll: true })
  const selection = TextSelection.between(doc.resolve(range.from), doc.resolve(range.to))
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
  return true
}
