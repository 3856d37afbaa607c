import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { kindOf } from './block-kind-of.ts'
import { isLine } from './selected-blocks.ts'
import { blankBlock } from './split-block.ts'

/** A rule below the block with the caret, or in place of an empty paragraph; the caret goes on below it. */
export const insertRule: Command = (state, dispatch) => {
  const rule = state.schema.nodes['rule']
  if (rule === undefined || isLine(state)) return false
  const { tr } = state
  const pos = insertAtoms(state, tr, [rule.create()])
  placeCaretAfter(state, tr, pos)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Pictures of these photos below the block with the caret, or in place of an empty paragraph; the last is selected. */
export function insertPictures(photos: readonly string[]): Command {
  return (state, dispatch) => {
    const picture = state.schema.nodes['picture']
    if (picture === undefined || photos.length === 0) return false
    const { tr } = state
    const pos = insertAtoms(
      state,
      tr,
      photos.map((photo) => picture.create({ photo })),
    )
    tr.setSelection(NodeSelection.create(tr.doc, pos - 1))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Puts blocks without text in where the selection ends; the result is the position behind the last of them. */
function insertAtoms(state: EditorState, tr: Transaction, atoms: readonly Node[]): number {
  const { $to } = state.selection
  const size = atoms.reduce((sum, atom) => sum + atom.nodeSize, 0)
  if ($to.depth === 0) {
    tr.insert($to.pos, atoms)
    return $to.pos + size
  }
  const block = $to.parent
  const from = $to.before()
  if (block.content.size === 0 && kindOf(block) === 'paragraph' && !isLast(state, $to.index(0))) {
    tr.replaceWith(from, $to.after(), atoms)
    return from + size
  }
  // The empty last paragraph stays below, to write on in.
  const at = block.content.size === 0 && kindOf(block) === 'paragraph' ? from : $to.after()
  tr.insert(at, atoms)
  return at + size
}

const isLast = (state: EditorState, index: number): boolean => index === state.doc.childCount - 1

function placeCaretAfter(state: EditorState, tr: Transaction, pos: number): void {
  if (!tr.doc.resolve(pos).nodeAfter?.isTextblock) tr.insert(pos, blankBlock(state, 'paragraph'))
  tr.setSelection(TextSelection.create(tr.doc, pos + 1))
}
