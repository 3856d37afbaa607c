// A few words to say what a value has to be, for what comes from a disk or from another tab. Every page loads them, so
// that they stay small: formats/ has a whole library for what people bring.

/** Answers with the value as it is understood (defaults filled in, keys that are not known kept), or with WRONG. */
export type Shape = (value: unknown) => unknown

/** What a shape answers for a value that doesn't have it. */
export const WRONG = Symbol('another shape')

/** A value of that shape, or null. */
export function checked(shape: Shape, value: unknown): unknown {
  const found = shape(value)
  return found === WRONG ? null : found
}

/** A value that a question says yes to, as it is. */
export const asking =
  (is: (value: unknown) => boolean): Shape =>
  (value) =>
    is(value) ? value : WRONG

export const text: Shape = asking((value) => typeof value === 'string')
/** A finite number. */
export const number: Shape = asking((value) => Number.isFinite(value))
export const truth: Shape = asking((value) => typeof value === 'boolean')
/** A Uint8Array, of whatever realm. */
export const bytes: Shape = asking(
  (value) => ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]',
)

/** One of these very values. */
export const oneOf = (...values: readonly unknown[]): Shape => asking((value) => values.includes(value))

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null ? null : shape(value)

/** May be missing, and is `otherwise` then. */
export const orMissing =
  (shape: Shape, otherwise?: unknown): Shape =>
  (value) =>
    value === undefined ? otherwise : shape(value)

/** The first of these shapes that the value has. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) => {
    for (const shape of shapes) {
      const found = shape(value)
      if (found !== WRONG) return found
    }
    return WRONG
  }

export const list =
  (shape: Shape): Shape =>
  (value) => {
    if (!Array.isArray(value)) return WRONG
    const found = Array.from(value, (item) => shape(item))
    return found.includes(WRONG) ? WRONG : found
  }

/** An object with at least these keys. */
export function record(keys: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(keys)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG
    const found: Record<string, unknown> = { ...value }
    for (const [key, shape] of shapes) {
      const understood = shape(Object.hasOwn(found, key) ? found[key] : undefined)
      if (understood === WRONG) return WRONG
      if (understood !== undefined) found[key] = understood
    }
    return found
  }
}
