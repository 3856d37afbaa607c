import type { Command } from '@tiptap/pm/state'
import { clearFormatting } from './commands/clear-formatting.ts'
import { deleteBlock } from './commands/delete-block.ts'
import { duplicateBlock } from './commands/duplicate-block.ts'
import { indent, outdent } from './commands/indent.ts'
import { insertHardBreak } from './commands/insert-hard-break.ts'
import { moveBlock } from './commands/move-block.ts'
import { selectAll } from './commands/select-all.ts'
import { setKind, toggleKind } from './commands/set-kind.ts'
import { splitBlock } from './commands/split-block.ts'
import { toggleMark } from './commands/toggle-mark.ts'

/** What the page does, not the document. */
type HostAction = 'undo' | 'redo' | 'openLink' | 'comment'

/** A shortcut: its keys as ProseMirror writes them ("Mod" is Cmd on a Mac, Ctrl elsewhere) and what they do. */
export type Shortcut = {
  readonly keys: readonly string[]
  readonly label: string
  /** Works in headline, dek and captions too. */
  readonly inLines: boolean
  readonly does: Command | HostAction
}

/** Every shortcut of the editors: keymap, tooltips, shortcuts dialog and README all read this one table. */
export const SHORTCUTS = {
  bold: { keys: ['Mod-b'], label: 'Bold', inLines: true, does: toggleMark('bold') },
  italic: { keys: ['Mod-i'], label: 'Italic', inLines: true, does: toggleMark('italic') },
  link: { keys: ['Mod-k'], label: 'Link', inLines: false, does: 'openLink' },
  note: { keys: ['Mod-Alt-n'], label: 'Note for the desk', inLines: true, does: toggleMark('note') },
  comment: { keys: ['Mod-Alt-m'], label: 'Comment', inLines: true, does: 'comment' },
  clear: { keys: ['Mod-\\'], label: 'Clear formatting', inLines: true, does: clearFormatting },
  paragraph: { keys: ['Mod-Alt-0'], label: 'Paragraph', inLines: false, does: setKind('paragraph') },
  heading2: { keys: ['Mod-Alt-2'], label: 'Heading 2', inLines: false, does: toggleKind('heading2') },
  heading3: { keys: ['Mod-Alt-3'], label: 'Heading 3', inLines: false, does: toggleKind('heading3') },
  quote: { keys: ['Mod-Shift-9'], label: 'Quote', inLines: false, does: toggleKind('quote') },
  pullquote: { keys: ['Mod-Alt-9'], label: 'Pull quote', inLines: false, does: toggleKind('pullquote') },
  number: { keys: ['Mod-Shift-7'], label: 'Numbered list', inLines: false, does: toggleKind('number') },
  bullet: { keys: ['Mod-Shift-8'], label: 'Bulleted list', inLines: false, does: toggleKind('bullet') },
  indent: { keys: ['Tab'], label: 'List item one level in', inLines: false, does: indent },
  outdent: { keys: ['Shift-Tab'], label: 'List item one level out', inLines: false, does: outdent },
  split: { keys: ['Enter'], label: 'New block', inLines: false, does: splitBlock },
  hardBreak: { keys: ['Shift-Enter'], label: 'New line in the block', inLines: false, does: insertHardBreak },
  moveUp: { keys: ['Alt-ArrowUp'], label: 'Move block up', inLines: false, does: moveBlock('up') },
  moveDown: { keys: ['Alt-ArrowDown'], label: 'Move block down', inLines: false, does: moveBlock('down') },
  duplicate: {
    keys: ['Alt-Shift-ArrowDown'],
    label: 'Duplicate block',
    inLines: false,
    does: duplicateBlock,
  },
  remove: { keys: ['Mod-Shift-Backspace'], label: 'Delete block', inLines: false, does: deleteBlock },
  selectAll: { keys: ['Mod-a'], label: 'Select all', inLines: true, does: selectAll },
  undo: { keys: ['Mod-z'], label: 'Undo', inLines: true, does: 'undo' },
  redo: { keys: ['Mod-Shift-z', 'Mod-y'], label: 'Redo', inLines: true, does: 'redo' },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutName = keyof typeof SHORTCUTS

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const KEY_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }

/** A shortcut as people read it: "Ctrl+Shift+7", on a Mac "⌘⇧7". */
export function shortcutText(keys: string, mac: boolean): string {
  const parts = keys.split(/-(?=.)/).map((key) => (mac ? MAC_SIGNS[key] : undefined) ?? KEY_NAMES[key] ?? key)
  const shown = parts.map((key) => (key.length === 1 ? key.toUpperCase() : key))
  return shown.join(mac ? '' : '+')
}

/** A shortcut as `aria-keyshortcuts` wants it: "Control+Shift+7". */
export function ariaShortcut(keys: string, mac: boolean): string {
  return keys
    .split(/-(?=.)/)
    .map((key) => (key === 'Mod' ? (mac ? 'Meta' : 'Control') : key))
    .join('+')
}
