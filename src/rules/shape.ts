// A few words to say what a value has to be, for what comes from a disk or from another tab. Every page loads them, so
// that they stay small: formats/ has a whole library for what people bring.

/** What a shape answers for a value that doesn't have it. */
export const WRONG = Symbol('another shape')

/** Answers with the value as it is understood (defaults filled in, keys that are not known kept), or with WRONG. */
export type Shape<Value = unknown> = (value: unknown) => Value | typeof WRONG

/** A value of that shape, or null. */
export function checked(shape: Shape, value: unknown): unknown {
  const found = shape(value)
  return found === WRONG ? null : found
}

/** A value that a question says yes to, as it is. */
export const asking =
  <Value>(is: (value: unknown) => boolean): Shape<Value> =>
  (value) =>
    is(value) ? (value as Value) : WRONG

export const text: Shape<string> = asking((value) => typeof value === 'string')
/** A finite number. */
export const number: Shape<number> = asking((value) => Number.isFinite(value))
export const truth: Shape<boolean> = asking((value) => typeof value === 'boolean')
/** A Uint8Array, of whatever realm. */
export const bytes: Shape<Uint8Array> = asking(
  (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]',
)

/** Null, where there is nothing to say. */
export const nothing: Shape<null> = asking((value) => value === null)

/** One of these very values. */
export const oneOf = <const Values extends readonly unknown[]>(...values: Values): Shape<Values[number]> =>
  asking((value) => values.includes(value))

export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value) =>
    value === null ? null : shape(value)

/** May be missing, and is `otherwise` then. */
export const orMissing =
  <Value>(shape: Shape<Value>, otherwise?: Value): Shape<Value | undefined> =>
  (value) =>
    value === undefined ? otherwise : shape(value)

/** The first of these shapes that the value has. */
export const either =
  <Values extends readonly unknown[]>(
    ...shapes: { readonly [Key in keyof Values]: Shape<Values[Key]> }
  ): Shape<Values[number]> =>
  (value) => {
    for (const shape of shapes) {
      const found = shape(value)
      if (found !== WRONG) return found
    }
    return WRONG
  }

export const list =
  <Value>(shape: Shape<Value>): Shape<readonly Value[]> =>
  (value) => {
    if (!Array.isArray(value)) return WRONG
    const found = Array.from(value, (item) => shape(item))
    return found.includes(WRONG) ? WRONG : (found as readonly Value[])
  }

/** An object with at least these keys: all that its type has. */
export function record<Value extends object>(keys: {
  readonly [Key in keyof Value]-?: Shape<Value[Key] | undefined>
}): Shape<Value> {
  const shapes = Object.entries<Shape>(keys)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG
    const found: Record<string, unknown> = { ...value }
    for (const [key, shape] of shapes) {
      const understood = shape(Object.hasOwn(found, key) ? found[key] : undefined)
      if (understood === WRONG) return WRONG
      if (understood !== undefined) found[key] = understood
    }
    return found as Value
  }
}
