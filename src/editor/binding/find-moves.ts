import type { Node } from '@tiptap/pm/model'
import type { ChangedRange } from './changed-ranges.ts'

/** A block that stood at `from` in the old document and stands, untouched, at `to` in the new one. */
export type BlockMove = { readonly from: number; readonly to: number; readonly size: number }

/**
 * The blocks that a transaction took from one place and put in another: the very same node, out of the old document
 * and into the new one. A copy (cut and paste) is another node, and another text.
 */
export function findMoves(before: Node, after: Node, ranges: readonly ChangedRange[]): readonly BlockMove[] {
  const gone = wholeBlocks(
    before,
    ranges.map(({ oldFrom, oldTo }) => [oldFrom, oldTo]),
  )
  if (gone.length === 0) return []
  const positions = new Map<Node, number[]>()
  for (const { node, pos } of gone) positions.set(node, [...(positions.get(node) ?? []), pos])
  const come = wholeBlocks(
    after,
    ranges.map(({ newFrom, newTo }) => [newFrom, newTo]),
  )
  return come.flatMap(({ node, pos }) => {
    const from = positions.get(node)?.shift()
    return from === undefined ? [] : [{ from, to: pos, size: node.nodeSize }]
  })
}

function wholeBlocks(
  doc: Node,
  ranges: readonly (readonly [from: number, to: number])[],
): { readonly node: Node; readonly pos: number }[] {
  const wide = ranges.filter(([from, to]) => to > from)
  const found: { node: Node; pos: number }[] = []
  if (wide.length === 0) return found
  doc.forEach((node, pos) => {
    if (wide.some(([from, to]) => pos >= from && pos + node.nodeSize <= to)) found.push({ node, pos })
  })
  return found
}
