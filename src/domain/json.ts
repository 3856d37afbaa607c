/** A value that JSON can hold; what an unknown part of a story is carried as. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Deep equality of JSON values; a missing key equals only a missing key. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a)
  const right = b as Record<string, unknown>
  // `in` would also find "__proto__" and its like, which every object answers to.
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => Object.hasOwn(right, key) && sameJson(value, right[key]))
  )
}
