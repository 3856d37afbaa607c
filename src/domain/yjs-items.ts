import * as Y from 'yjs'

/* oxlint-disable no-underscore-dangle -- Yjs offers no public way to its items; every look at them is in this file. */

/** Every unit of a text (a UTF-16 code unit, an embed, a head) has a Yjs id for ever; its index changes with every edit. */
export type UnitId = readonly [client: number, clock: number]

/** Y.Text attributes by name. */
export type Attributes = { readonly [name: string]: unknown }

/** The first item of a text, deleted or not; the rest hangs at `right`. */
export const firstItem = (text: Y.Text): Y.Item | null => text._start

/** The id of an embedded Yjs type, or null while it is in no document. */
// oxlint-disable-next-line no-explicit-any -- Yjs types its events by the type itself: no other argument takes them all.
export function idOfType(type: Y.AbstractType<any>): UnitId | null {
  const item = type._item
  return item ? [item.id.client, item.id.clock] : null
}

/** Live, countable units of a text before `item`; walks left only to the nearest of Yjs's search markers. */
function indexOfItem(text: Y.Text, item: Y.Item): number {
  const marked = new Map((text._searchMarker ?? []).map((marker) => [marker.p, marker.index]))
  let index = 0
  for (let left = marked.has(item) ? item : item.left; ; left = left.left) {
    if (!left) return index
    const known = marked.get(left)
    const own = left === item || left.deleted || !left.countable ? 0 : left.length
    if (known !== undefined && !left.deleted && left.countable) return index + known + own
    index += own
  }
}

/** The live item that holds unit `index` of a text and the offset in it, or null past the end. */
export function findUnit(text: Y.Text, index: number): { item: Y.Item; offset: number } | null {
  let item = text._start
  let at = 0
  for (const marker of text._searchMarker ?? []) {
    if (marker.index <= index && marker.index > at && !marker.p.deleted && marker.p.countable) {
      item = marker.p
      at = marker.index
    }
  }
  for (; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (index < at + item.length) return { item, offset: index - at }
    at += item.length
  }
  return null
}

/** The id of the unit at `index`, or null past the end. */
export function idAt(text: Y.Text, index: number): UnitId | null {
  const found = index < 0 ? null : findUnit(text, index)
  return found ? [found.item.id.client, found.item.id.clock + found.offset] : null
}

/**
 * Where the unit with this id stands now, and whether it is there: for a deleted one, the index at which it stood.
 * Null for an id that this text doesn't know.
 */
export function indexOfId(
  text: Y.Text,
  [client, clock]: UnitId,
): { readonly index: number; readonly live: boolean } | null {
  const { doc } = text
  if (!doc || clock < 0 || clock >= Y.getState(doc.store, client)) return null
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(item instanceof Y.Item) || item.parent !== text) return null
  const live = !item.deleted && item.countable
  return { index: indexOfItem(text, item) + (live ? clock - item.id.clock : 0), live }
}

/** In which part of its document an item lies: the part's type, and the key that it lies under there, null in a text. */
export function partOf(item: Y.Item): { readonly type: unknown; readonly key: string | null } {
  let at = item
  // Whatever is in a document lies in a type there; a name or an id stands in its place only until it is.
  while (at.parent instanceof Y.AbstractType && at.parent._item) at = at.parent._item
  return { type: at.parent, key: at.parentSub }
}

/** Is a transaction under way, so that one begun now would be part of it? */
export const isInTransaction = (doc: Y.Doc): boolean => doc._transaction !== null

/**
 * Does a transaction begin while an earlier one is still being told to its observers? Yjs makes such ones itself when an
 * observer reads an event's delta: the text is new then, and what shows it may still be old.
 */
export const isAfterthought = (doc: Y.Doc): boolean => doc._transactionCleanups.length > 1

/** The next clock of a client in a document. */
export const docState = (doc: Y.Doc, client: number): number => Y.getState(doc.store, client)

/** The units [from, to) of a text, as many as there are, in rows whose (own) ids follow each other. */
export function* rowsIn(
  text: Y.Text,
  from: number,
  to: number,
): Generator<{ readonly id: UnitId; readonly length: number }> {
  const found = findUnit(text, from)
  let left = to - from
  let offset = found?.offset ?? 0
  for (let item = found?.item ?? null; item !== null && left > 0; item = item.right) {
    if (item.deleted || !item.countable) continue
    const length = Math.min(item.length - offset, left)
    yield { id: [item.id.client, item.id.clock + offset], length }
    left -= length
    offset = 0
  }
}

/** The (own) ids of the units [from, to) of a text, as many as there are. */
export function* unitsIn(text: Y.Text, from: number, to: number): Generator<UnitId> {
  for (const { id, length } of rowsIn(text, from, to)) {
    for (let k = 0; k < length; k++) yield [id[0], id[1] + k]
  }
}
