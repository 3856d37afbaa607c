import type { Json } from '../json.ts'
import type { TextName } from '../story-doc.ts'
import type { UnitId } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'
import { uniteRanges } from './id-ranges.ts'
import type { Origins } from './origins.ts'
import type { Passage } from './story-texts.ts'
import type { FieldPath, Suggestion } from './suggestion.ts'
import type { UnitState } from './suggestion-index.ts'
import { wasValue } from './was-value.ts'

/** What one suggestion does, as it was found in the document. */
export type Gathered = {
  readonly id: string
  readonly place: Suggestion['place']
  /** Canonical ids. */
  readonly inserted: IdRange[]
  readonly deleted: IdRange[]
  /** What its insertions look like, from the first to the last: formats, keys of heads, values of authors and photos. */
  readonly looks: { readonly as: string; count: number }[]
  /** Formats and keys that it set, each with the units in which it did. */
  readonly sets: Map<
    string,
    { readonly name: string; readonly was: Json; readonly to: Json; readonly ids: IdRange[] }
  >
  readonly fields: { readonly path: FieldPath; readonly was: Json; readonly to: Json }[]
  before: string
  after: string
  /** Words that it only formats, or the beginning of the block that it changes. */
  words: string
  /** Starts, pictures and rules, authors and photos that it inserts or deletes. */
  readonly things: {
    readonly thing: 'start' | 'picture' | 'rule' | 'author' | 'photo'
    readonly does: 'insert' | 'delete'
  }[]
}

const SNIPPET = 80

/** Collects what belongs to each suggestion, in the order in which it is come across. */
export class Gathering {
  readonly #origins: Origins
  readonly #found = new Map<string, Gathered>()
  /** Suggestions about the block that is being read: its first words stand for it. */
  #block: Gathered[] = []

  constructor(origins: Origins) {
    this.#origins = origins
  }

  all(): readonly Gathered[] {
    return [...this.#found.values()]
  }

  /** Units of a text. */
  passage(name: TextName, { id, length, text, head, attributes, state }: Passage): void {
    if (head) this.#block = []
    else for (const one of this.#block) one.words = (one.words + text).slice(0, SNIPPET)
    if (!state) return
    const ids = this.#origins.canonicalRanges(id, length)
    const place = { text: name }
    const atom: unknown = head?.get('atom')
    const thing =
      typeof atom !== 'string' ? ('start' as const) : atom === 'rule' ? 'rule' : ('picture' as const)
    if (state.inserted !== null) {
      const one = this.#open(state.inserted, place)
      one.inserted.push(...ids)
      // Nobody sees what somebody else inserted and this one deletes again, but the list shows both.
      one.after += text
      addLook(one, withoutSets(head ? head.toJSON() : attributes, state), length)
      if (head) one.things.push({ thing, does: 'insert' })
    }
    for (const suggestion of state.deleted) {
      const one = this.#open(suggestion, place)
      one.deleted.push(...ids)
      one.before += text
      if (head) one.things.push({ thing, does: 'delete' })
    }
    for (const { entry } of state.sets) {
      const one = this.#open(entry.suggestion, place)
      if (this.#set(one, entry, ids) && !head) one.words = (one.words + text).slice(0, SNIPPET)
      if (head && !this.#block.includes(one)) this.#block.push(one)
    }
  }

  /** An author or a photo as a whole. */
  item(
    path: FieldPath,
    id: UnitId,
    thing: 'author' | 'photo',
    words: string,
    state: UnitState,
    values: object = {},
  ): void {
    const ids = this.#origins.canonicalRanges(id, 1)
    if (state.inserted !== null) {
      const one = this.#open(state.inserted, { field: path })
      one.inserted.push(...ids)
      one.after += words
      addLook(one, values, 1)
      one.things.push({ thing, does: 'insert' })
    }
    for (const suggestion of state.deleted) {
      const one = this.#open(suggestion, { field: path })
      one.deleted.push(...ids)
      one.before += words
      one.things.push({ thing, does: 'delete' })
    }
  }

  /** A value proposed for a plain field. */
  field(suggestion: string, path: FieldPath, was: Json, to: Json): void {
    this.#open(suggestion, { field: path }).fields.push({ path, was, to })
  }

  #open(id: string, place: Suggestion['place']): Gathered {
    const known = this.#found.get(id)
    if (known) return known
    const fresh = { inserted: [], deleted: [], looks: [], sets: new Map(), fields: [], things: [] }
    const one: Gathered = { id, place, ...fresh, before: '', after: '', words: '' }
    this.#found.set(id, one)
    return one
  }

  /** Returns whether these are the first of their kind, so that words with two new formats are quoted once. */
  #set(
    one: Gathered,
    { name, was, to }: { readonly name: string; readonly was: Json; readonly to: Json },
    ids: readonly IdRange[],
  ): boolean {
    const key = JSON.stringify([name, was, to])
    const known = one.sets.get(key)
    if (known) known.ids.push(...ids)
    else one.sets.set(key, { name, was, to, ids: [...ids] })
    return [...one.sets.keys()][0] === key
  }
}

/** Formats, or keys of a head, but for what other suggestions set, which is decided with these. */
function withoutSets(values: object, { sets }: UnitState): object {
  if (sets.length === 0) return values
  const rows = Object.entries(values).map(([name, now]): [string, Json] => {
    const same = sets.filter(({ entry }) => entry.name === name).map(({ entry }) => entry)
    return [name, wasValue((now ?? null) as Json, same)]
  })
  return Object.fromEntries(rows)
}

/** Alike neighbours are one, however the text is cut. */
function addLook({ looks }: Gathered, values: object, count: number): void {
  const rows = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  const as = rows.length === 0 ? '' : JSON.stringify(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
  const last = looks.at(-1)
  if (last?.as === as) last.count += count
  else looks.push({ as, count })
}

/** All that a decision would decide, in a form that doesn't depend on where it stands. */
export function markOf(one: Gathered): string {
  // With how many there are: two people can each bring the same units back.
  const ranges = (ids: readonly IdRange[]): readonly [readonly IdRange[], number] => [
    uniteRanges(ids),
    ids.reduce((sum, [, , length]) => sum + length, 0),
  ]
  const sets = [...one.sets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { ids }]) => [key, ranges(ids)])
  // A field's value is written over, and what would be is to be seen.
  const fields = one.fields.map(({ path, was, to }) => [path, was, to])
  const looks = one.looks.some(({ as }) => as !== '') ? one.looks.map(({ as, count }) => [as, count]) : []
  return JSON.stringify([ranges(one.inserted), ranges(one.deleted), sets, fields, looks])
}
