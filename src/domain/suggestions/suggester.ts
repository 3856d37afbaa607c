import { setKey } from '../set-key.ts'
import type * as Y from 'yjs'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { remove } from '../remove-units.ts'
import type { Attributes, UnitId } from '../yjs-items.ts'
import { docState, idOfType, unitsIn } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'
import { joinRanges } from './id-ranges.ts'
import type { StateStretch } from './states-in.ts'
import { statesIn } from './states-in.ts'
import type { FieldPath } from './suggestion.ts'
import type { Row, SetEntry, SuggestionIndex, UnitState } from './suggestion-index.ts'
import { suggestionIndex } from './suggestion-index.ts'

/** Who suggests; the clock (an ISO instant) and new ids come from outside. */
export type Author = { readonly by: string; readonly now: () => string; readonly newId: () => string }

/**
 * Writes edits of one person as suggestions, inside of transactions of the caller's: what is inserted, formatted or
 * set stands in the text at once and is known by its ids; what is deleted stays, and is said to be deleted.
 */
export class Suggester {
  readonly #doc: Y.Doc
  readonly #index: SuggestionIndex
  readonly #author: Author

  constructor(doc: Y.Doc, author: Author) {
    this.#doc = doc
    this.#index = suggestionIndex(doc)
    this.#author = author
  }

  /** Id of the person who suggests. */
  get by(): string {
    return this.#author.by
  }

  /**
   * The suggestion that an edit of [from, to) of a text is part of: the author's own open one beside it or in it, so
   * that typing on, and deleting and typing, are one; else a new one.
   */
  suggestionFor(text: Y.Text, from: number, to: number): string {
    const near = [...unitsIn(text, Math.max(0, from - 1), to + 1)]
    for (const id of near) {
      const state = this.#index.stateOf(id)
      const own = [state?.inserted, ...(state?.deleted ?? [])].find(
        (suggestion) => typeof suggestion === 'string' && this.#isMine(suggestion),
      )
      if (own) return own
    }
    return this.newSuggestion()
  }

  /** A suggestion that there isn't yet. */
  newSuggestion(): string {
    return this.#author.newId()
  }

  /** What is inserted from now on belongs to this suggestion. */
  enter(suggestion: string): void {
    this.#sign(suggestion)
    enterMode(this.#doc, suggestion)
  }

  /** Is this unit the author's own pending insertion? Such a one is simply edited. */
  isOwn(id: UnitId): boolean {
    return this.#isOwnState(this.#index.stateOf(id))
  }

  /** Is this unit suggested to be deleted, by whomever? */
  isDeleted(id: UnitId): boolean {
    return isStruck(this.#index.stateOf(id))
  }

  /** Suggests to delete these units; own pending insertions are really deleted, what is to be deleted anyway is left. */
  delete(text: Y.Text, at: number, count: number, suggestion: string): void {
    const stretches = [...statesIn(text, this.#index, at, at + count)]
    const marked = stretches.filter(({ state }) => !this.#isOwnState(state) && !isStruck(state))
    this.#mark(
      marked.flatMap(({ id, length }) => this.#index.origins.canonicalRanges(id, length)),
      suggestion,
    )
    for (let end = at + count, k = stretches.length - 1; k >= 0; k--) {
      const { length, state } = stretches[k] ?? { length: 0, state: null }
      if (this.#isOwnState(state)) remove(text, end - length, length)
      end -= length
    }
  }

  /** Suggests to take an author or a photo out; one that is only suggested by the author just goes. */
  deleteItem(map: Y.Map<Y.Map<unknown>>, id: string, suggestion: string): void {
    const item = map.get(id)
    const own = item ? idOfType(item) : null
    if (!own) return
    if (this.isOwn(own)) map.delete(id)
    else if (!this.isDeleted(own)) this.#mark(this.#index.origins.canonicalRanges(own, 1), suggestion)
  }

  /**
   * Sets formats of characters that have `was` now, as a suggestion. What is to be deleted anyway is left; returns
   * whether there was such.
   */
  format(
    text: Y.Text,
    range: { readonly at: number; readonly count: number },
    change: Attributes,
    was: Attributes,
    suggestion: string,
  ): boolean {
    const { at, count } = range
    const stretches = [...statesIn(text, this.#index, at, at + count)]
    for (const [name, value] of Object.entries(change)) {
      const [from, to] = [jsonOf(was[name]), jsonOf(value)]
      this.#set(
        stretches.filter(({ state }) => !isStruck(state) && !this.#isOwnState(state)),
        { name, was: from, to, suggestion },
      )
    }
    let end = at
    let start = at
    stretches.forEach(({ length, state }, k) => {
      end += length
      const next = stretches[k + 1]
      if (next && isStruck(next.state) === isStruck(state)) return
      if (!isStruck(state)) text.format(start, end - start, { ...change })
      start = end
    })
    return stretches.some(({ state }) => isStruck(state))
  }

  /** Sets keys of a head, as a suggestion; null takes a key away. */
  setKeys(head: Y.Map<unknown>, change: { readonly [name: string]: Json }, suggestion: string): void {
    const id = idOfType(head)
    for (const [name, to] of Object.entries(change)) {
      const was = jsonOf(head.get(name))
      if (id && !this.isOwn(id)) {
        this.#set([{ id, length: 1, state: this.#index.stateOf(id) }], { name, was, to, suggestion })
      }
      setKey(head, name, to)
    }
  }

  /**
   * Proposes a value for a plain field that has the value `now`; proposing that one takes one's proposal back.
   * `part` names the suggestion that it is a part of, where there is one. */
  propose(path: FieldPath, value: Json, now: Json, part: string | null = null): void {
    const rows = this.#index.proposals().filter(({ entry }) => entry.path === path)
    const own = rows.findLast(({ entry }) => this.#isMine(entry.suggestion))
    if (sameJson(value, now)) {
      if (own) this.#index.drop(own.key)
      return
    }
    const suggestion = own?.entry.suggestion ?? part ?? this.#author.newId()
    this.#sign(suggestion)
    const last = rows.at(-1)
    const turn = own && own === last ? own.entry.turn : (last?.entry.turn ?? 0) + 1
    const entry = { type: 'field', suggestion, path, to: value, turn } as const
    if (own) this.#index.put(own.key, entry)
    else this.#index.add(entry)
  }

  #isOwnState(state: UnitState | null): boolean {
    return typeof state?.inserted === 'string' && this.#isMine(state.inserted)
  }

  #mark(ids: readonly IdRange[], suggestion: string): void {
    if (ids.length === 0) return
    this.#sign(suggestion)
    this.#index.add({ type: 'delete', suggestion, ids: joinRanges(ids) })
  }

  /** Says what was set. Over a value that the author suggested the earlier one was before; back to that, nothing is left to say. */
  #set(
    stretches: readonly StateStretch[],
    { name, was, to, suggestion }: { name: string; was: Json; to: Json; suggestion: string },
  ): void {
    const groups = new Map<
      string,
      { readonly was: Json; readonly suggestion: string; readonly ids: IdRange[] }
    >()
    const replaced = new Map<string, IdRange[]>()
    for (const { id, length, state } of stretches) {
      const ids = this.#index.origins.canonicalRanges(id, length)
      const own = this.#topmost(state, name, was)
      if (own) replaced.set(own.key, [...(replaced.get(own.key) ?? []), ...ids])
      const before = own ? own.entry.was : was
      if (sameJson(before, to)) continue
      const into = own?.entry.suggestion ?? suggestion
      const key = JSON.stringify([before, into])
      const group = groups.get(key) ?? { was: before, suggestion: into, ids: [] }
      groups.set(key, group)
      group.ids.push(...ids)
    }
    for (const [key, gone] of replaced) this.#index.cut(key, gone)
    for (const group of groups.values()) {
      this.#sign(group.suggestion)
      const ids = joinRanges(group.ids)
      this.#index.add({ type: 'set', suggestion: group.suggestion, ids, name, was: group.was, to })
    }
  }

  /** The author's own entry that gave the value which stands. */
  #topmost(state: UnitState | null, name: string, now: Json): Row<SetEntry> | undefined {
    return state?.sets.findLast(
      ({ entry }) => entry.name === name && sameJson(entry.to, now) && this.#isMine(entry.suggestion),
    )
  }

  #isMine(suggestion: string): boolean {
    return this.#index.origins.maker(suggestion).by === this.#author.by
  }

  #sign(suggestion: string): void {
    this.#index.origins.sign(suggestion, this.#author.by, this.#author.now())
  }
}

/** What this document's client inserts from now on belongs to a suggestion, or, for null, is plain. Inside a transaction. */
export function enterMode(doc: Y.Doc, suggestion: string | null): void {
  const { clientID } = doc
  suggestionIndex(doc).origins.enter(clientID, docState(doc, clientID), suggestion)
}

const jsonOf = (value: unknown): Json => (value === undefined ? null : (value as Json))

const isStruck = (state: UnitState | null): boolean => (state?.deleted.length ?? 0) > 0
