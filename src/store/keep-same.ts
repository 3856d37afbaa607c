import { sameJson } from '../domain/json.ts'

/**
 * A list that was read anew, with the objects of the one before where these are equal, and that very list where all are:
 * so nothing is drawn again that has not changed.
 */
export function keepSame<Item extends { readonly id: string }>(
  before: readonly Item[],
  now: readonly Item[],
): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]))
  const kept = now.map((item) => {
    const old = known.get(item.id)
    return old && sameJson(old, item) ? old : item
  })
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept
}
