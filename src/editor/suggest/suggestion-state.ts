import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { DecorationSet } from '@tiptap/pm/view'
import type { ChangedRange } from '../binding/changed-ranges.ts'
import { changedRanges } from '../binding/changed-ranges.ts'
import { bindingKey } from '../binding/linear-binding.ts'
import type { BlockRange } from '../changed-blocks.ts'
import { wholeBlocks } from '../changed-blocks.ts'
import type { SuggestionState } from './drawn-suggestions.ts'
import { suggestionKey } from './drawn-suggestions.ts'
import type { Shown } from './shown-suggestions.ts'
import { activate, drawIn, drawTyped, suggestionsAt } from './suggestion-marks.ts'

export type Drawn = BlockRange & { readonly shown: readonly Shown[] }

type Change = {
  readonly drawn?: readonly Drawn[]
  /** Anew from nothing. */
  readonly all?: boolean
  /** What was drawn is for edits that are in the text now. */
  readonly written?: boolean
  readonly active?: string | null
}

export const BLANK: SuggestionState = {
  set: DecorationSet.empty,
  active: null,
  chosen: false,
  dirty: [],
  turn: 0,
}

export const setSuggestions = (tr: Transaction, change: Change): Transaction =>
  tr.setMeta(suggestionKey, change).setMeta('addToHistory', false)

export type Reader = {
  /** What is to be drawn in a document that shows the text. */
  readonly read: (doc: Node, range: BlockRange) => readonly Shown[]
  /** How what is typed is drawn before it is written; null where it will be no suggestion. */
  readonly mine: () => { readonly colour: Shown['colour']; readonly name: string } | null
  /** Edits up to this turn are in the text. */
  readonly written: () => number
  /** Is something composed in the page? Its words are left alone until it ends. */
  readonly composing: () => boolean
}

/** The state after a transaction. Looks at the blocks that it changed and at no others. */
export function applySuggestions(tr: Transaction, old: SuggestionState, reader: Reader): SuggestionState {
  const change = tr.getMeta(suggestionKey) as Change | undefined
  if (!tr.docChanged && change === undefined && !tr.selectionSet) return old
  let { set, dirty, turn } = old
  const { doc } = tr
  const fromText = tr.getMeta(bindingKey) !== undefined
  if (tr.docChanged) {
    if (set !== DecorationSet.empty) set = set.map(tr.mapping, doc)
    dirty = reader.written() >= turn ? [] : dirty.map((range) => mapped(tr, range))
    const ranges = changedRanges([tr])
    const blocks = ranges.map(({ newFrom, newTo }) => wholeBlocks(doc, newFrom, newTo))
    if (fromText) {
      for (const range of blocks) set = drawIn(set, doc, range, reader.read(doc, range), old.active)
    } else {
      turn += 1
      dirty = [...dirty, ...blocks]
      if (!reader.composing()) set = typed(set, tr, ranges, reader.mine(), old.active)
    }
  }
  if (change?.all === true) set = DecorationSet.empty
  for (const { shown, ...range } of change?.drawn ?? []) set = drawIn(set, doc, range, shown, old.active)
  if (change?.written === true) dirty = []
  const follows = tr.selectionSet || (tr.docChanged && !fromText) || change?.written === true
  const active =
    change?.active === undefined ? (follows ? atCaret(tr, set, old.active) : old.active) : change.active
  if (active !== old.active) {
    const ids = new Set([active, old.active].filter((id) => id !== null))
    set = activate(set, doc, ids, active)
  }
  const chosen = change?.active === undefined ? old.chosen && active === old.active : true
  return { set, active, chosen, dirty, turn }
}

function mapped({ mapping, doc }: Transaction, { from, to }: BlockRange): BlockRange {
  const end = doc.content.size
  return { from: Math.min(mapping.map(from, -1), end), to: Math.min(mapping.map(to, 1), end) }
}

function typed(
  set: DecorationSet,
  tr: Transaction,
  ranges: readonly ChangedRange[],
  mine: ReturnType<Reader['mine']>,
  active: string | null,
): DecorationSet {
  if (mine === null && set === DecorationSet.empty) return set
  if (!tr.steps.every((step) => step instanceof ReplaceStep)) return set
  let drawn = set
  for (const { newFrom: from, newTo: to } of ranges) {
    const $from = tr.doc.resolve(from)
    const words = to > from && $from.depth > 0 && to <= $from.end()
    if (words) drawn = drawTyped(drawn, tr.doc, { from, to }, mine, active)
  }
  return drawn
}

/** The suggestion at the caret; the one that is looked at already where it is one of several. */
function atCaret({ selection }: Transaction, set: DecorationSet, active: string | null): string | null {
  if (set === DecorationSet.empty) return null
  const found = suggestionsAt(set, selection.from)
  return active !== null && found.includes(active) ? active : (found[0] ?? null)
}
