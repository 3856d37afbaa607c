import type { Editor } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { chainCommands } from '@tiptap/pm/commands'
import { undoInputRule } from '@tiptap/pm/inputrules'
import { keymap } from '@tiptap/pm/keymap'
import type { Command, EditorState } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'
import { isListItem } from './commands/block-kind-of.ts'
import { deleteSelected } from './commands/delete-selected.ts'
import { indent } from './commands/indent.ts'
import { joinBackward } from './commands/join-backward.ts'
import { joinForward } from './commands/join-forward.ts'
import { splitBlock } from './commands/split-block.ts'
import type { EditorHost } from './editor-host.ts'
import { editorHost } from './editor-host.ts'
import type { Shortcut } from './shortcuts.ts'
import { SHORTCUTS } from './shortcuts.ts'

type KeysOptions = { readonly host: EditorHost; readonly line: boolean }

/** The keys of an editor: the table of shortcuts, and what Enter, Backspace, Delete and Tab do in their contexts. */
export const Keys = Extension.create<KeysOptions>({
  name: 'stetKeys',
  // After input rules, so that Backspace can take one back; TipTap runs higher numbers first.
  priority: 50,
  addOptions: () => ({ host: editorHost(), line: false }),
  addProseMirrorPlugins() {
    return [keymap(bindings(this.options))]
  },
})

/** What the page does for an editor that was made with these keys. */
export function hostOf(editor: Editor): EditorHost | null {
  const keys = editor.extensionManager.extensions.find(({ name }) => name === Keys.name)
  return (keys?.options as KeysOptions | undefined)?.host ?? null
}

/** All keys with their commands, for one kind of editor. */
export function bindings({ host, line }: KeysOptions): Record<string, Command> {
  const keys: Record<string, Command> = {}
  for (const shortcut of Object.values<Shortcut>(SHORTCUTS)) {
    if (line && !shortcut.inLines) continue
    for (const key of shortcut.keys) keys[key] = commandOf(shortcut, host)
  }
  const backward = chainCommands(undoInputRule, deleteSelected, joinBackward)
  const forward = chainCommands(deleteSelected, joinForward)
  for (const key of ['Backspace', 'Mod-Backspace', 'Shift-Backspace', 'Alt-Backspace']) keys[key] = backward
  for (const key of ['Delete', 'Mod-Delete', 'Alt-Delete']) keys[key] = forward
  keys['Enter'] = line ? leave(host) : chainCommands(openPicture(host), splitBlock)
  keys['Mod-Enter'] = keys['Enter']
  if (line) {
    keys['Shift-Enter'] = keys['Enter']
  } else {
    const { escape, tab } = tabWalk()
    keys['Escape'] = escape
    keys['Tab'] = tab
  }
  return keys
}

function commandOf({ does }: Shortcut, host: EditorHost): Command {
  if (typeof does === 'function') return does
  // Keys are taken even where there is nothing to undo: the browser's own undo knows nothing of this text.
  return (_, dispatch) => {
    if (dispatch) host[does]()
    return true
  }
}

function leave(host: EditorHost): Command {
  return (_, dispatch) => {
    if (dispatch) host.leaveLine()
    return true
  }
}

/** Enter on a selected picture opens its panel. */
function openPicture(host: EditorHost): Command {
  return ({ selection }, dispatch) => {
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return false
    if (dispatch) host.openPicture(String(selection.node.attrs['photo']))
    return true
  }
}

/**
 * In a list Tab is for levels, also where there is no further level; Escape directly before makes Tab leave the text,
 * so that nobody is trapped in it. Outside of lists Tab leaves as everywhere.
 */
function tabWalk(): { readonly escape: Command; readonly tab: Command } {
  let leaving: EditorState | null = null
  return {
    escape(state) {
      leaving = state
      return false
    },
    tab(state, dispatch) {
      if (leaving === state) return false
      const { $from } = state.selection
      return indent(state, dispatch) || ($from.depth === 1 && isListItem($from.parent))
    },
  }
}
