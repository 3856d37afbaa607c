import type { Outline } from './outline.ts'
import { relatedBlocks } from './related-blocks.ts'

/** Blocks b0 up to b1 (not included) of before and a0 up to a1 of after, which are the same copy. */
export type Range = { b0: number; b1: number; a0: number; a1: number }

/** A part that was split off may have one new block before it, and so may a part that was joined have one that went. */
const APART = 2

/** Related blocks in one group, and how much its first pair has in common (0 to 1). */
export type RelatedGroup = Range & { readonly likeness: number }

/**
 * Groups of blocks that aren't equal but have much in common: the closest pairs first, each block in one of them; then
 * neighbours join a group that they are a split-off, or joined, part of, and groups whose common border moved become one.
 */
export function groupBlocks(
  before: readonly Outline[],
  after: readonly Outline[],
  matchedBefore: ReadonlySet<number>,
  matchedAfter: ReadonlySet<number>,
): readonly RelatedGroup[] {
  const relations = relatedBlocks(before, after, matchedBefore, matchedAfter)
  const known = new Set(relations.map(({ b, a }) => pairKey(b, a)))
  const ofBefore = new Map<number, RelatedGroup>()
  const ofAfter = new Map<number, RelatedGroup>()
  const groups = new Set<RelatedGroup>()
  for (const { b, a, common, share, part } of relations) {
    if (common < 2 || ofBefore.has(b) || ofAfter.has(a)) continue
    const group = { b0: b, b1: b + 1, a0: a, a1: a + 1, likeness: Math.max(share, part) }
    groups.add(group)
    ofBefore.set(b, group)
    ofAfter.set(a, group)
  }

  /** Takes the block at one edge of a group into it, with its own group, if that has one that lies there in both versions. */
  const take = (group: RelatedGroup, b: number, a: number, down: boolean): boolean => {
    if (!known.has(pairKey(b, a))) return false
    const other = ofBefore.get(b) === group ? ofAfter.get(a) : ofBefore.get(b)
    if (other) {
      const fits = down
        ? other.b0 === group.b1 && other.a0 === group.a1
        : other.b1 === group.b0 && other.a1 === group.a0
      if (!fits) return false
      groups.delete(other)
    }
    const { b0, b1, a0, a1 } = other ?? { b0: b, b1: b + 1, a0: a, a1: a + 1 }
    group.b0 = Math.min(group.b0, b0)
    group.b1 = Math.max(group.b1, b1)
    group.a0 = Math.min(group.a0, a0)
    group.a1 = Math.max(group.a1, a1)
    // Only the blocks at its edges are ever asked whose they are.
    for (const edge of [group.b0, group.b1 - 1]) ofBefore.set(edge, group)
    for (const edge of [group.a0, group.a1 - 1]) ofAfter.set(edge, group)
    return true
  }
  const takeNear = (group: RelatedGroup, step: -1 | 1): boolean => {
    const [b, a] = step > 0 ? [group.b1 - 1, group.a1 - 1] : [group.b0, group.a0]
    for (let k = 1, open = true; k <= APART && open; k++) {
      if (take(group, b, a + k * step, step > 0)) return true
      open = !ofAfter.has(a + k * step) && !matchedAfter.has(a + k * step)
    }
    for (let k = 1, open = true; k <= APART && open; k++) {
      if (take(group, b + k * step, a, step > 0)) return true
      open = !ofBefore.has(b + k * step) && !matchedBefore.has(b + k * step)
    }
    return false
  }
  for (const group of groups) while (takeNear(group, 1) || takeNear(group, -1));
  return Array.from(groups)
}

const pairKey = (b: number, a: number): number => b * 2 ** 26 + a
