import type { AnyExtension, Editor } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { personColour } from '../../domain/person.ts'
import type { Entry } from '../../domain/suggestions/entry.ts'
import type { SuggestionIndex } from '../../domain/suggestions/suggestion-index.ts'
import { suggestionIndex } from '../../domain/suggestions/suggestion-index.ts'
import type { Binding } from '../binding/create-binding.ts'
import type { BlockRange } from '../changed-blocks.ts'
import { wholeBlocks } from '../changed-blocks.ts'
import type { EditorHost } from '../editor-host.ts'
import { readSelection } from '../fresh-selection.ts'
import { copyStanding } from './copy-standing.ts'
import { shownBetween } from './shown-suggestions.ts'
import { standingMarks } from './standing-marks.ts'
import { isDrawn } from './suggestion-marks.ts'
import type { Drawn, Reader } from './suggestion-state.ts'
import { suggestionKey } from './drawn-suggestions.ts'
import { applySuggestions, BLANK, setSuggestions } from './suggestion-state.ts'
import { suggestingInput } from './suggesting-input.ts'
import type { TextSuggestions } from './text-suggestions.ts'

export type SuggestionsSource = {
  readonly text: Y.Text
  readonly binding: Binding
  readonly host: EditorHost
}

/** So many ranges of ids are looked up one by one; for more all is drawn anew. */
const MOST_RANGES = 60
/** ProseMirror reads the end of a composition from the page a moment after it ended. */
const COMPOSED_MS = 60

/**
 * Suggestions in one editor: drawn, stepped over by the keys that delete, and left out of what is copied. What the
 * host says of them is taken over by `showSuggestions`.
 */
export function suggestionsExtension(source: SuggestionsSource): AnyExtension {
  const { text, binding, host } = source
  const { doc } = text
  if (doc === null) throw new Error('A text that is in no document has no suggestions')
  const index = suggestionIndex(doc)
  let view: EditorView | null = null
  let written = 0
  const shown = { binding, index, nameOf: (person: string) => host.suggestions.nameOf(person) }
  const reader: Reader = {
    read: (of, { from, to }) => shownBetween(shown, of, from, to),
    mine() {
      const author = host.suggestions.suggester?.by
      return author === undefined ? null : { colour: personColour(author), name: shown.nameOf(author) }
    },
    written: () => written,
    composing: () => view?.composing === true,
  }
  return Extension.create({
    name: 'suggestions',
    // After the binding, which has written what is drawn here, but before its keys and all others.
    priority: 890,
    addProseMirrorPlugins: () => [
      new Plugin({
        key: suggestionKey,
        state: { init: () => BLANK, apply: (tr, old) => applySuggestions(tr, old, reader) },
        appendTransaction: (_, __, state) => standingMarks(state),
        view(made) {
          view = made
          const stop = follow(
            made,
            index,
            source,
            (turn) => {
              written = turn
            },
            reader,
          )
          let told = host.suggestions.active
          return {
            update({ state }) {
              const { active, chosen } = suggestionKey.getState(state) ?? BLANK
              if (active === told) return
              told = active
              if (!chosen) host.suggestions.onSuggestion(active)
            },
            destroy() {
              view = null
              stop()
            },
          }
        },
        props: {
          decorations: (state) => suggestionKey.getState(state)?.set ?? null,
          transformCopied: copyStanding,
        },
      }),
    ],
  })
}

/** Keys and input while suggesting; its own extension, since it comes before the binding's keys. */
export const suggestingKeys = ({ host }: Pick<SuggestionsSource, 'host'>): AnyExtension =>
  Extension.create({
    name: 'suggestingKeys',
    priority: 940,
    addProseMirrorPlugins: () => [suggestingInput(() => host.suggestions.suggester !== null)],
  })

/** Takes over what the host says of suggestions now. */
export function showSuggestions(editor: Editor, { host }: SuggestionsSource, now: TextSuggestions): void {
  const before = host.suggestions
  host.suggestions = now
  if (editor.isDestroyed) return
  const state = suggestionKey.getState(editor.state)
  if (state && now.active !== before.active && now.active !== state.active) {
    readSelection(editor.view)
    editor.view.dispatch(setSuggestions(editor.state.tr, { active: now.active }))
  }
}

/** Draws anew what changes, until it is stopped. */
function follow(
  view: EditorView,
  index: SuggestionIndex,
  { binding }: SuggestionsSource,
  setWritten: (turn: number) => void,
  { read }: Reader,
): () => void {
  const entries: Entry[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = (ranges: readonly BlockRange[] | 'all', written: boolean): void => {
    const { doc, tr } = view.state
    const set = suggestionKey.getState(view.state)?.set
    if (set === undefined) return
    const blocks =
      ranges === 'all'
        ? [{ from: 0, to: doc.content.size }]
        : joined(ranges.map((range) => aligned(doc, range)))
    const drawn = blocks.flatMap((range): Drawn[] => {
      const shown = read(doc, range)
      return isDrawn(set, range, shown) ? [] : [{ ...range, shown }]
    })
    if (drawn.length > 0) view.dispatch(setSuggestions(tr, { drawn, all: ranges === 'all', written }))
  }
  const flush = (written: boolean): void => {
    if (view.isDestroyed || view.composing) return
    const state = suggestionKey.getState(view.state)
    const dirty = written && state ? state.dirty : []
    const told = entries.splice(0)
    const ranges = told.length > 0 ? blocksOf(view, binding, told) : []
    if (written && state) setWritten(state.turn)
    if (ranges === 'all') draw('all', written)
    else if (ranges.length > 0 || dirty.length > 0) draw([...ranges, ...dirty], written)
  }
  const stop = index.watch((entry) => entries.push(entry))
  const afterTransaction = (): void => {
    if (entries.length > 0 && !binding.isWriting()) flush(false)
  }
  const composed = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => flush(true), COMPOSED_MS)
  }
  index.doc.on('afterTransaction', afterTransaction)
  binding.onWritten(() => flush(true))
  view.dom.addEventListener('compositionend', composed)
  draw('all', false)
  return () => {
    stop()
    clearTimeout(timer)
    index.doc.off('afterTransaction', afterTransaction)
    view.dom.removeEventListener('compositionend', composed)
  }
}

/** The blocks of the units that entries are about. */
function blocksOf(
  { state: { doc } }: EditorView,
  binding: Binding,
  entries: readonly Entry[],
): readonly BlockRange[] | 'all' {
  const ids = entries.flatMap((entry) => (entry.type === 'field' ? [] : entry.ids))
  if (ids.length > MOST_RANGES) return 'all'
  const ranges: BlockRange[] = []
  for (const [client, clock, length] of ids) {
    const first = binding.positionOf([client, clock])
    const last = binding.positionOf([client, clock + length - 1])
    // They are in another text.
    if (first === null || last === null) continue
    // Gone, or made again by an undo under other ids.
    if (!first.live || !last.live) return 'all'
    const [from, to] = [Math.min(first.pos, last.pos), Math.max(first.pos, last.pos) + 1]
    ranges.push(wholeBlocks(doc, from, to))
  }
  return ranges
}

/** What were whole blocks may lie within others by now. */
function aligned(doc: Node, { from, to }: BlockRange): BlockRange {
  const depth = Math.max(doc.resolve(from).depth, doc.resolve(to).depth)
  return depth === 0 ? { from, to } : wholeBlocks(doc, from, to)
}

/** Ranges in order, those that touch as one. */
function joined(ranges: readonly BlockRange[]): readonly BlockRange[] {
  const found: { from: number; to: number }[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else if (from < to) found.push({ from, to })
  }
  return found
}
