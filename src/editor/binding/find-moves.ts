import type { Node } from '@tiptap/pm/model'
import type { ChangedRange } from './changed-ranges.ts'
import { rising } from './rising.ts'

/**
 * A block that stood at `from` in the old document and stands, untouched, at `to` in the new one. One that `stays`
 * lies in a changed range without having changed its place there.
 */
export type BlockMove = {
  readonly from: number
  readonly to: number
  readonly size: number
  readonly stays: boolean
}

type Span = readonly [from: number, to: number]

/**
 * The blocks that a transaction took from one place and put in another: the very same node, out of the old document
 * and into the new one. A copy (cut and paste) is another node, and another text.
 */
export function findMoves(before: Node, after: Node, ranges: readonly ChangedRange[]): readonly BlockMove[] {
  const old = ranges.map(({ oldFrom, oldTo }): Span => [oldFrom, oldTo])
  const next = ranges.map(({ newFrom, newTo }): Span => [newFrom, newTo])
  const positions = new Map<Node, number[]>()
  for (const { node, pos } of wholeBlocks(before, old)) {
    positions.set(node, [...(positions.get(node) ?? []), pos])
  }
  if (positions.size === 0) return []
  const found = wholeBlocks(after, next).flatMap(({ node, pos }) => {
    const from = positions.get(node)?.shift()
    return from === undefined ? [] : [{ from, to: pos, size: node.nodeSize }]
  })
  const staying = new Set(
    ranges.flatMap((_, range) => {
      const within = found.filter(({ from, to }) => isIn(from, old[range]) && isIn(to, next[range]))
      return rising(within.map(({ from }) => from)).map((index) => within[index])
    }),
  )
  const moves = found.map((move): BlockMove => {
    const { from, to, size } = move
    return { from, to, size, stays: staying.has(move) }
  })
  const away = moves.filter((move) => !move.stays)
  const disturbed = ranges.map((_, range) =>
    away.some(({ from, to }) => isIn(from, old[range]) || isIn(to, next[range])),
  )
  return moves.filter(({ from, stays }) => !stays || disturbed[old.findIndex((span) => isIn(from, span))])
}

const isIn = (pos: number, span: Span | undefined): boolean =>
  span !== undefined && pos >= span[0] && pos < span[1]

function wholeBlocks(doc: Node, ranges: readonly Span[]): { readonly node: Node; readonly pos: number }[] {
  const wide = ranges.filter(([from, to]) => to > from)
  const found: { node: Node; pos: number }[] = []
  if (wide.length === 0) return found
  doc.forEach((node, pos) => {
    if (wide.some(([from, to]) => pos >= from && pos + node.nodeSize <= to)) found.push({ node, pos })
  })
  return found
}
