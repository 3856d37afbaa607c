import type * as Y from 'yjs'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { remove } from '../remove-units.ts'
import type { Attributes, UnitId } from '../yjs-items.ts'
import { docState, idOfType, unitsIn } from '../yjs-items.ts'
import { rangesOf } from './id-ranges.ts'
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
    const inserted = this.#index.stateOf(id)?.inserted
    return typeof inserted === 'string' && this.#isMine(inserted)
  }

  /** Is this unit suggested to be deleted, by whomever? */
  isDeleted(id: UnitId): boolean {
    return (this.#index.stateOf(id)?.deleted.length ?? 0) > 0
  }

  /** Suggests to delete these units; own pending insertions are really deleted, what is to be deleted anyway is left. */
  delete(text: Y.Text, at: number, count: number, suggestion: string): void {
    const ids = [...unitsIn(text, at, at + count)]
    const own = ids.map((id) => this.isOwn(id))
    this.#mark(
      ids.filter((id, k) => own[k] === false && !this.isDeleted(id)),
      suggestion,
    )
    for (let end = count; end > 0;) {
      let start = end - 1
      while (start > 0 && own[start - 1] === own[end - 1]) start -= 1
      if (own[start] === true) remove(text, at + start, end - start)
      end = start
    }
  }

  /** Suggests to take an author or a photo out; one that is only suggested by the author just goes. */
  deleteItem(map: Y.Map<Y.Map<unknown>>, id: string, suggestion: string): void {
    const item = map.get(id)
    const own = item ? idOfType(item) : null
    if (!own) return
    if (this.isOwn(own)) map.delete(id)
    else if (!this.isDeleted(own)) this.#mark([own], suggestion)
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
    const ids = [...unitsIn(text, at, at + count)]
    const live = ids.map((id) => !this.isDeleted(id))
    for (const [name, value] of Object.entries(change)) {
      const [from, to] = [jsonOf(was[name]), jsonOf(value)]
      this.#set(
        ids.filter((id, k) => live[k] === true && !this.isOwn(id)),
        { name, was: from, to, suggestion },
      )
    }
    let start = 0
    for (let end = 1; end <= count; end++) {
      if (end < count && live[end] === live[start]) continue
      if (live[start] === true) text.format(at + start, end - start, { ...change })
      start = end
    }
    return live.includes(false)
  }

  /** Sets keys of a head, as a suggestion; null takes a key away. */
  setKeys(head: Y.Map<unknown>, change: { readonly [name: string]: Json }, suggestion: string): void {
    const id = idOfType(head)
    for (const [name, to] of Object.entries(change)) {
      const was = jsonOf(head.get(name))
      if (id && !this.isOwn(id)) this.#set([id], { name, was, to, suggestion })
      if (to === null) head.delete(name)
      else head.set(name, to)
    }
  }

  /** Proposes a value for a plain field that has the value `now`; proposing that one takes one's proposal back.
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

  #mark(ids: readonly UnitId[], suggestion: string): void {
    if (ids.length === 0) return
    this.#sign(suggestion)
    const canonical = ids.map((id) => this.#index.origins.canonical(id))
    this.#index.add({ type: 'delete', suggestion, ids: rangesOf(canonical) })
  }

  /** Says what was set. Over a value that the author suggested the earlier one was before; back to that, nothing is left to say. */
  #set(
    ids: readonly UnitId[],
    { name, was, to, suggestion }: { name: string; was: Json; to: Json; suggestion: string },
  ): void {
    const groups = new Map<
      string,
      { readonly was: Json; readonly suggestion: string; readonly ids: UnitId[] }
    >()
    const replaced = new Map<string, UnitId[]>()
    for (const id of ids) {
      const canonical = this.#index.origins.canonical(id)
      const own = this.#topmost(this.#index.stateOf(id), name, was)
      if (own) replaced.set(own.key, [...(replaced.get(own.key) ?? []), canonical])
      const before = own ? own.entry.was : was
      if (sameJson(before, to)) continue
      const into = own?.entry.suggestion ?? suggestion
      const key = JSON.stringify([before, into])
      const group = groups.get(key) ?? { was: before, suggestion: into, ids: [] }
      groups.set(key, group)
      group.ids.push(canonical)
    }
    for (const [key, gone] of replaced) {
      const names = new Set(gone.map(String))
      this.#index.cut(key, (id) => names.has(String(id)))
    }
    for (const group of groups.values()) {
      this.#sign(group.suggestion)
      const ranges = rangesOf(group.ids)
      this.#index.add({ type: 'set', suggestion: group.suggestion, ids: ranges, name, was: group.was, to })
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
