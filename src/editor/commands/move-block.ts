import type { Command, Selection, Transaction } from '@tiptap/pm/state'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { PlacedBlock } from './selected-blocks.ts'
import { blockAt, isLine, selectedBlocks } from './selected-blocks.ts'

/**
 * Moves the selected blocks past the one above or below. The binding knows a move by the very same node being deleted
 * and inserted in one transaction, and one block is always enough: where several are selected, their neighbour goes
 * round them.
 */
export function moveBlock(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state)
    const first = blocks[0]
    const last = blocks.at(-1)
    if (first === undefined || last === undefined || isLine(state)) return false
    const neighbour = blockAt(state.doc, direction === 'up' ? first.index - 1 : last.index + 1)
    if (neighbour === null) return false
    const { tr } = state
    const shift = direction === 'up' ? -neighbour.node.nodeSize : neighbour.node.nodeSize
    if (blocks.length === 1) {
      move(tr, first, direction === 'up' ? neighbour.pos : neighbour.pos + neighbour.node.nodeSize)
    } else {
      move(tr, neighbour, direction === 'up' ? last.pos + last.node.nodeSize : first.pos)
    }
    tr.setSelection(shifted(state.selection, tr, shift))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes a block out and puts the same node in at `target`, a position between blocks of the document as it was. */
export function move(tr: Transaction, { node, pos }: PlacedBlock, target: number): void {
  tr.delete(pos, pos + node.nodeSize)
  tr.insert(target > pos ? target - node.nodeSize : target, node)
}

function shifted(selection: Selection, tr: Transaction, by: number): Selection {
  const clamp = (pos: number): number => Math.min(Math.max(pos + by, 0), tr.doc.content.size)
  if (selection instanceof NodeSelection) return NodeSelection.create(tr.doc, clamp(selection.from))
  if (selection instanceof AllSelection) return new AllSelection(tr.doc)
  return TextSelection.between(tr.doc.resolve(clamp(selection.anchor)), tr.doc.resolve(clamp(selection.head)))
}
