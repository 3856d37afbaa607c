import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/** A range of whole blocks in a document. */
export type BlockRange = { readonly from: number; readonly to: number }

/**
 * The blocks of the new document that a transaction may have changed, as ranges in order that don't overlap. Only what
 * the steps touched is looked at.
 */
export function changedBlocks(tr: Transaction): readonly BlockRange[] {
  const ranges: { from: number; to: number }[] = []
  tr.mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, newFrom, newTo) => {
      const rest = tr.mapping.slice(index + 1)
      ranges.push(wholeBlocks(tr.doc, rest.map(newFrom, -1), rest.map(newTo, 1)))
    })
  })
  ranges.sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else joined.push({ ...range })
  }
  return joined
}

/** The whole blocks that a range touches. */
export function wholeBlocks(doc: Node, from: number, to: number): { from: number; to: number } {
  const $from = doc.resolve(Math.min(from, doc.content.size))
  const $to = doc.resolve(Math.min(to, doc.content.size))
  return {
    from: $from.depth > 0 ? $from.before(1) : $from.pos - ($from.nodeBefore?.nodeSize ?? 0),
    to: $to.depth > 0 ? $to.after(1) : $to.pos + ($to.nodeAfter?.nodeSize ?? 0),
  }
}
