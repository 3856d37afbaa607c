import type { Command, EditorState } from '@tiptap/pm/state'
import type { BlockKind } from '../../domain/block-kind.ts'
import { LIST_KINDS } from '../../domain/block-kind.ts'
import { kindOf, levelOf, setKindAt } from './block-kind-of.ts'
import type { PlacedBlock } from './selected-blocks.ts'
import { isJoined, isLine, selectedBlocks } from './selected-blocks.ts'

/** Makes the selected text blocks blocks of that kind. List items stay at their level when they change list. */
export function setKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const blocks = textBlocks(state)
    if (blocks.length === 0 || isLine(state)) return false
    const { tr } = state
    for (const { node, pos } of blocks) setKindAt(tr, pos, kind, LIST_KINDS.has(kind) ? levelOf(node) : 0)
    if (tr.docChanged) dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The same, but back to paragraphs where all of them are of that kind already. */
export function toggleKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const blocks = textBlocks(state)
    const all = blocks.length > 0 && blocks.every(({ node }) => kindOf(node) === kind)
    return setKind(all ? 'paragraph' : kind)(state, dispatch)
  }
}

/** What has a kind of its own: not what will be joined to the block above. */
const textBlocks = (state: EditorState): readonly PlacedBlock[] =>
  selectedBlocks(state).filter((block) => block.node.isTextblock && !isJoined(state, block))
