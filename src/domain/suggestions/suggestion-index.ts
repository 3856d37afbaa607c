import type * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import { docState } from '../yjs-items.ts'
import type { Entry } from './entry.ts'
import { entryJson, readEntry } from './entry.ts'
import type { IdRange } from './id-ranges.ts'
import { withoutRanges } from './id-ranges.ts'
import { Origins } from './origins.ts'
import { RangeBuckets } from './range-buckets.ts'

export type SetEntry = Extract<Entry, { type: 'set' }>
export type FieldEntry = Extract<Entry, { type: 'field' }>
export type Row<Of extends Entry = Entry> = { readonly key: string; readonly entry: Of }
type UnitRow = Row<Exclude<Entry, FieldEntry>>

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
  readonly #buckets = new RangeBuckets<UnitRow>()
  /** By key, what stands in the buckets. */
  readonly #rows = new Map<string, UnitRow>()
  readonly #fields = new Map<string, Row<FieldEntry>>()
  readonly #insertedStates = new Map<string, UnitState>()

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
    return this.#stateFrom(id).state
  }

  /** What is suggested about so many units of one client in a row, in stretches. */
  stretches(client: number, clock: number, length: number): readonly Stretch[] {
    if (!this.#buckets.hasClient(client) && !this.origins.hasSuggested(client)) {
      return [{ offset: 0, length, state: null }]
    }
    const stretches: { offset: number; length: number; state: UnitState | null }[] = []
    for (let offset = 0; offset < length;) {
      const { state, alike } = this.#stateFrom([client, clock + offset])
      const count = Math.min(length - offset, alike)
      const last = stretches.at(-1)
      if (last && sameState(last.state, state)) last.length += count
      else stretches.push({ offset, length: count, state })
      offset += count
    }
    return stretches
  }

  /** Values proposed for plain fields, the last to count last. */
  proposals(): readonly Row<FieldEntry>[] {
    return [...this.#fields.values()].sort((a, b) => a.entry.turn - b.entry.turn || (a.key < b.key ? -1 : 1))
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

  /** Takes units (canonical ids) out of an entry, inside a transaction: what is left of it is written anew. */
  cut(key: string, gone: readonly IdRange[]): void {
    const entry = this.entries.get(key)
    if (!entry || entry.type === 'field') return
    const ids = withoutRanges(entry.ids, gone)
    this.drop(key)
    if (ids.length > 0) this.add({ ...entry, ids })
  }

  /** What is suggested about a unit, and about how many from it on the same. */
  #stateFrom(own: UnitId): { readonly state: UnitState | null; readonly alike: number } {
    const { id, length } = this.origins.canonicalRun(own)
    const { items, until } = this.#buckets.at(id)
    const mode = this.origins.modeAt(id)
    const alike = Math.min(length, until - id[1], mode.until - id[1])
    return { state: this.#state(items, mode.suggestion), alike }
  }

  #state(rows: readonly UnitRow[], origin: string | null): UnitState | null {
    if (rows.length === 0) return this.#insertedState(origin)
    const deleted: string[] = []
    const sets: Row<SetEntry>[] = []
    let inserted = origin
    for (const { key, entry } of rows) {
      if (entry.type === 'delete') deleted.push(entry.suggestion)
      else if (entry.type === 'set') sets.push({ key, entry })
      else inserted = null
    }
    if (deleted.length === 0 && sets.length === 0) return this.#insertedState(inserted)
    // Where two gave the same value, everybody must take the same one back first.
    sets.sort((a, b) => compareKeys(a.key, b.key))
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

  #read(key: string): void {
    const old = this.entries.get(key)
    const now = readEntry(this.#map.get(key))
    if (old) {
      this.#unfile(key)
      this.entries.delete(key)
    }
    if (now) {
      this.#file(key, now)
      this.entries.set(key, now)
    }
    for (const watcher of this.#watchers) {
      if (old) watcher(old)
      if (now) watcher(now)
    }
  }

  #file(key: string, entry: Entry): void {
    if (entry.type === 'field') {
      this.#fields.set(key, { key, entry })
      return
    }
    const row = { key, entry }
    this.#rows.set(key, row)
    this.#buckets.add(row, entry.ids)
  }

  #unfile(key: string): void {
    this.#fields.delete(key)
    const row = this.#rows.get(key)
    if (!row) return
    this.#rows.delete(key)
    this.#buckets.delete(row, row.entry.ids)
  }
}

/** An order of keys that is the same everywhere; of one client's, the one written first comes first. */
function compareKeys(a: string, b: string): number {
  const [clientA = '', clockA = ''] = a.split('.')
  const [clientB = '', clockB = ''] = b.split('.')
  if (clientA !== clientB) return clientA < clientB ? -1 : 1
  return clockA.length - clockB.length || (clockA < clockB ? -1 : 1)
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
