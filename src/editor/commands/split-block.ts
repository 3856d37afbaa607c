import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import type { BlockKind } from '../../domain/block-kind.ts'
import { isListItem, kindOf, levelOf, setKindAt } from './block-kind-of.ts'
import { standingSigns } from '../suggest/standing-walk.ts'
import { groupAt, isLine } from './selected-blocks.ts'

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
  // A block that will be joined to the one above is a part of it, and words that will go are no words.
  const [top] = groupAt(state, selection.$from.index(0))
  const [pos, model] = top ? [top.pos, top.node] : [$from.before(), block]
  const atStart = selection.empty ? isEdge(state, -1) : $from.parentOffset === 0
  const atEnd = selection.empty ? isEdge(state, 1) : $from.parentOffset === block.content.size
  const kind = kindOf(model)
  if (selection.empty && atStart && atEnd && kind !== 'paragraph') {
    const level = levelOf(model)
    setKindAt(tr, pos, level > 0 ? kind : 'paragraph', Math.max(0, level - 1))
  } else if (atStart && !atEnd) {
    // Above the text rather than below an empty half of it: what hangs on the block stays with its words.
    tr.insert(pos, next(state, model))
  } else {
    splitAt(tr, $from.pos, atEnd ? next(state, model) : sibling(state, model))
    keepMarks(state, tr)
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Does nothing stand between the caret and that end of what is, or will be, its block? */
const isEdge = (state: EditorState, direction: -1 | 1): boolean =>
  standingSigns(state, state.selection.from, direction).next().done === true

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
