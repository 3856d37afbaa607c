/** Something that stands in one place before and in another after, and weighs so much. */
export type Placed = { readonly before: number; readonly after: number; readonly weight: number }

/**
 * Of things in the order of `before` (each place taken once), those that can stay where they are while the others move
 * around them: the heaviest set whose places after also grow. One boolean for each.
 */
export function heaviestOrder(things: readonly Placed[]): readonly boolean[] {
  const ranks = new Map(
    things
      .map((thing) => thing.after)
      .toSorted((a, b) => a - b)
      .map((place, rank) => [place, rank + 1]),
  )
  // A Fenwick tree over the places after: the heaviest chain that ends at or before each of them.
  const tree = Array.from({ length: things.length + 1 }, () => -1)
  const chain: { readonly weight: number; readonly previous: number }[] = []
  const heavier = (a: number, b: number): boolean => (chain[a]?.weight ?? 0) > (chain[b]?.weight ?? 0)
  for (const [index, thing] of things.entries()) {
    const rank = ranks.get(thing.after) ?? 0
    let previous = -1
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const end = tree[at] ?? -1
      if (heavier(end, previous)) previous = end
    }
    chain.push({ weight: thing.weight + (chain[previous]?.weight ?? 0), previous })
    for (let at = rank; at < tree.length; at += at & -at) {
      if (heavier(index, tree[at] ?? -1)) tree[at] = index
    }
  }
  const stays = things.map(() => false)
  let at = chain.reduce((best, _, index) => (heavier(index, best) ? index : best), -1)
  while (at >= 0) {
    stays[at] = true
    at = chain[at]?.previous ?? -1
  }
  return stays
}
