import type { EditorState } from '@tiptap/pm/state'
import type { BlockKind } from '../domain/block-kind.ts'
import { kindOf } from './commands/block-kind-of.ts'
import { linkAt } from './commands/link.ts'
import { isLine, selectedBlocks } from './commands/selected-blocks.ts'
import { markActive } from './commands/toggle-mark.ts'

/** What a toolbar shows of an editor's selection. */
export type ToolbarState = {
  /** Kind of all selected blocks; null where they differ or hold no text. */
  readonly kind: BlockKind | null
  readonly bold: boolean
  readonly italic: boolean
  readonly note: boolean
  readonly link: boolean
  /** Blocks can be made and changed: false in headline, dek and captions. */
  readonly blocks: boolean
  readonly editable: boolean
  /** Words can be commented on, also where they can't be written. */
  readonly commentable: boolean
}

/** The state of no editor: nothing is on, nothing can be done. */
export const NO_EDITOR: ToolbarState = {
  kind: null,
  bold: false,
  italic: false,
  note: false,
  link: false,
  blocks: false,
  editable: false,
  commentable: false,
}

/** Cheap enough for every transaction: it looks at the selected blocks only. */
export function toolbarState(state: EditorState, editable: boolean, commentable = false): ToolbarState {
  const texts = selectedBlocks(state).filter(({ node }) => node.isTextblock)
  const kinds = new Set(texts.map(({ node }) => kindOf(node)))
  return {
    kind: kinds.size === 1 ? (kinds.values().next().value ?? null) : null,
    bold: markActive(state, 'bold'),
    italic: markActive(state, 'italic'),
    note: markActive(state, 'note'),
    link: linkAt(state) !== null,
    blocks: !isLine(state),
    editable,
    commentable,
  }
}

/** The same to look at. */
export function sameToolbarState(a: ToolbarState, b: ToolbarState): boolean {
  return (Object.keys(a) as (keyof ToolbarState)[]).every((key) => a[key] === b[key])
}
