import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { UnitId } from '../../domain/yjs-items.ts'
import { findUnit } from '../../domain/yjs-items.ts'
import type { IndexMap } from './positions.ts'
import { unitsOf } from './positions.ts'
import { isHeadless, isLine } from './units.ts'

/** Units in a row: their ids and their tokens' positions both follow each other. */
export type PlacedPiece = {
  readonly id: UnitId
  readonly length: number
  readonly pos: number
  /** Is it the start of a block, or a picture or a rule? Then it is one unit. */
  readonly block: boolean
}

/**
 * The units whose tokens lie between two positions of the document, which shows the text as it is. Costs a look at
 * each block before `to`, and a walk over the units in between.
 */
export function placedPieces(
  text: Y.Text,
  map: IndexMap,
  doc: Node,
  from: number,
  to: number,
): readonly PlacedPiece[] {
  const pieces: PlacedPiece[] = []
  const read = reader(text)
  const take = (first: number, count: number, at: number, block: boolean): void => {
    for (let done = 0; done < count;) {
      const run = map.runAt(first + done)
      const left = run ? run.display + run.size - first - done : count - done
      const length = Math.min(count - done, left)
      let pos = at + done
      for (const [id, size] of read(map.physical(first + done), length)) {
        pieces.push({ id, length: size, pos, block })
        pos += size
      }
      done += length
    }
  }
  const line = isLine(doc)
  let index = 0
  for (let k = 0, at = 0; k < doc.childCount && at < to; k++) {
    const node = doc.child(k)
    if (at + node.nodeSize > from) {
      const starts = node.isTextblock && (line || isHeadless(node)) ? 0 : 1
      if (starts === 1 && at >= from) take(index, 1, at, true)
      const begin = Math.max(0, from - at - 1)
      const end = node.isTextblock ? Math.min(node.content.size, to - at - 1) : 0
      if (end > begin) take(index + starts + begin, end - begin, at + 1 + begin, false)
    }
    index += unitsOf(node, line)
    at += node.nodeSize
  }
  return pieces
}

/** Reads units by physical index; going on where it stopped costs nothing. */
function reader(text: Y.Text): (index: number, count: number) => Generator<readonly [UnitId, number]> {
  let place: ReturnType<typeof findUnit> = null
  let next = -1
  return function* read(index, count) {
    if (index !== next) place = findUnit(text, index)
    let item = place?.item ?? null
    let offset = place?.offset ?? 0
    let left = count
    while (item !== null && left > 0) {
      if (!item.deleted && item.countable && offset < item.length) {
        const length = Math.min(left, item.length - offset)
        yield [[item.id.client, item.id.clock + offset], length]
        left -= length
        offset += length
        if (left === 0) break
      }
      item = item.right
      offset = 0
    }
    place = item && { item, offset }
    next = index + count
  }
}
