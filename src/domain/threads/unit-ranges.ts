import type * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { findUnit } from '../yjs-items.ts'

/** The ids of so many live units of a text from an index on, as they lie. */
export function unitRanges(text: Y.Text, index: number, length: number): readonly IdRange[] {
  const found = length > 0 ? findUnit(text, index) : null
  const ranges: [number, number, number][] = []
  let offset = found?.offset ?? 0
  let left = length
  for (let item = found?.item ?? null; item !== null && left > 0; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { client, clock } = item.id
    const many = Math.min(item.length - offset, left)
    const last = ranges.at(-1)
    if (last && last[0] === client && last[1] + last[2] === clock + offset) last[2] += many
    else ranges.push([client, clock + offset, many])
    left -= many
    offset = 0
  }
  return ranges
}
