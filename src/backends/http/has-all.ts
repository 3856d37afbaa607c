import * as Y from 'yjs'

/** Does a document have everything that an update builds on, stands beside or deletes? */
export function hasAllFor(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const known = new Map<number, number>()
  const end = (client: number): number => known.get(client) ?? Y.getState(doc.store, client)
  for (const { id, length } of structs) {
    if (id.clock > end(id.client)) return false
    known.set(id.client, Math.max(end(id.client), id.clock + length))
  }
  const isThere = (id: unknown): boolean => !(id instanceof Y.ID) || id.clock < end(id.client)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (![struct.origin, struct.rightOrigin, struct.parent].every(isThere)) return false
  }
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => clock + len > end(client))) return false
  }
  return true
}
