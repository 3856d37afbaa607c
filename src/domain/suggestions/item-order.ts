import { sameJson } from '../json.ts'

/**
 * The order in which items are to stand: as they stand now, with new ones (`added`) behind the ones that they follow in `to`;
 * where `to` has the items of `from` in another order, that one, with those of others behind the ones that they follow now.
 */
export function desiredOrder(
  from: readonly string[],
  to: readonly string[],
  now: readonly string[],
  added: readonly string[],
): readonly string[] {
  const inFrom = from.filter((id) => to.includes(id))
  const inTo = to.filter((id) => from.includes(id))
  const stands = to.filter((id) => now.includes(id) || added.includes(id))
  if (!sameJson(inFrom, inTo)) return insertBehind(stands, now)
  return insertBehind(
    now.filter((id) => !to.includes(id) || from.includes(id)),
    stands,
  )
}

/** Puts what a list lacks behind what it follows in `others`. */
function insertBehind(list: readonly string[], others: readonly string[]): readonly string[] {
  const order = [...list]
  others.forEach((id, index) => {
    if (order.includes(id)) return
    const before = others[index - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}

/** Places for those in a row that have none, between their neighbours; the first after all is `free`. */
export function newPlaces(
  order: readonly string[],
  placeOf: (id: string) => number | null,
  free: number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let last: number | null = null
  order.forEach((id, index) => {
    const known = placeOf(id)
    if (known !== null) {
      last = known
      return
    }
    const next =
      order
        .slice(index + 1)
        .map(placeOf)
        .find((place) => place !== null) ?? null
    const place: number =
      next === null ? Math.max(free, (last ?? 0) + 1) : last === null ? next - 1 : (last + next) / 2
    places.set(id, place)
    last = place
  })
  return places
}
