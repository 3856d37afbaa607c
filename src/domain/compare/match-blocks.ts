import { commonRuns } from './common-runs.ts'
import type { Range } from './group-blocks.ts'
import { groupBlocks } from './group-blocks.ts'
import { heaviestOrder } from './heaviest-order.ts'
import type { Outline } from './outline.ts'
import { alikeInPlace } from './related-blocks.ts'

/**
 * Blocks of `before` (b0 up to b1, not included) and of `after` (a0 up to a1) that are the same copy: one and one, or
 * several where blocks were split and joined. `moved`: it isn't in its place any more.
 */
export type BlockGroup = Readonly<Range> & { readonly moved: boolean }

/** A block that moved and was edited must have kept this share of its pairs of words, else it is another block. */
const MOVED_SHARE = 0.4
const MOVED_WORDS = 4

/**
 * Which blocks of two bodies belong together, in the order of `before`; no block is in two groups, and what is in none was
 * deleted or inserted. Groups that didn't move are in the same order in both. The cost grows with the length of the story.
 */
export function matchBlocks(before: readonly Outline[], after: readonly Outline[]): readonly BlockGroup[] {
  const exact = exactPairs(before, after)
  const related = groupBlocks(before, after, new Set(exact.map(([b]) => b)), new Set(exact.map(([, a]) => a)))
  const groups: readonly (Range & { readonly likeness?: number })[] = [
    ...exact.map(([b, a]) => ({ b0: b, b1: b + 1, a0: a, a1: a + 1 })),
    ...related,
  ].toSorted((x, y) => x.b0 - y.b0)
  const sizes = groups.map(({ a0, a1 }) => {
    let words = 0
    for (let at = a0; at < a1; at++) words += after[at]?.words.length ?? 0
    return words
  })
  // What is only half the same copy has half the right to its place.
  const stays = heaviestOrder(
    groups.map(({ b0, a0, likeness = 1 }, index) => ({
      before: b0,
      after: a0,
      weight: 1 + (sizes[index] ?? 0) * likeness,
    })),
  )
  const kept = groups.flatMap(({ likeness, ...range }, index): BlockGroup[] => {
    if (stays[index]) return [{ ...range, moved: false }]
    const sure = likeness === undefined || (likeness >= MOVED_SHARE && (sizes[index] ?? 0) >= MOVED_WORDS)
    return sure ? [{ ...range, moved: true }] : []
  })
  return fillGaps(before, after, kept)
}

/** Blocks that say the same and stand on each side equally often: the first with the first, and so on. */
function exactPairs(
  before: readonly Outline[],
  after: readonly Outline[],
): readonly (readonly [number, number])[] {
  const places = (blocks: readonly Outline[]): Map<number, number[]> => {
    const found = new Map<number, number[]>()
    for (const [index, { key, distinct }] of blocks.entries()) {
      const list = found.get(key)
      if (!distinct) continue
      if (list) list.push(index)
      else found.set(key, [index])
    }
    return found
  }
  const others = places(after)
  return Array.from(places(before)).flatMap(([key, own]) => {
    const theirs = others.get(key) ?? []
    return own.length === theirs.length ? own.map((b, k) => [b, theirs[k] ?? 0] as const) : []
  })
}

/** Between groups that stayed: equal blocks in order, then blocks that may have been rewritten in their place. */
function fillGaps(
  before: readonly Outline[],
  after: readonly Outline[],
  groups: readonly BlockGroup[],
): readonly BlockGroup[] {
  const takenBefore = new Set(
    groups.flatMap(({ b0, b1 }) => Array.from({ length: b1 - b0 }, (_, k) => b0 + k)),
  )
  const takenAfter = new Set(
    groups.flatMap(({ a0, a1 }) => Array.from({ length: a1 - a0 }, (_, k) => a0 + k)),
  )
  const filled: BlockGroup[] = [...groups]
  let b = 0
  let a = 0
  const end = { b0: before.length, b1: before.length, a0: after.length, a1: after.length }
  for (const stop of [...groups.filter((group) => !group.moved), end]) {
    const own = free(b, stop.b0, takenBefore)
    const other = free(a, stop.a0, takenAfter)
    for (const [x, y] of pairsInGap(before, after, own, other)) {
      filled.push({ b0: x, b1: x + 1, a0: y, a1: y + 1, moved: false })
    }
    b = stop.b1
    a = stop.a1
  }
  return filled.toSorted((x, y) => x.b0 - y.b0)
}

function free(from: number, to: number, taken: ReadonlySet<number>): readonly number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) if (!taken.has(at)) places.push(at)
  return places
}

function pairsInGap(
  before: readonly Outline[],
  after: readonly Outline[],
  own: readonly number[],
  other: readonly number[],
): readonly (readonly [number, number])[] {
  if (own.length === 0 || other.length === 0) return []
  const keys = (blocks: readonly Outline[], places: readonly number[]): Int32Array =>
    Int32Array.from(places, (place) => blocks[place]?.key ?? -1)
  const pairs: (readonly [number, number])[] = []
  let x = 0
  let y = 0
  const runs = commonRuns(keys(before, own), keys(after, other))
  for (const [from, to, length] of [...runs, [own.length, other.length, 0] as const]) {
    pairs.push(...alikeInPlace(before, after, own.slice(x, from), other.slice(y, to)))
    for (let k = 0; k < length; k++) pairs.push([own[from + k] ?? 0, other[to + k] ?? 0])
    x = from + length
    y = to + length
  }
  return pairs
}
