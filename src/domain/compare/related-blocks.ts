import type { Outline } from './outline.ts'

/** How much two blocks have in common: `share` of the pairs of words of both, `part` of those of the smaller one (0 to 1). */
type Relation = {
  readonly b: number
  readonly a: number
  readonly common: number
  readonly share: number
  readonly part: number
}

/** A pair of words that stands in more blocks than this ("of the") relates none of them: keeps the cost linear. */
const COMMONPLACE = 8
const SHARE = 0.25
const PART = 0.5
/** Two blocks that stand in one place with this share of their telling words in common are one that was rewritten. */
const REWRITTEN = 0.35
/** Gaps are looked at in strips of so many blocks. */
const STRIP = 64

/** Pairs of neighbouring words, the edges of the block counted as words, each once. */
function wordPairs({ words }: Outline): ReadonlySet<number> {
  const pairs = new Set<number>()
  if (words.length === 0) return pairs
  for (let at = 0; at <= words.length; at++) {
    // Up to 2^26 different words on each side fit into a double.
    pairs.add(((words[at - 1] ?? -1) + 1) * 2 ** 26 + (words[at] ?? -1) + 1)
  }
  return pairs
}

/**
 * Pairs of a block before and a block after that have much in common, the closest first. Blocks that were matched already
 * are left out.
 */
export function relatedBlocks(
  before: readonly Outline[],
  after: readonly Outline[],
  matchedBefore: ReadonlySet<number>,
  matchedAfter: ReadonlySet<number>,
): readonly Relation[] {
  const holders = new Map<number, number[]>()
  const sizes = new Map<number, number>()
  for (const [b, outline] of before.entries()) {
    if (matchedBefore.has(b)) continue
    const pairs = wordPairs(outline)
    sizes.set(b, pairs.size)
    for (const pair of pairs) {
      const list = holders.get(pair)
      if (!list) holders.set(pair, [b])
      else if (list.length <= COMMONPLACE) list.push(b)
    }
  }
  const relations: Relation[] = []
  for (const [a, outline] of after.entries()) {
    if (matchedAfter.has(a)) continue
    const pairs = wordPairs(outline)
    const counts = new Map<number, number>()
    for (const pair of pairs) {
      const list = holders.get(pair) ?? []
      if (list.length <= COMMONPLACE) for (const b of list) counts.set(b, (counts.get(b) ?? 0) + 1)
    }
    for (const [b, common] of counts) {
      const own = sizes.get(b) ?? 1
      const share = (2 * common) / (own + pairs.size)
      const part = common / Math.min(own, pairs.size)
      if ((share >= SHARE && common > 1) || part >= PART) relations.push({ b, a, common, share, part })
    }
  }
  return relations.toSorted((x, y) => y.common - x.common || Math.abs(x.b - x.a) - Math.abs(y.b - y.a))
}

/**
 * Blocks that stand in one gap and may be the same one, rewritten: pairs in the order of both. `own` and `other` are the
 * places of blocks that nothing else was found for.
 */
export function alikeInPlace(
  before: readonly Outline[],
  after: readonly Outline[],
  own: readonly number[],
  other: readonly number[],
): readonly (readonly [number, number])[] {
  const strips = Math.ceil(Math.max(own.length, other.length) / STRIP)
  return Array.from({ length: strips }, (_, k) => {
    const strip = (places: readonly number[]): readonly number[] =>
      places.slice(Math.floor((places.length * k) / strips), Math.floor((places.length * (k + 1)) / strips))
    return bestInOrder(before, after, strip(own), strip(other))
  }).flat()
}

function bestInOrder(
  before: readonly Outline[],
  after: readonly Outline[],
  own: readonly number[],
  other: readonly number[],
): readonly (readonly [number, number])[] {
  const left = own.map((place) => wordCounts(before[place]))
  const right = other.map((place) => wordCounts(after[place]))
  const likeness = left.map((mine) => right.map((yours) => sharedWords(mine, yours)))
  const best = Array.from({ length: own.length + 1 }, () => new Float64Array(other.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = own.length - 1; i >= 0; i--) {
    const row = best[i]
    if (!row) continue
    for (let j = other.length - 1; j >= 0; j--) {
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (likeness[i]?.[j] ?? 0))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < own.length && j < other.length;) {
    const like = likeness[i]?.[j] ?? 0
    if (like > 0 && at(i, j) === at(i + 1, j + 1) + like) {
      pairs.push([own[i] ?? 0, other[j] ?? 0])
      i += 1
      j += 1
    } else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}

type WordCounts = { readonly counts: ReadonlyMap<number, number>; readonly size: number }

function wordCounts(outline: Outline | undefined): WordCounts {
  const counts = new Map<number, number>()
  for (const word of outline?.telling ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: outline?.telling.length ?? 0 }
}

/** The share of words that two blocks have in common, or 0 where it is too small to say that they are one. */
function sharedWords(left: WordCounts, right: WordCounts): number {
  const possible = (2 * Math.min(left.size, right.size)) / (left.size + right.size || 1)
  if (possible < REWRITTEN) return 0
  let common = 0
  for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0)
  const share = (2 * common) / (left.size + right.size)
  return share >= REWRITTEN ? share : 0
}
