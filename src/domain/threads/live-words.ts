import type * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { layoutOf } from '../text-layout.ts'
import { textRuns } from '../text-runs.ts'
import type { UnitId } from '../yjs-items.ts'
import type { StandIn } from './stand-ins.ts'
import { visitHeld } from './visit-held.ts'

/** A stretch of a text as it is shown, by its first and its last unit, and where it begins in reading order. */
export type Stretch = {
  readonly first: UnitId
  readonly last: UnitId
  /** Index of the first in the text; of the last. They compare only within one run. */
  readonly from: number
  readonly to: number
  /** How many runs are shown before the one that it begins in. */
  readonly shown: number
  /** Does it hold all of the words, none having gone? */
  readonly whole: boolean
}

/** What is live of an anchor in one run; `shown` is set once the order of the runs is known. */
type Piece = { run: number; shown: number; from: number; to: number; first: UnitId; last: UnitId }

/**
 * Where the words of anchors (canonical ids each) stand in a text now, in one walk over it: for each anchor the
 * stretches from its first to its last live unit, in reading order. It is one stretch unless blocks were moved out of
 * it, and none where no unit is left.
 */
export function liveWords(
  text: Y.Text,
  standIns: readonly StandIn[],
  anchors: readonly (readonly IdRange[])[],
): readonly (readonly Stretch[])[] {
  if (anchors.length === 0) return []
  const pieces: (Piece[] | undefined)[] = []
  const found: number[] = []
  const isMoved = visitHeld(text, standIns, anchors, ({ anchor, run, index, id, length }) => {
    const list = (pieces[anchor] ??= [])
    const end: UnitId = [id[0], id[1] + length - 1]
    const last = list.at(-1)
    found[anchor] = (found[anchor] ?? 0) + length
    if (last?.run === run) {
      last.last = end
      last.to = index + length - 1
    } else list.push({ run, shown: run, from: index, to: index + length - 1, first: id, last: end })
  })
  const order = isMoved ? layoutOf(text, textRuns(text)).order : null
  const shownAt = new Map(order?.map((run, shown) => [run, shown]))
  return anchors.map((ids, anchor) => {
    const own = pieces[anchor] ?? []
    if (order !== null) {
      for (const piece of own) piece.shown = shownAt.get(piece.run) ?? 0
      own.sort((a, b) => a.shown - b.shown)
    }
    const whole = (found[anchor] ?? 0) >= ids.reduce((sum, [, , length]) => sum + length, 0)
    return joined(own, order, whole)
  })
}

/** Joins pieces between which nothing is shown that doesn't also lie there: nothing was moved in or out. */
function joined(
  pieces: readonly Piece[],
  order: readonly number[] | null,
  whole: boolean,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let before: Piece | null = null
  for (const piece of pieces) {
    const { shown, from, to, first, last } = piece
    const open = stretches.at(-1)
    if (open && before && liesBetween(order, before, piece)) {
      stretches[stretches.length - 1] = { ...open, to, last }
    } else stretches.push({ first, last, from, to, shown, whole })
    before = piece
  }
  return stretches
}

function liesBetween(order: readonly number[] | null, before: Piece, after: Piece): boolean {
  if (order === null) return true
  if (before.run > after.run) return false
  return order.slice(before.shown + 1, after.shown).every((run) => run > before.run && run < after.run)
}
