import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import type { BlockKind } from '../../domain/block-kind.ts'
import { isListItem, kindOf, levelOf, setKindAt } from './block-kind-of.ts'
import { isLine } from './selected-blocks.ts'

/**
 * Enter. A list item is followed by one of its kind and level; a heading or a quote that ends is followed by a
 * paragraph; one that is split stays what it is on both sides. An empty list item moves out a level, and becomes a
 * paragraph at the outermost; so does every other empty block that isn't one.
 */
export const splitBlock: Command = (state, dispatch) => {
  if (isLine(state)) return false
  const { selection } = state
  if (selection instanceof NodeSelection) return paragraphAfter(selection, state, dispatch)
  if (selection.$from.depth !== 1) return false
  const tr = state.tr
  if (!selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  if ($from.depth !== 1) return false
  const block = $from.parent
  const before = $from.before()
  const kind = kindOf(block)
  if (selection.empty && block.content.size === 0 && kind !== 'paragraph') {
    const level = levelOf(block)
    setKindAt(tr, before, level > 0 ? kind : 'paragraph', Math.max(0, level - 1))
  } else if ($from.parentOffset === 0 && block.content.size > 0) {
    // Above the text rather than below an empty half of it: what hangs on the block stays with its words.
    tr.insert(before, next(state, block))
  } else {
    splitAt(
      tr,
      $from.pos,
      $from.parentOffset === block.content.size ? next(state, block) : sibling(state, block),
    )
    keepMarks(state, tr)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

function splitAt(tr: Transaction, pos: number, after: Node): void {
  const types = [{ type: after.type, attrs: after.attrs }]
  if (canSplit(tr.doc, pos, 1, types)) tr.split(pos, 1, types)
}

/** An empty block as it comes after (or before) a finished one. */
function next(state: EditorState, block: Node): Node {
  return isListItem(block) ? sibling(state, block) : blankBlock(state, 'paragraph')
}

const sibling = (state: EditorState, block: Node): Node => blankBlock(state, kindOf(block), levelOf(block))

/** An empty block of that kind. */
export function blankBlock(state: EditorState, kind: BlockKind, level = 0): Node {
  const type = state.schema.nodes['block']
  if (type === undefined) throw new Error('This schema has no blocks')
  return type.create({ kind, level })
}

function keepMarks(state: EditorState, tr: Transaction): void {
  const { $from, $to } = state.selection
  const marks = state.storedMarks ?? ($to.parentOffset > 0 ? $from.marks() : [])
  const staying = marks.filter(({ type }) => type.spec.inclusive !== false)
  if (staying.length > 0) tr.ensureMarks(staying)
}

function paragraphAfter(
  { to }: NodeSelection,
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
): boolean {
  const tr = state.tr.insert(to, blankBlock(state, 'paragraph'))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView())
  return true
}
