import type * as Y from 'yjs'
import type { Json } from './json.ts'

/** Sets a key of a map, or takes it away for null. */
export function setKey(map: Y.Map<unknown>, name: string, value: Json): void {
  if (value === null) map.delete(name)
  else map.set(name, value)
}

/** The same for several. */
export function setKeys(map: Y.Map<unknown>, change: { readonly [name: string]: Json }): void {
  for (const [name, value] of Object.entries(change)) setKey(map, name, value)
}
