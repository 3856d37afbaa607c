import type * as Y from 'yjs'
import { mendAllLeaks } from '../mend-leaks.ts'
import type { Going } from '../remove-units.ts'
import { removeFromBody, removeWhere } from '../remove-units.ts'
import { authorsOf, itemIds, photosOf } from '../story-doc.ts'
import { docState, idOfType } from '../yjs-items.ts'
import type { UnitId } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'
import { joinRanges } from './id-ranges.ts'
import { openSuggestions } from './open-suggestions.ts'
import { fieldAt, itemState } from './plain-values.ts'
import { statesIn } from './states-in.ts'
import { textsOf } from './story-texts.ts'
import type { Suggestion } from './suggestion.ts'
import type { SuggestionIndex, UnitState } from './suggestion-index.ts'
import { suggestionIndex } from './suggestion-index.ts'
import { takeBack } from './take-back.ts'

/** What somebody wants done with a suggestion. `mark` is the suggestion's as they saw it. */
export type DecisionRequest = {
  readonly suggestion: string
  readonly verdict: 'accept' | 'reject'
  readonly mark: string
}

export type Decided =
  | { readonly ok: true; readonly decided: readonly Suggestion[] }
  /** It is not open (any more), or it is another one than was seen. Nothing was done. */
  | { readonly ok: false; readonly reason: 'gone' | 'changed'; readonly suggestion: string }

/**
 * Accepts and rejects suggestions, all or none, in one transaction with this origin. Accepting deletes what was to be
 * deleted and makes plain what was inserted or set; rejecting deletes what was inserted and sets back what was set.
 */
export function decideSuggestions(
  doc: Y.Doc,
  requests: readonly DecisionRequest[],
  origin: unknown = null,
): Decided {
  const open = new Map(openSuggestions(doc).map((suggestion) => [suggestion.id, suggestion]))
  const decided: Suggestion[] = []
  for (const { suggestion, mark } of requests) {
    const found = open.get(suggestion)
    if (!found) return { ok: false, reason: 'gone', suggestion }
    if (found.mark !== mark) return { ok: false, reason: 'changed', suggestion }
    decided.push(found)
  }
  const named = (verdict: DecisionRequest['verdict']): ReadonlySet<string> =>
    new Set(requests.filter((request) => request.verdict === verdict).map(({ suggestion }) => suggestion))
  doc.transact(() => {
    reject(doc, named('reject'))
    accept(doc, named('accept'))
  }, origin)
  return { ok: true, decided }
}

function reject(doc: Y.Doc, rejected: ReadonlySet<string>): void {
  if (rejected.size === 0) return
  const index = suggestionIndex(doc)
  const isGone = (state: UnitState | null): boolean => isInsertedBy(state, rejected)
  for (const { name, text } of textsOf(doc)) {
    takeBack(text, index, rejected)
    if (name === 'body') mendAllLeaks(text)
    removeWhere(text, going(text, index, isGone))
  }
  for (const map of [authorsOf(doc), photosOf(doc)]) {
    for (const id of itemIds(map)) if (isGone(itemState(doc, map, id))) map.delete(id)
  }
  dropEntries(index, rejected)
}

function accept(doc: Y.Doc, accepted: ReadonlySet<string>): void {
  if (accepted.size === 0) return
  const index = suggestionIndex(doc)
  const isGone = (state: UnitState | null): boolean =>
    state?.deleted.some((suggestion) => accepted.has(suggestion)) === true
  const isKept = (state: UnitState | null): boolean => isInsertedBy(state, accepted) && !isGone(state)
  const kept: IdRange[] = []
  for (const { name, text } of textsOf(doc)) {
    for (const { id, length, state } of statesIn(text, index)) {
      if (isKept(state)) kept.push(...index.origins.canonicalRanges(id, length))
    }
    if (name === 'body') {
      removeFromBody(text, going(text, index, isGone), (seam, remains) => {
        if (isInsertedBy(index.stateOf(seam), accepted)) kept.push(...index.origins.canonicalRanges(seam, 1))
        forgetKinds(index, seam)
        strikeSeam(index, accepted, seam, remains)
      })
    } else removeWhere(text, going(text, index, isGone))
  }
  for (const map of [authorsOf(doc), photosOf(doc)]) {
    for (const id of itemIds(map)) {
      const state = itemState(doc, map, id)
      const item = map.get(id)
      const own = item ? idOfType(item) : null
      if (isGone(state)) map.delete(id)
      else if (own && isKept(state)) kept.push(...index.origins.canonicalRanges(own, 1))
    }
  }
  const proposals = index.proposals()
  for (const [turn, { entry }] of proposals.entries()) {
    if (!accepted.has(entry.suggestion)) continue
    const { map, name } = fieldAt(doc, entry.path)
    map?.set(name, entry.to)
    // An earlier proposal is overtaken: left open, it would show, and be accepted with all, over the one preferred.
    for (const { key, entry: earlier } of proposals.slice(0, turn)) {
      if (earlier.path === entry.path) index.drop(key)
    }
  }
  dropEntries(index, accepted)
  if (kept.length > 0) index.add({ type: 'accept', ids: joinRanges(kept) })
}

/** What was suggested for its kind is about a start that is none any more. */
function forgetKinds(index: SuggestionIndex, seam: UnitId): void {
  for (const { key, entry } of index.stateOf(seam)?.sets ?? []) {
    if (entry.name === 'kind') index.cut(key, index.origins.canonicalRanges(seam, 1))
  }
}

/** A seam before words that are all still to be deleted goes with them. */
function strikeSeam(
  index: SuggestionIndex,
  accepted: ReadonlySet<string>,
  seam: UnitId,
  remains: readonly UnitId[],
): void {
  const open = remains.map((id) => index.stateOf(id)?.deleted.find((suggestion) => !accepted.has(suggestion)))
  const [suggestion] = open
  if (suggestion === undefined || open.includes(undefined)) return
  index.add({ type: 'delete', suggestion, ids: index.origins.canonicalRanges(seam, 1) })
}

const isInsertedBy = (state: UnitState | null, suggestions: ReadonlySet<string>): boolean =>
  typeof state?.inserted === 'string' && suggestions.has(state.inserted)

/** What they say of units that haven't arrived here yet is still to be decided. */
function dropEntries(index: SuggestionIndex, suggestions: ReadonlySet<string>): void {
  for (const [key, entry] of Array.from(index.entries)) {
    if (entry.type === 'accept' || !suggestions.has(entry.suggestion)) continue
    if (entry.type === 'field') index.drop(key)
    else
      index.cut(
        key,
        entry.ids.map((range) => arrived(index.doc, range)).filter(([, , length]) => length > 0),
      )
  }
}

/** The part of a range that this document knows. */
function arrived(doc: Y.Doc, [client, clock, length]: IdRange): IdRange {
  return [client, clock, Math.max(0, Math.min(length, docState(doc, client) - clock))]
}

/** Which units of a text go, by what is suggested about them. */
function* going(
  text: Y.Text,
  index: SuggestionIndex,
  isGone: (state: UnitState | null) => boolean,
): Generator<Going> {
  for (const { length, state } of statesIn(text, index)) yield { length, gone: isGone(state) }
}
