import type { Command, EditorState } from '@tiptap/pm/state'
import { MAX_LEVEL } from '../../domain/block-kind.ts'
import { isListItem, kindOf, levelOf, setKindAt } from './block-kind-of.ts'
import type { PlacedBlock } from './selected-blocks.ts'
import { blockAt, groupAt, isJoined, selectedBlocks } from './selected-blocks.ts'

/**
 * Moves the selected list items one level in, with the deeper items that hang on them. An item goes at most one level
 * deeper than the item above it, so that every list stays one that can be written as nested lists.
 */
export const indent: Command = (state, dispatch) => {
  const items = withChildren(state)
  const [first] = items
  if (first === undefined) return false
  const above = groupAt(state, first.index - 1)[0]
  const limit = above !== undefined && isListItem(above.node) ? levelOf(above.node) + 1 : 0
  if (levelOf(first.node) >= limit || items.some(({ node }) => levelOf(node) >= MAX_LEVEL)) return false
  return shift(1, items)(state, dispatch)
}

/** Moves the selected list items one level out, with what hangs on them. False at the outermost level. */
export const outdent: Command = (state, dispatch) => {
  const items = withChildren(state)
  return items.some(({ node }) => levelOf(node) > 0) && shift(-1, items)(state, dispatch)
}

function shift(by: 1 | -1, items: readonly PlacedBlock[]): Command {
  return (state, dispatch) => {
    const { tr } = state
    for (const { node, pos } of items) setKindAt(tr, pos, kindOf(node), Math.max(0, levelOf(node) + by))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** The selected items and, below the last of them, those that are deeper than it. None where something else is selected. */
function withChildren(state: EditorState): readonly PlacedBlock[] {
  const selected = selectedBlocks(state)
  const blocks = selected.filter((block) => !isJoined(state, block))
  const last = blocks.at(-1)
  if (last === undefined || !blocks.every(({ node }) => isListItem(node))) return []
  const items = [...blocks]
  for (
    let next = blockAt(state.doc, (selected.at(-1) ?? last).index + 1);
    next !== null;
    next = blockAt(state.doc, next.index + 1)
  ) {
    if (isJoined(state, next)) continue
    if (!isListItem(next.node) || levelOf(next.node) <= levelOf(last.node)) break
    items.push(next)
  }
  return items
}
