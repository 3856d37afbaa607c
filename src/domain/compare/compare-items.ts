import { heaviestOrder } from './heaviest-order.ts'

/** An item of a keyed list: which one before is which one after; null where one side lacks it. */
export type ItemPair<T> = { readonly before: T | null; readonly after: T | null; readonly moved: boolean }

/**
 * Pairs items by id; those whose ids are unknown to the other side by what `tells` (asked one after the other; '' for
 * nothing) says of them, where that is said once on each side. In the order of `after`; what is gone stands behind the one
 * that it stood behind.
 */
export function pairItems<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  tells: readonly ((item: T) => string)[],
): readonly ItemPair<T>[] {
  const otherOf = new Map<T, T>()
  const taken = new Set<T>()
  for (const tell of [(item: T): string => item.id, ...tells]) {
    const said = (items: readonly T[]): Map<string, T[]> =>
      grouped(
        items.filter((item) => !taken.has(item) && tell(item) !== ''),
        tell,
      )
    const theirs = said(after)
    for (const [word, [own, twin]] of said(before)) {
      const [other, another] = theirs.get(word) ?? []
      if (!own || twin || !other || another) continue
      otherOf.set(own, other)
      taken.add(own).add(other)
    }
  }
  return inOrder(before, after, otherOf)
}

function inOrder<T>(
  before: readonly T[],
  after: readonly T[],
  otherOf: ReadonlyMap<T, T>,
): readonly ItemPair<T>[] {
  const places = new Map(after.map((item, place) => [item, place]))
  const kept = before.flatMap((item, place) => {
    const other = otherOf.get(item)
    return other === undefined ? [] : [{ item, before: place, after: places.get(other) ?? 0, weight: 1 }]
  })
  const stays = heaviestOrder(kept)
  const moved = new Set(kept.filter((_, index) => !stays[index]).map(({ item }) => item))
  const ownOf = new Map(Array.from(otherOf, ([own, other]) => [other, own]))
  const neighbour = new Map<T, T | undefined>()
  let last: T | undefined
  for (const item of before) {
    if (otherOf.has(item)) last = item
    else neighbour.set(item, last)
  }
  const goneBehind = grouped(Array.from(neighbour.keys()), (item) => neighbour.get(item))
  const gone = (behind: T | undefined): readonly ItemPair<T>[] =>
    (goneBehind.get(behind) ?? []).map((item) => ({ before: item, after: null, moved: false }))
  return [
    ...gone(undefined),
    ...after.flatMap((item) => {
      const own = ownOf.get(item)
      const pair = { before: own ?? null, after: item, moved: own !== undefined && moved.has(own) }
      return own === undefined ? [pair] : [pair, ...gone(own)]
    }),
  ]
}

function grouped<T, K>(items: readonly T[], by: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(by(item))
    if (group) group.push(item)
    else groups.set(by(item), [item])
  }
  return groups
}
