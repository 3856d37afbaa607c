import type * as Y from 'yjs'
import type { PlacedRun } from './block-order.ts'
import { orderRuns, TOP } from './block-order.ts'
import type { TextRun } from './text-runs.ts'
import { headKey, isAtom } from './text-runs.ts'
import type { UnitId } from './yjs-items.ts'
import { firstItem } from './yjs-items.ts'

/**
 * The key of a head that says where its run is shown, as JSON: {after: [client, clock] | 'top', rank}.
 * A string, so that a value is replaced as a whole.
 */
export const PLACE = 'place'

/** The kind of a start that only continues the block shown before it: two blocks were joined that don't lie together. */
export const SEAM = 'seam'

/** Does a run go on the block that is shown before it, where there is one? */
export const continuesBlock = (run: TextRun): boolean =>
  run.joined || (run.head !== null && !isAtom(run.head) && headKey(run, 'kind') === SEAM)

type WrittenPlace = { readonly after: UnitId | 'top'; readonly rank: number }

export function placeJson(place: WrittenPlace): string {
  return JSON.stringify(place)
}

/** A head's place, or null where there is none or it can't be understood. */
export function readPlace(run: TextRun): WrittenPlace | null {
  const raw = headKey(run, PLACE)
  if (raw === undefined) return null
  const value = typeof raw === 'string' ? parse(raw) : raw
  if (typeof value !== 'object' || value === null || !('after' in value)) return null
  const { after } = value
  const rank = 'rank' in value && typeof value.rank === 'number' ? value.rank : 0
  if (after === 'top') return { after, rank }
  if (!Array.isArray(after) || !Number.isInteger(after[0]) || !Number.isInteger(after[1])) return null
  return { after: [Number(after[0]), Number(after[1])], rank }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}

/**
 * The runs with their places as indexes. A place after something that was deleted is after the run in which that
 * would now stand; one after something that isn't known is no place.
 */
export function placedRuns(text: Y.Text, runs: readonly TextRun[]): readonly PlacedRun[] {
  const places = runs.map((run) => readPlace(run))
  const found = findRuns(
    text,
    runs,
    places.flatMap((place) => (place && place.after !== 'top' ? [place.after] : [])),
  )
  return runs.map(({ id }, index) => {
    const place = places[index]
    if (!place) return { id, place: null }
    const after = place.after === 'top' ? TOP : found.get(keyOf(place.after))
    return { id, place: after === undefined ? null : { after, rank: place.rank } }
  })
}

export type TextLayout = {
  /** Indexes of the runs in the order in which they are shown. */
  readonly order: readonly number[]
  /** Does a place name something that hasn't arrived? Then any news may change the order. */
  readonly waiting: boolean
}

export function layoutOf(text: Y.Text, runs: readonly TextRun[]): TextLayout {
  if (!runs.some((run) => headKey(run, PLACE) !== undefined)) {
    return { order: runs.map((_, index) => index), waiting: false }
  }
  const placed = placedRuns(text, runs)
  const waiting = runs.some((run, index) => placed[index]?.place === null && readPlace(run) !== null)
  return { order: orderRuns(placed), waiting }
}

/** Indexes of the runs in the order in which they are shown. */
export const displayOrder = (text: Y.Text, runs: readonly TextRun[]): readonly number[] =>
  layoutOf(text, runs).order

const keyOf = ([client, clock]: UnitId): string => `${client}:${clock}`

/** The run in which each id stands, or stood when it was deleted; TOP is before all of them. */
function findRuns(text: Y.Text, runs: readonly TextRun[], ids: readonly UnitId[]): Map<string, number> {
  const wanted = new Map<number, number[]>()
  for (const [client, clock] of ids) wanted.set(client, [...(wanted.get(client) ?? []), clock])
  const found = new Map<string, number>()
  if (ids.length === 0) return found
  let run = TOP
  for (let item = firstItem(text); item !== null; item = item.right) {
    const { client, clock } = item.id
    const next = runs[run + 1]?.id
    if (next && next[0] === client && next[1] >= clock && next[1] < clock + item.length) run += 1
    for (const target of wanted.get(client) ?? []) {
      if (target >= clock && target < clock + item.length) found.set(keyOf([client, target]), run)
    }
  }
  return found
}
