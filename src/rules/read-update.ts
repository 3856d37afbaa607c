import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** What an update says. */
export type ReadUpdate = ReturnType<typeof Y.decodeUpdate>
export type Struct = ReadUpdate['structs'][number]

/**
 * What an update says; null where it is none, or one that Yjs never writes and documents can't hold: whoever takes such
 * a one throws later, or reads no more of its writer.
 */
export function readUpdate(update: Uint8Array): ReadUpdate | null {
  try {
    const read = Y.decodeUpdate(update)
    // Of a client that is there twice Yjs takes only one half.
    const clients = new Set(read.structs.map(({ id }) => id.client))
    if (decoding.readVarUint(decoding.createDecoder(update)) !== clients.size) return null
    const areRanges = [...read.ds.clients.values()].flat().every(({ len }) => len > 0)
    return areRanges && read.structs.every(isSound) ? read : null
  } catch {
    return null
  }
}

/**
 * Something without length stands in the way of what has the same place, what comes after itself is nowhere, and a clock
 * that JavaScript can't count is read by nobody.
 */
function isSound(struct: Struct): boolean {
  const { id, length } = struct
  if (length === 0 || id.clock + length > Number.MAX_SAFE_INTEGER) return false
  return referencesOf(struct).every(({ client, clock }) => client !== id.client || clock < id.clock)
}

/** What a struct says it stands beside, or in. */
export function referencesOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].filter((id) => id instanceof Y.ID)
}
