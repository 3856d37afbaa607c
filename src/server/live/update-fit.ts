import * as Y from 'yjs'

/**
 * How an update fits a document: all of it is there already; it adds to it; it builds on something that is not there; or it
 * is no update at all. What is missing something must not be stored: nothing of its writer would ever be shown again, and
 * the story could not be opened.
 */
export type Fit = 'known' | 'new' | 'missing' | 'unreadable'

/** Clocks by client. */
export type Clocks = ReadonlyMap<number, number>

/**
 * Tells how an update fits. `ahead` is what will be there by then beyond the document. Answers also with the clocks that
 * the update leads to. Costs the update's size, not the document's.
 */
export function fitOf(
  doc: Y.Doc,
  update: Uint8Array,
  ahead: Clocks = new Map(),
): { readonly fit: Fit; readonly ends: Clocks } {
  const decoded = decode(update)
  if (!decoded) return { fit: 'unreadable', ends: ahead }
  const there = (client: number): number => Y.getState(doc.store, client)
  const ends = new Map(ahead)
  const endOf = (client: number): number => Math.max(ends.get(client) ?? 0, there(client))
  if (!settle(decoded.structs, endOf, (client, end) => ends.set(client, end))) {
    return { fit: 'missing', ends: ahead }
  }
  const deletes = [...decoded.ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  )
  if (deletes.some(({ client, clock, len }) => clock + len > endOf(client))) {
    return { fit: 'missing', ends: ahead }
  }
  const isKnown =
    decoded.structs.every(({ id, length }) => id.clock + length <= there(id.client)) &&
    deletes.every(
      ({ client, clock, len }) => clock + len <= there(client) && areDeleted(doc, client, clock, len),
    )
  return { fit: isKnown ? 'known' : 'new', ends }
}

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

type Row = { readonly structs: readonly Struct[]; at: number }

/** Puts one struct after the other where it belongs, as far as that goes; answers whether all have found their place. */
function settle(
  structs: readonly Struct[],
  endOf: (client: number) => number,
  reach: (client: number, end: number) => void,
): boolean {
  const rows = new Map<number, Row>()
  for (const [client, own] of byClient(structs)) rows.set(client, { structs: own, at: 0 })
  /** Rows that wait for something of a client. */
  const waiting = new Map<number, Set<Row>>()
  const ready = new Set(rows.values())
  for (const row of ready) {
    ready.delete(row)
    for (let struct = row.structs[row.at]; struct; struct = row.structs[row.at]) {
      const needs = struct instanceof Y.Skip ? null : whatIsMissing(struct, endOf)
      if (needs !== null) {
        waiting.set(needs, (waiting.get(needs) ?? new Set()).add(row))
        break
      }
      row.at += 1
      const { client, clock } = struct.id
      if (struct instanceof Y.Skip || clock + struct.length <= endOf(client)) continue
      reach(client, clock + struct.length)
      for (const freed of waiting.get(client) ?? []) ready.add(freed)
      waiting.delete(client)
    }
  }
  return [...rows.values()].every(({ structs: own, at }) => at === own.length)
}

function byClient(structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> {
  const groups = new Map<number, Struct[]>()
  for (const struct of structs) {
    const group = groups.get(struct.id.client)
    if (group) group.push(struct)
    else groups.set(struct.id.client, [struct])
  }
  return groups
}

/** The client of whom something has to be there first, or null. */
function whatIsMissing(struct: Struct, endOf: (client: number) => number): number | null {
  const { client, clock } = struct.id
  if (clock + struct.length <= endOf(client)) return null
  if (clock > endOf(client)) return client
  if (!(struct instanceof Y.Item)) return null
  const parent = struct.parent instanceof Y.ID ? struct.parent : null
  const unmet = [struct.origin, struct.rightOrigin, parent].find((id) => id && id.clock >= endOf(id.client))
  return unmet?.client ?? null
}

function areDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || length === 0) return length === 0
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) return true
    if (!struct.deleted) return false
  }
  return true
}
