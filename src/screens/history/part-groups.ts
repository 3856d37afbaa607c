import type { Part } from '../../domain/compare/comparison.ts'
import type { Row } from './comparison-rows.ts'

export type Side = 'before' | 'after' | 'both'

/** Parts in a row that belong together: a stretch that is the same, or one place that changed, by its number. */
export type PartGroup = { readonly key: number; readonly change: number; readonly parts: readonly Part[] }

/** The parts of a row that one side shows, put together by place. `change` is 0 for what is no place of its own. */
export function partGroups(row: Row, side: Side): readonly PartGroup[] {
  const groups: PartGroup[] = []
  const add = (from: number, to: number, change: number): void => {
    const parts = row.parts.slice(from, to).filter((part) => isShown(part, side))
    if (parts.length > 0) groups.push({ key: from, change, parts })
  }
  let end = 0
  // The block's own change (moved, split, another kind) is a place before those in its words.
  let number = row.first + (rowPlace(row) > 0 ? 1 : 0)
  for (const [from, to] of row.edits) {
    add(end, from, 0)
    add(from, to, row.changed === 0 ? 0 : Math.min(number, row.first + row.changed - 1))
    number += 1
    end = to
  }
  add(end, row.parts.length, 0)
  return groups
}

/** The number of the place that the row itself is, or 0 where its places are all in its words. */
export function rowPlace({ changed, edits, first }: Row): number {
  return changed > edits.length ? first : 0
}

const isShown = ({ kind }: Part, side: Side): boolean =>
  side === 'both' || kind !== (side === 'before' ? 'inserted' : 'deleted')
