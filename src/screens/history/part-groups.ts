import type { Part } from '../../domain/compare/comparison.ts'
import type { Row } from './comparison-rows.ts'

export type Side = 'before' | 'after' | 'both'

/** Parts in a row that belong together: a stretch that is the same, or one place that changed, by its number. */
export type PartGroup = { readonly key: number; readonly change: number; readonly parts: readonly Part[] }

/** The parts of a row that one side shows, put together by place. `change` is 0 for what is the same. */
export function partGroups(row: Row, side: Side): readonly PartGroup[] {
  const groups: { key: number; change: number; parts: Part[] }[] = []
  const places = countPlaces(row.parts)
  // The block's own change (moved, split, another kind) is a place of its own, before those in its words.
  let number = row.first + (ownPlace(row, places) ? 1 : 0) - 1
  let wasSame = true
  row.parts.forEach((part, key) => {
    const isSame = part.kind === 'same'
    if (!isSame && wasSame) number += 1
    if (isSame || wasSame) {
      const change = isSame ? 0 : Math.min(number, row.first + row.changed - 1)
      groups.push({ key, change: row.changed === 0 ? 0 : change, parts: [] })
    }
    wasSame = isSame
    if (isShown(part, side)) groups.at(-1)?.parts.push(part)
  })
  return groups.filter(({ parts }) => parts.length > 0)
}

/** The number of the place that the row itself is, or 0 where its places are all in its words. */
export function rowPlace(row: Row): number {
  return ownPlace(row, countPlaces(row.parts)) ? row.first : 0
}

const ownPlace = (row: Row, places: number): boolean => row.changed > places

function countPlaces(parts: readonly Part[]): number {
  return parts.filter((part, index) => part.kind !== 'same' && (parts[index - 1]?.kind ?? 'same') === 'same')
    .length
}

const isShown = ({ kind }: Part, side: Side): boolean =>
  side === 'both' || kind !== (side === 'before' ? 'inserted' : 'deleted')
