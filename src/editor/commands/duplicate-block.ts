import { Fragment } from '@tiptap/pm/model'
import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { standingBlocks } from '../suggest/copy-standing.ts'
import { isLine, selectedBlocks } from './selected-blocks.ts'

/** Puts a copy of the selected blocks below them; the selection goes to the copy. */
export const duplicateBlock: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state)
  const [top, last] = [blocks[0], blocks.at(-1)]
  if (top === undefined || last === undefined || isLine(state)) return false
  const at = last.pos + last.node.nodeSize
  const standing = standingBlocks(state, top.pos, at) ?? blocks.map(({ node }) => node)
  if (standing.length === 0) return false
  const copies = standing.map(copyOf)
  const tr = state.tr.insert(at, copies)
  const first = copies[0]
  if (first !== undefined && !first.isTextblock) tr.setSelection(NodeSelection.create(tr.doc, at))
  else tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** The same block with a start of its own; where moved text was joined matters to the original only. */
export function copyOf(node: Node): Node {
  if (!node.isTextblock) return node.copy(node.content)
  const inline: Node[] = []
  node.forEach((child) => {
    if (child.type.name !== 'seam') inline.push(child)
  })
  return node.type.create({ ...node.attrs, implicit: false }, Fragment.from(inline))
}
