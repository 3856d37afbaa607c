import * as Y from 'yjs'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { nextAt } from '../story-doc.ts'
import { idOfType } from '../yjs-items.ts'
import type { DifferencePen } from './difference-pen.ts'
import { enterPart, newPart } from './difference-pen.ts'
import { desiredOrder, newPlaces } from './item-order.ts'
import type { Left } from './patch-values.ts'
import { isOwnItem, patchValue } from './patch-values.ts'
import { proposedValues } from './plain-values.ts'
import type { FieldPath } from './suggestion.ts'
import { suggestionIndex } from './suggestion-index.ts'

type Item = { readonly id: string }

/** Authors or photos: how their values are read and how one is added. */
export type ItemKind<Of extends Item> = {
  readonly kind: 'author' | 'photo'
  readonly map: Y.Map<Y.Map<unknown>>
  /** Names of the plain values. */
  readonly names: readonly (keyof Of & string)[]
  /** May the order be proposed? */
  readonly proposesOrder: boolean
  /** Ids in their order, as it will be. */
  readonly ids: () => readonly string[]
  /** A value as it is read from what is written or proposed. */
  readonly value: (name: keyof Of & string, raw: unknown) => Json
  readonly add: (item: Of, at: number) => void
  /** What else there is of an item that stands: returns the number of edits. */
  readonly patchMore: (from: Of | null, to: Of) => number
  /** Does more than plain values differ? */
  readonly differsMore: (from: Of, to: Of) => boolean
}

/** Leads from some authors or photos to others; answers with the number of edits. */
export function patchItems<Of extends Item>(
  pen: DifferencePen,
  of: ItemKind<Of>,
  from: readonly Of[],
  to: readonly Of[],
  left: Left,
): number {
  let written = 0
  const added: Of[] = []
  for (const { id } of from) if (!to.some((item) => item.id === id)) written += takeOut(pen, of, id)
  for (const item of to) {
    const was = from.find(({ id }) => id === item.id) ?? null
    const stands = of.map.get(item.id) instanceof Y.Map
    if (stands) {
      if (!was) unstrike(pen, of.map, item.id)
      written += patchOne(pen, of, was, item, left)
    } else if (!was) added.push(item)
    else if (differs(of, was, item)) {
      // Somebody has taken out what was changed here: the words are not lost with it.
      if (pen.suggester) added.push(item)
      else left.push(`${of.kind}:${item.id}:`)
    }
  }
  return written + arrange(pen, of, from, to, added, left)
}

function takeOut<Of extends Item>(pen: DifferencePen, { map }: ItemKind<Of>, id: string): number {
  if (!map.has(id)) return 0
  const part = newPart(pen)
  if (pen.suggester && part !== null) pen.suggester.deleteItem(map, id, part)
  else map.delete(id)
  return 1
}

/** What is to be there is not to be deleted any more. */
function unstrike({ doc }: DifferencePen, map: Y.Map<Y.Map<unknown>>, id: string): void {
  const item = map.get(id)
  const own = item ? idOfType(item) : null
  if (!own) return
  const index = suggestionIndex(doc)
  const [client, clock] = index.origins.canonical(own)
  const rows = [...index.entries].filter(([, entry]) => entry.type === 'delete')
  for (const [key] of rows) index.cut(key, [[client, clock, 1]])
}

const differs = <Of extends Item>({ names, differsMore }: ItemKind<Of>, from: Of, to: Of): boolean =>
  names.some((name) => !sameJson(from[name], to[name])) || differsMore(from, to)

function patchOne<Of extends Item>(
  pen: DifferencePen,
  of: ItemKind<Of>,
  from: Of | null,
  to: Of,
  left: Left,
): number {
  let written = 0
  const part = newPart(pen)
  for (const name of of.names) {
    if (from && sameJson(from[name], to[name])) continue
    const { will, now } = valuesOf(pen, of, to.id, name)
    const path = `${of.kind}:${to.id}:${name}` as FieldPath
    const edit = { path, from: from ? (from[name] as Json) : will, to: to[name] as Json, will, written: now }
    written += patchValue(pen, edit, left, part)
  }
  return written + of.patchMore(from, to)
}

/** A value as it will be, and as it is written. */
function valuesOf<Of extends Item>(
  { doc }: DifferencePen,
  { kind, map, value }: ItemKind<Of>,
  id: string,
  name: keyof Of & string,
): { readonly will: Json; readonly now: Json } {
  const now = value(name, map.get(id)?.get(name))
  const proposed = proposedValues(suggestionIndex(doc)).get(`${kind}:${id}:${name}`)
  if (proposed === undefined) return { will: now, now }
  const will = value(name, proposed)
  return { will: typeof now === 'string' && typeof proposed !== 'string' ? now : will, now }
}

/** Adds what is new in its place, and gives all the order that they should have. */
function arrange<Of extends Item>(
  pen: DifferencePen,
  of: ItemKind<Of>,
  from: readonly Of[],
  to: readonly Of[],
  added: readonly Of[],
  left: Left,
): number {
  const idsOf = (items: readonly Of[]): readonly string[] => items.map(({ id }) => id)
  const desired = desiredOrder(idsOf(from), idsOf(to), of.ids(), idsOf(added))
  const places = newPlaces(desired, (id) => (of.map.has(id) ? placeOf(pen, of, id) : null), nextAt(of.map))
  for (const item of added) {
    enterPart(pen, newPart(pen))
    dropProposals(pen, `${of.kind}:${item.id}:`)
    of.add(item, places.get(item.id) ?? 0)
  }
  if (sameJson(of.ids(), desired)) return added.length
  const part = newPart(pen)
  desired.forEach((id, index) => {
    const item = of.map.get(id)
    if (!item) return
    if (pen.suggester && !of.proposesOrder && !isOwnItem(pen, item)) return
    const will = placeOf(pen, of, id)
    const written = (item.get('at') ?? null) as Json
    const path = `${of.kind}:${id}:at` as FieldPath
    patchValue(pen, { path, from: will, to: index + 1, will, written }, left, part)
  })
  return added.length + 1
}

/** What was proposed for one that is gone isn't meant for the one that comes in under its id. */
function dropProposals({ doc }: DifferencePen, prefix: string): void {
  const index = suggestionIndex(doc)
  for (const { key, entry } of index.proposals()) if (entry.path.startsWith(prefix)) index.drop(key)
}

/** Where an item stands as it will be. */
function placeOf<Of extends Item>(
  { doc }: DifferencePen,
  { kind, map, proposesOrder }: ItemKind<Of>,
  id: string,
): number {
  const proposed = proposesOrder ? proposedValues(suggestionIndex(doc)).get(`${kind}:${id}:at`) : undefined
  const at = typeof proposed === 'number' ? proposed : map.get(id)?.get('at')
  return typeof at === 'number' ? at : 0
}
