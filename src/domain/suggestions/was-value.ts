import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'

/** What a suggestion set: the value before, and the one that it gave. */
export type Change = { readonly was: Json; readonly to: Json }

/**
 * The value before some changes of it, which were made one on top of the other in an order that nobody wrote down: each
 * is taken back for as long as there is one that gave the value that stands. One whose value stands no more, because
 * something else was set since, has nothing to take back.
 */
export function wasValue(value: Json, changes: readonly Change[]): Json {
  let now = value
  const left = [...changes]
  for (let index = top(left, now); index >= 0; index = top(left, now)) {
    now = left[index]?.was ?? null
    left.splice(index, 1)
  }
  return now
}

const top = (changes: readonly Change[], value: Json): number =>
  changes.findLastIndex(({ to }) => sameJson(to, value))
