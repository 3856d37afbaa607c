import * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import { docState } from '../yjs-items.ts'
import type { Entry } from './entry.ts'
import { entryJson, readEntry } from './entry.ts'
import type { IdRange } from './id-ranges.ts'
import { holds } from './id-ranges.ts'
import { Origins } from './origins.ts'

export type SetEntry = Extract<Entry, { type: 'set' }>
export type FieldEntry = Extract<Entry, { type: 'field' }>
export type Row<Of extends Entry = Entry> = { readonly key: string; readonly entry: Of }

/** What is suggested about one unit. */
export type UnitState = {
  /** The open suggestion that inserted it. */
  readonly inserted: string | null
  /** The open suggestions that would delete it. */
  readonly deleted: readonly string[]
  /** What open suggestions set in it. */
  readonly sets: readonly Row<SetEntry>[]
}

/** A stretch of units with one state; null where nothing is suggested. */
export type Stretch = { readonly offset: number; readonly length: number; readonly state: UnitState | null }

const BUCKET = 6
const indexes = new WeakMap<Y.Doc, SuggestionIndex>()

/** The suggestions of a document by unit id; one for each document, kept up to date by itself. */
export function suggestionIndex(doc: Y.Doc): SuggestionIndex {
  const known = indexes.get(doc)
  if (known) return known
  const index = new SuggestionIndex(doc)
  indexes.set(doc, index)
  return index
}

export class SuggestionIndex {
  readonly doc: Y.Doc
  readonly origins: Origins
  readonly entries = new Map<string, Entry>()
  readonly #watchers = new Set<(entry: Entry) => void>()
  readonly #map: Y.Map<unknown>
  readonly #buckets = new Map<string, Row[]>()
  readonly #insertedStates = new Map<string, UnitState>()
  /** Clients whose units an entry names. */
  readonly #named = new Map<number, number>()

  constructor(doc: Y.Doc) {
    this.doc = doc
    const origins = doc.getMap('origins')
    this.#map = doc.getMap('suggestions')
    this.origins = new Origins(origins)
    for (const key of this.#map.keys()) this.#read(key)
    // Before the texts' observers, so that these already see what is suggested now.
    doc.on('beforeObserverCalls', ({ changed }: Y.Transaction) => {
      // oxlint-disable-next-line no-explicit-any -- Yjs types the keys of `changed` so.
      const keysOf = (map: Y.Map<unknown>): ReadonlySet<string | null> => changed.get(map as any) ?? new Set()
      for (const key of keysOf(origins)) if (key !== null) this.origins.read(key)
      for (const key of keysOf(this.#map)) if (key !== null) this.#read(key)
    })
  }

  /** Calls back with each entry that comes or goes; returns the way to stop it. */
  watch(listener: (entry: Entry) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  /** May anything be suggested here? Where not, readers need not look. */
  mayChange(): boolean {
    return this.entries.size > 0 || this.origins.hasModes
  }

  /** What is suggested about the unit with this (own) id. */
  stateOf(id: UnitId): UnitState | null {
    return this.#stateOf(this.origins.canonical(id))
  }

  /** What is suggested about so many units of one client in a row, in stretches. */
  stretches(client: number, clock: number, length: number): readonly Stretch[] {
    if (!this.#named.has(client) && !this.origins.hasSuggested(client)) {
      return [{ offset: 0, length, state: null }]
    }
    const stretches: { offset: number; length: number; state: UnitState | null }[] = []
    for (let offset = 0; offset < length;) {
      const at = clock + offset
      const count = Math.min(length - offset, this.#alike(client, at))
      const state = this.stateOf([client, at])
      const last = stretches.at(-1)
      if (last && sameState(last.state, state)) last.length += count
      else stretches.push({ offset, length: count, state })
      offset += count
    }
    return stretches
  }

  /** Values proposed for plain fields, the last to count last. */
  proposals(): readonly Row<FieldEntry>[] {
    const rows: Row<FieldEntry>[] = []
    for (const [key, entry] of this.entries) if (entry.type === 'field') rows.push({ key, entry })
    return rows.sort((a, b) => a.entry.turn - b.entry.turn || (a.key < b.key ? -1 : 1))
  }

  /** Adds an entry, inside a transaction. Returns its key. */
  add(entry: Entry): string {
    const { clientID } = this.doc
    // Nobody else can take this key: the write itself uses up this clock.
    const key = `${clientID.toString(36)}.${docState(this.doc, clientID).toString(36)}`
    this.put(key, entry)
    return key
  }

  /** Writes an entry under a key of one's own. */
  put(key: string, entry: Entry): void {
    this.#map.set(key, entryJson(entry))
    this.#read(key)
  }

  drop(key: string): void {
    this.#map.delete(key)
    this.#read(key)
  }

  /** Takes units out of an entry, inside a transaction: what is left of it is written anew. */
  cut(key: string, gone: (id: UnitId) => boolean): void {
    const entry = this.entries.get(key)
    if (!entry || entry.type === 'field') return
    const ids: [number, number, number][] = []
    for (const [client, clock, length] of entry.ids) {
      for (let k = 0; k < length; k++) {
        if (gone([client, clock + k])) continue
        const last = ids.at(-1)
        if (last && last[0] === client && last[1] + last[2] === clock + k) last[2] += 1
        else ids.push([client, clock + k, 1])
      }
    }
    this.drop(key)
    if (ids.length > 0) this.add({ ...entry, ids })
  }

  /** For how many units from this one on the same must be suggested, without looking at each. */
  #alike(client: number, clock: number): number {
    const until = this.origins.changesAt(client, clock)
    if (until === clock || this.#buckets.has(bucketOf(client, clock))) return 1
    return Math.min(until, ((clock >> BUCKET) + 1) << BUCKET) - clock
  }

  #stateOf(canonical: UnitId): UnitState | null {
    const rows = this.#covering(canonical)
    const origin = this.origins.suggestionOf(canonical)
    const inserted = origin !== null && !rows.some(({ entry }) => entry.type === 'accept') ? origin : null
    if (rows.length === 0) return this.#insertedState(inserted)
    const deleted: string[] = []
    const sets: Row<SetEntry>[] = []
    for (const { key, entry } of rows) {
      if (entry.type === 'delete') deleted.push(entry.suggestion)
      else if (entry.type === 'set') sets.push({ key, entry })
    }
    if (inserted === null && deleted.length === 0 && sets.length === 0) return null
    if (deleted.length === 0 && sets.length === 0) return this.#insertedState(inserted)
    return { inserted, deleted, sets }
  }

  /** The most common state, made once per suggestion: a walk over a text compares them by identity. */
  #insertedState(suggestion: string | null): UnitState | null {
    if (suggestion === null) return null
    const known = this.#insertedStates.get(suggestion)
    if (known) return known
    const state: UnitState = { inserted: suggestion, deleted: [], sets: [] }
    this.#insertedStates.set(suggestion, state)
    return state
  }

  #covering(id: UnitId): readonly Row[] {
    const rows = this.#buckets.get(bucketOf(id[0], id[1]))
    return rows ? rows.filter(({ entry }) => entry.type !== 'field' && holds(entry.ids, id)) : NONE
  }

  #read(key: string): void {
    const old = this.entries.get(key)
    const now = readEntry(this.#map.get(key))
    if (old) {
      this.#file(key, old, false)
      this.entries.delete(key)
    }
    if (now) {
      this.#file(key, now, true)
      this.entries.set(key, now)
    }
    for (const watcher of this.#watchers) {
      if (old) watcher(old)
      if (now) watcher(now)
    }
  }

  #file(key: string, entry: Entry, add: boolean): void {
    if (entry.type === 'field') return
    for (const bucket of bucketsOf(entry.ids)) {
      const rows = this.#buckets.get(bucket) ?? []
      const others = rows.filter((row) => row.key !== key)
      if (add) this.#buckets.set(bucket, [...others, { key, entry }])
      else if (others.length > 0) this.#buckets.set(bucket, others)
      else this.#buckets.delete(bucket)
    }
    for (const [client] of entry.ids) {
      const count = (this.#named.get(client) ?? 0) + (add ? 1 : -1)
      if (count > 0) this.#named.set(client, count)
      else this.#named.delete(client)
    }
  }
}

const NONE: readonly Row[] = []

const bucketOf = (client: number, clock: number): string => `${client}:${clock >> BUCKET}`

function* bucketsOf(ids: readonly IdRange[]): Generator<string> {
  for (const [client, clock, length] of ids) {
    const last = (clock + length - 1) >> BUCKET
    for (let bucket = clock >> BUCKET; bucket <= last; bucket++) yield `${client}:${bucket}`
  }
}

/** Is the same suggested about two units? */
export function sameState(a: UnitState | null, b: UnitState | null): boolean {
  if (a === b) return true
  if (!a || !b || a.inserted !== b.inserted) return false
  return (
    a.deleted.length === b.deleted.length &&
    a.deleted.every((suggestion, index) => suggestion === b.deleted[index]) &&
    a.sets.length === b.sets.length &&
    a.sets.every(({ key }, index) => key === b.sets[index]?.key)
  )
}
