import * as Y from 'yjs'
import type { ReadUpdate, Struct } from '../../rules/read-update.ts'
import { readUpdate, referencesOf } from '../../rules/read-update.ts'
import type { Keyed } from './keyed-items.ts'
import { KeyedItems } from './keyed-items.ts'

/**
 * How an update fits a document: all of it is there already; it adds to it; it builds on something that is not there; or it
 * is no update at all, or one that Yjs never writes and falls over. What is missing something must not be stored: nothing of
 * its writer would ever be shown again, and the story could not be opened.
 */
export type Fit = 'known' | 'new' | 'missing' | 'unreadable'

/** What will be there beyond a document. */
export type Ahead = {
  /** Clocks by client. */
  readonly ends: ReadonlyMap<number, number>
  readonly keyed: Keyed
}

export const NOTHING_AHEAD: Ahead = { ends: new Map(), keyed: new Map() }

export type Fitted = {
  readonly fit: Fit
  /** What will be there after it. */
  readonly ahead: Ahead
  /**
   * The update without what is there already: of what is there in part, and otherwise than the update says, Yjs can't
   * always take the rest, and which of two is read again would depend on the order.
   */
  readonly rest: Uint8Array
}

/**
 * Tells how an update fits. `ahead` is what will be there by then beyond the document. Costs the update's size, not the
 * document's.
 */
export function fitOf(doc: Y.Doc, update: Uint8Array, ahead: Ahead = NOTHING_AHEAD): Fitted {
  const not = (fit: 'missing' | 'unreadable'): Fitted => ({ fit, ahead, rest: update })
  const read = readUpdate(update)
  if (!read) return not('unreadable')
  const there = (client: number): number => Y.getState(doc.store, client)
  const before = (client: number): number => Math.max(ahead.ends.get(client) ?? 0, there(client))
  const ends = new Map(ahead.ends)
  const endOf = (client: number): number => Math.max(ends.get(client) ?? 0, there(client))
  const keyed = new KeyedItems(doc, ahead.keyed, read.ds)
  const isSettled = settle(read.structs, endOf, (struct) => {
    keyed.take(struct, endOf(struct.id.client))
    ends.set(struct.id.client, struct.id.clock + struct.length)
  })
  if (!isSettled) return not('missing')
  if (!keyed.areSound) return not('unreadable')
  const deletes = [...read.ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  )
  if (deletes.some(({ client, clock, len }) => clock + len > endOf(client))) return not('missing')
  const isKnown =
    read.structs.every(({ id, length }) => id.clock + length <= there(id.client)) &&
    deletes.every(
      ({ client, clock, len }) => clock + len <= there(client) && areDeleted(doc, client, clock, len),
    )
  return {
    fit: isKnown ? 'known' : 'new',
    ahead: { ends, keyed: keyed.ahead },
    rest: isKnown ? update : restOf(update, read, before),
  }
}

/** An update without what is there before it. */
function restOf(update: Uint8Array, { structs }: ReadUpdate, before: (client: number) => number): Uint8Array {
  if (structs.every(({ id }) => id.clock >= before(id.client))) return update
  const there = new Map(structs.map(({ id }) => [id.client, before(id.client)]))
  return Y.diffUpdate(update, Y.encodeStateVector(there))
}

type Row = { readonly structs: readonly Struct[]; at: number }

/** Puts one struct after the other where it belongs, as far as that goes; answers whether all have found their place. */
function settle(
  structs: readonly Struct[],
  endOf: (client: number) => number,
  reach: (struct: Struct) => void,
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
      reach(struct)
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

/** The client of whom something has to be there first, or null. Also of what is there already Yjs asks what it stands beside. */
function whatIsMissing(struct: Struct, endOf: (client: number) => number): number | null {
  const { client, clock } = struct.id
  if (clock > endOf(client)) return client
  return referencesOf(struct).find((id) => id.clock >= endOf(id.client))?.client ?? null
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
