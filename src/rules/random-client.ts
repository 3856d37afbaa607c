/** A random Yjs client id. */
export function randomClient(): number {
  return Math.floor(Math.random() * 2 ** 32)
}
