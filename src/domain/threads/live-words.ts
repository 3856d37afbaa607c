import * as Y from 'yjs'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { layoutOf } from '../text-layout.ts'
import { textRuns } from '../text-runs.ts'
import type { UnitId } from '../yjs-items.ts'
import { firstItem } from '../yjs-items.ts'
import type { StandIn } from './stand-ins.ts'
import { allRanges } from './stand-ins.ts'

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
type Wanted = { readonly from: number; readonly end: number; readonly anchor: number }

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
  const { pieces, found } = walk(text, wantedByClient(standIns, anchors))
  const needsOrder = isBody(text) && (anchors.length > 1 || pieces.some((list) => (list?.length ?? 0) > 1))
  const order = needsOrder ? layoutOf(text, textRuns(text)).order : []
  const shownAt = new Map(order.map((run, shown) => [run, shown]))
  return anchors.map((ids, anchor) => {
    const own = pieces[anchor] ?? []
    for (const piece of own) piece.shown = shownAt.get(piece.run) ?? 0
    own.sort((a, b) => a.shown - b.shown)
    const whole = (found[anchor] ?? 0) >= ids.reduce((sum, [, , length]) => sum + length, 0)
    return joined(own, order, whole)
  })
}

function wantedByClient(
  standIns: readonly StandIn[],
  anchors: readonly (readonly IdRange[])[],
): ReadonlyMap<number, readonly Wanted[]> {
  const wanted = new Map<number, Wanted[]>()
  anchors.forEach((ids, anchor) => {
    for (const [client, from, length] of allRanges(standIns, ids)) {
      const list = wanted.get(client) ?? []
      list.push({ from, end: from + length, anchor })
      wanted.set(client, list)
    }
  })
  for (const list of wanted.values()) list.sort((a, b) => a.from - b.from)
  return wanted
}

/** Per anchor: what is live of it in each run, and how many of its units. */
function walk(
  text: Y.Text,
  wanted: ReadonlyMap<number, readonly Wanted[]>,
): { readonly pieces: readonly (Piece[] | undefined)[]; readonly found: readonly number[] } {
  const pieces: (Piece[] | undefined)[] = []
  const found: number[] = []
  const runs = runCounter(text)
  let index = 0
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const run = runs(item)
    const { client, clock } = item.id
    for (const { from, end, anchor } of wanted.get(client) ?? []) {
      const low = Math.max(from, clock)
      const high = Math.min(end, clock + item.length)
      if (low >= high) continue
      const list = (pieces[anchor] ??= [])
      found[anchor] = (found[anchor] ?? 0) + high - low
      const last = list.at(-1)
      const [start, stop] = [index + low - clock, index + high - 1 - clock]
      if (last?.run === run) {
        // Two people may have brought back the same words: what is seen twice is one stretch.
        last.last = [client, high - 1]
        last.to = stop
      } else
        list.push({ run, shown: 0, from: start, to: stop, first: [client, low], last: [client, high - 1] })
    }
    index += item.length
  }
  return { pieces, found }
}

/** Numbers the runs of a text as `textRuns` does; a text of one line is one run. */
function runCounter(text: Y.Text): (item: Y.Item) => number {
  const hasHeads = isBody(text)
  let run = -1
  let open = false
  return (item) => {
    const head = hasHeads && item.content instanceof Y.ContentType ? item.content.type : null
    if (head instanceof Y.Map) {
      run += 1
      open = typeof head.get('atom') !== 'string'
    } else if (!open) {
      run += 1
      open = true
    }
    return run
  }
}

const isBody = (text: Y.Text): boolean => text.doc?.getText('body') === text

/** Joins pieces between which nothing is shown that doesn't also lie there: nothing was moved in or out. */
function joined(pieces: readonly Piece[], order: readonly number[], whole: boolean): readonly Stretch[] {
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

function liesBetween(order: readonly number[], before: Piece, after: Piece): boolean {
  if (before.run > after.run) return false
  return order.slice(before.shown + 1, after.shown).every((run) => run > before.run && run < after.run)
}
