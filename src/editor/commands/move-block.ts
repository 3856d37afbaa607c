import { Fragment } from '@tiptap/pm/model'
import type { Command, Selection, Transaction } from '@tiptap/pm/state'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { PlacedBlock } from './selected-blocks.ts'
import { groupAt, isLine, selectedBlocks } from './selected-blocks.ts'

/**
 * Moves the selected blocks past the one above or below. The binding knows a move by the very same node being deleted
 * and inserted in one transaction, and one block is mostly enough: where several are selected, their neighbour goes
 * round them. What will be one block is moved as one.
 */
export function moveBlock(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const first = blocks[0]
    const last = blocks.at(-1)
    if (first === undefined || last === undefined || isLine(state)) return false
    const neighbours = groupAt(state, direction === 'up' ? first.index - 1 : last.index + 1)
    const [top, bottom] = [neighbours[0], neighbours.at(-1)]
    if (top === undefined || bottom === undefined) return false
    const { tr } = state
    const size = bottom.pos + bottom.node.nodeSize - top.pos
    if (blocks.length === 1) move(tr, blocks, direction === 'up' ? top.pos : top.pos + size)
    else move(tr, neighbours, direction === 'up' ? last.pos + last.node.nodeSize : first.pos)
    const shift = direction === 'up' ? -size : size
    tr.setSelection(shifted(state.selection, tr, shift))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes blocks out and puts the same nodes in at `target`, a position between blocks of the document as it was. */
export function move(tr: Transaction, blocks: readonly PlacedBlock[], target: number): void {
  const pos = blocks[0]?.pos ?? 0
  const nodes = Fragment.from(blocks.map(({ node }) => node))
  tr.delete(pos, pos + nodes.size)
  tr.insert(target > pos ? target - nodes.size : target, nodes)
}

function shifted(selection: Selection, tr: Transaction, by: number): Selection {
  const clamp = (pos: number): number => Math.min(Math.max(pos + by, 0), tr.doc.content.size)
  if (selection instanceof NodeSelection) return NodeSelection.create(tr.doc, clamp(selection.from))
  if (selection instanceof AllSelection) return new AllSelection(tr.doc)
  return TextSelection.between(tr.doc.resolve(clamp(selection.anchor)), tr.doc.resolve(clamp(selection.head)))
}
