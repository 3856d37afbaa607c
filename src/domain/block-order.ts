import type { UnitId } from './yjs-items.ts'

/**
 * In which order the runs of a body are shown. Characters never move in a Y.Text: a move writes a PLACE into the
 * moved run's head, "shown after that run". So nothing can double, what others type meanwhile in a moved block is
 * in it, and undoing a move is undoing a key.
 *
 * Runs without a place stand in physical order. Placed runs hang below the run they follow, the highest rank (the
 * newest) first, ties by id, each followed by those below itself. What is placed at the top comes first of all.
 * Where places form a circle (A after B and B after A, written at once) the run with the smallest id ignores its own.
 */
export type RunPlace = {
  /** Index of the run to follow, or TOP. */
  readonly after: number
  readonly rank: number
}

export const TOP = -1

export type PlacedRun = { readonly id: UnitId; readonly place: RunPlace | null }

/** A change of one run's place; null removes it. */
export type PlaceChange = { readonly run: number; readonly place: RunPlace | null }

const MOST = 1e12

/** -1, 0 or 1: a total order of ids. */
export function compareIds(a: UnitId, b: UnitId): number {
  return Math.sign(a[0] - b[0] || a[1] - b[1])
}

/** The display order as indexes of `runs`: a permutation whatever the places say, the same for everybody. */
export function orderRuns(runs: readonly PlacedRun[]): readonly number[] {
  return depthFirst(runs, usablePlaces(runs))
}

/**
 * The fewest key changes found that make the display order `desired` (a permutation of the indexes of `runs`).
 * `moved` runs get a place in any case, before the ones that they jumped over.
 */
export function placements(
  runs: readonly PlacedRun[],
  desired: readonly number[],
  moved: readonly number[] = [],
): readonly PlaceChange[] {
  if (moved.length === 0 && sameOrder(orderRuns(runs), desired)) return []
  const usable = usablePlaces(runs)
  const now = runs.map((run, index): PlacedRun => ({ id: run.id, place: usable[index] ?? null }))
  const changed = new Set<number>()
  // A place that is ignored (a circle) might come to life when another changes: take it away for good.
  runs.forEach((run, index) => {
    if (run.place && !usable[index]) changed.add(index)
  })
  const predecessor = new Map(desired.map((run, index) => [run, desired[index - 1] ?? TOP]))
  const follow = (run: number, after: number): void => {
    const id = now[run]?.id
    if (!id) return
    let rank = 0
    for (const other of now) {
      if (other.place?.after === after) rank = Math.max(rank, other.place.rank + 1)
    }
    now[run] = { id, place: { after, rank } }
    changed.add(run)
  }
  for (const run of desired) {
    const after = predecessor.get(run) ?? TOP
    if (moved.includes(run) && !isBelow(now, after, run)) follow(run, after)
  }
  for (let rounds = 0; rounds <= runs.length; rounds++) {
    const order = orderRuns(now)
    const wrong = desired.findIndex((run, index) => run !== order[index])
    const run = desired[wrong]
    if (run === undefined) break
    follow(run, predecessor.get(run) ?? TOP)
  }
  return [...changed].map((run) => ({ run, place: now[run]?.place ?? null }))
}

/** The places that count: existing targets, sane ranks, no circles. */
function usablePlaces(runs: readonly PlacedRun[]): readonly (RunPlace | null)[] {
  const places = runs.map(({ place }, index): RunPlace | null => {
    if (!place || place.after === index || !Number.isInteger(place.after)) return null
    if (place.after < TOP || place.after >= runs.length) return null
    const rank = Number.isInteger(place.rank) && Math.abs(place.rank) <= MOST ? place.rank : 0
    return { after: place.after, rank }
  })
  const checked = new Uint32Array(runs.length)
  runs.forEach((_, first) => {
    const mark = first + 1
    let run = first
    while (run !== TOP && checked[run] === 0) {
      checked[run] = mark
      run = places[run]?.after ?? TOP
    }
    if (run !== TOP && checked[run] === mark) places[smallestOfCircle(runs, places, run)] = null
  })
  return places
}

function smallestOfCircle(
  runs: readonly PlacedRun[],
  places: readonly (RunPlace | null)[],
  within: number,
): number {
  let smallest = within
  for (let run = places[within]?.after ?? within; run !== within; run = places[run]?.after ?? within) {
    const a = runs[run]
    const b = runs[smallest]
    if (a && b && compareIds(a.id, b.id) < 0) smallest = run
  }
  return smallest
}

function depthFirst(runs: readonly PlacedRun[], places: readonly (RunPlace | null)[]): readonly number[] {
  const below = new Map<number, number[]>()
  const roots: number[] = []
  places.forEach((place, run) => {
    if (!place) roots.push(run)
    else if (below.has(place.after)) below.get(place.after)?.push(run)
    else below.set(place.after, [run])
  })
  if (below.size === 0) return roots
  const lastFirst = (a: number, b: number): number => {
    const byRank = (places[a]?.rank ?? 0) - (places[b]?.rank ?? 0)
    const [left, right] = [runs[a]?.id, runs[b]?.id]
    return byRank || (left && right ? compareIds(right, left) : 0)
  }
  for (const list of below.values()) list.sort(lastFirst)
  const order: number[] = []
  const stack = [...roots.reverse(), ...(below.get(TOP) ?? [])]
  for (let run = stack.pop(); run !== undefined; run = stack.pop()) {
    order.push(run)
    stack.push(...(below.get(run) ?? []))
  }
  return order
}

/** Does `run` hang, directly or not, below `ancestor`? */
function isBelow(runs: readonly PlacedRun[], run: number, ancestor: number): boolean {
  let at = run
  for (let steps = 0; at !== TOP && steps <= runs.length; steps++) {
    if (at === ancestor) return true
    at = runs[at]?.place?.after ?? TOP
  }
  return false
}

function sameOrder(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((run, index) => run === b[index])
}
