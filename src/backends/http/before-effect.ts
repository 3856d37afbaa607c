import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { mergeUpdates } from '../../rules/apply-updates.ts'

type Ranges = readonly { readonly clock: number; readonly len: number }[]

/**
 * What a document can take of these updates before a decision's effect: nothing of the effect itself, which may have come
 * in one message with what others wrote, and nothing that builds on it. As one update.
 */
export function beforeEffect(doc: Y.Doc, updates: readonly Uint8Array[], effect: Uint8Array): Uint8Array {
  const now = Y.encodeStateAsUpdate(doc)
  const then = new Y.Doc()
  Y.applyUpdate(then, now)
  Y.applyUpdate(then, withoutEffect(mergeUpdates([now, ...updates]), effect))
  // It waits for the effect: after that it is told whole.
  then.store.pendingStructs = null
  then.store.pendingDs = null
  const news = Y.encodeStateAsUpdate(then, Y.encodeStateVector(doc))
  then.destroy()
  return news
}

/** An update without what a decision wrote, in a document of its own that was, and without what that deleted. */
function withoutEffect(update: Uint8Array, effect: Uint8Array): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(effect)
  const written = new Map<number, number>()
  for (const { id, length } of structs) {
    if (id.clock === (written.get(id.client) ?? 0)) written.set(id.client, id.clock + length)
  }
  const rest = Y.diffUpdate(update, Y.encodeStateVector(written))
  const deleted = Y.decodeUpdate(rest).ds.clients
  const left = new Map<number, Ranges>()
  for (const [client, ranges] of deleted) {
    const others = ranges.flatMap((range) => outside(range, ds.clients.get(client) ?? []))
    if (others.length > 0) left.set(client, others)
  }
  // What is deleted stands at the end of an update, always written in the same way.
  const head = rest.subarray(0, rest.length - encodeDeleted(deleted).length)
  return concatenated(head, encodeDeleted(left))
}

/** The parts of a range that lie in none of the others. */
function outside({ clock, len }: Ranges[number], others: Ranges): Ranges {
  const parts: { clock: number; len: number }[] = []
  let from = clock
  for (const other of others.toSorted((a, b) => a.clock - b.clock)) {
    const end = Math.min(other.clock, clock + len)
    if (end > from) parts.push({ clock: from, len: end - from })
    from = Math.max(from, other.clock + other.len)
  }
  if (clock + len > from) parts.push({ clock: from, len: clock + len - from })
  return parts
}

/** As Yjs writes it in an update (version 1). */
function encodeDeleted(deleted: ReadonlyMap<number, Ranges>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, deleted.size)
  for (const [client, ranges] of [...deleted].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}

function concatenated(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + tail.length)
  both.set(head)
  both.set(tail, head.length)
  return both
}
