import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'

/** Runs a command on an editor as its keys would; false where it does nothing there. */
export function runCommand(editor: Editor, command: Command): boolean {
  if (editor.isDestroyed || !editor.isEditable) return false
  const { view } = editor
  return command(view.state, (tr) => view.dispatch(tr), view)
}
