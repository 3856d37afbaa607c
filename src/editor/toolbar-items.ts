import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  Minus,
  MessageSquarePlus,
  MessageSquareQuote,
  Quote,
  RemoveFormatting,
  StickyNote,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Command } from '@tiptap/pm/state'
import { insertRule } from './commands/insert-block.ts'
import type { ShortcutName } from './shortcuts.ts'
import { SHORTCUTS } from './shortcuts.ts'
import type { ToolbarState } from './toolbar-state.ts'

/** One button of the formatting toolbar. */
export type ToolbarItem = {
  readonly label: string
  readonly keys: string | null
  readonly icon: LucideIcon
  /** Is it a switch, and is it on? null for what is done once. */
  readonly pressed: ((state: ToolbarState) => boolean) | null
  readonly enabled: (state: ToolbarState) => boolean
  readonly does: Command | 'undo' | 'redo' | 'openLink' | 'comment'
}

type Switch = (state: ToolbarState) => boolean

const inBlocks: Switch = ({ blocks, editable }) => blocks && editable
const anywhere: Switch = ({ editable }) => editable

const item = (
  name: ShortcutName,
  icon: LucideIcon,
  pressed: Switch | null,
  enabled: Switch = inBlocks,
): ToolbarItem => ({
  label: SHORTCUTS[name].label,
  keys: SHORTCUTS[name].keys[0],
  icon,
  pressed,
  enabled,
  does: SHORTCUTS[name].does,
})

/** The buttons in groups, in the order in which they stand. */
export const TOOLBAR_GROUPS: readonly (readonly ToolbarItem[])[] = [
  [
    item('heading2', Heading2, ({ kind }) => kind === 'heading2'),
    item('heading3', Heading3, ({ kind }) => kind === 'heading3'),
    item('quote', Quote, ({ kind }) => kind === 'quote'),
    item('pullquote', MessageSquareQuote, ({ kind }) => kind === 'pullquote'),
    item('bullet', List, ({ kind }) => kind === 'bullet'),
    item('number', ListOrdered, ({ kind }) => kind === 'number'),
  ],
  [
    item('bold', Bold, ({ bold }) => bold, anywhere),
    item('italic', Italic, ({ italic }) => italic, anywhere),
    item('link', Link, ({ link }) => link),
    item('note', StickyNote, ({ note }) => note, anywhere),
    item('clear', RemoveFormatting, null, anywhere),
    item('comment', MessageSquarePlus, null, ({ commentable }) => commentable),
  ],
  [{ label: 'Rule', keys: null, icon: Minus, pressed: null, enabled: inBlocks, does: insertRule }],
]
