import type { Node } from '@tiptap/pm/model'
import type { Selection, Transaction } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { idAt, indexOfId } from '../../domain/yjs-items.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { changedRanges } from './changed-ranges.ts'
import type { LinearBinding } from './linear-binding.ts'
import { bindingKey } from './linear-binding.ts'
import { isStructural } from './mend-text.ts'
import { displayIndex, tokenPosition } from './positions.ts'
import type { RelativePlace } from './relative-selection.ts'
import { absolutePosition, relativePlace, relativeSelection } from './relative-selection.ts'
import { unitChecks } from './unit-checks.ts'

/**
 * Takes over a transaction that would delete what, as a suggestion, must stay: what it means is written into the text,
 * which then shows it. Returns false for all others: they are applied and written as they are.
 */
export function suggestEdit(binding: LinearBinding, tr: Transaction): boolean {
  const { view, text, undo } = binding
  const suggester = binding.suggester()
  const { doc } = text
  if (!suggester || !view || !doc || isInsertion(tr)) return false
  const waiting = bindingKey.getState(view.state)?.some((each) => !binding.written.has(each)) === true
  const ranges = changedRanges([tr])
  if (waiting || !ranges.some((range) => keepsSomething(binding, tr, range))) return false
  const { before, doc: after } = tr
  const edges = ranges.map((range) => edgesOf(binding, before, range))
  const saved = relativeSelection(text, binding.map(before), view.state)
  const forward =
    view.state.selection.empty && ranges.some(({ oldFrom }) => oldFrom === view.state.selection.head)
  const outside = (pos: number): RelativePlace | null => {
    let shift = 0
    for (const range of ranges) {
      if (pos < range.newFrom) break
      if (pos <= range.newTo) return null
      shift = range.newTo - range.oldTo
    }
    return relativePlace(text, binding.map(before), before, pos - shift)
  }
  const places = [tr.selection.anchor, tr.selection.head].map(outside)
  binding.selections.writing = { before: saved }
  binding.saved = saved
  let redraw = false
  try {
    doc.transact(() => {
      redraw = binding.writeRanges(before, after, ranges, isStructural(before, after, ranges), true)
    }, undo.origin)
  } finally {
    binding.selections.writing = null
  }
  if (redraw) binding.redraw()
  binding.onWritten?.([])
  const [anchor, head] = places.map((place, side) => {
    const pos = side === 0 ? tr.selection.anchor : tr.selection.head
    const now = binding.view?.state.doc ?? after
    return place
      ? absolutePosition(text, binding.map(now), now, place)
      : caretIn(binding, now, { ranges, edges, pos, forward })
  })
  const shown = view.state.tr.setMeta(bindingKey, true).setMeta('addToHistory', false)
  shown
    .setSelection(selectionAt(shown.doc, tr.selection, anchor ?? 0, head ?? 0))
    .setStoredMarks(tr.storedMarks)
  view.dispatch(tr.scrolledIntoView ? shown.scrollIntoView() : shown)
  binding.selections.written(relativeSelection(text, binding.map(view.state.doc), view.state))
  return true
}

/** Only puts something in between: nothing that was there is touched. */
const isInsertion = ({ steps }: Transaction): boolean =>
  steps.every((step) => step instanceof ReplaceStep && step.from === step.to)

/** Would something go that has to stay, or is it about something that is to go anyway? */
function keepsSomething(binding: LinearBinding, { before, doc }: Transaction, range: ChangedRange): boolean {
  const { oldFrom, oldTo, newFrom, newTo } = range
  const { staysDeleted, isStruck } = unitChecks(binding.text, binding.suggester())
  const map = binding.map(before)
  const same = oldTo - oldFrom === newTo - newFrom && sameText(before, doc, range)
  const to = displayIndex(before, oldTo)
  for (let index = displayIndex(before, oldFrom); index < to; index++) {
    const physical = map.physical(index)
    if (same ? isStruck(physical) : staysDeleted(physical)) return true
  }
  return false
}

/** Do both documents hold the same there, formats and kinds apart? */
function sameText(before: Node, after: Node, { oldFrom, oldTo, newFrom, newTo }: ChangedRange): boolean {
  const leaf = ({ type }: Node): string => `\uFFFC${type.name}`
  return (
    before.textBetween(oldFrom, oldTo, '\n', leaf) === after.textBetween(newFrom, newTo, '\n', leaf) &&
    before.slice(oldFrom, oldTo).openStart === after.slice(newFrom, newTo).openStart
  )
}

/** What stands on both sides of a range, and its last unit, before the edit. */
type Edges = { readonly left: RelativePlace; readonly last: UnitId | null }

function edgesOf(binding: LinearBinding, before: Node, { oldFrom, oldTo }: ChangedRange): Edges {
  const { text } = binding
  const map = binding.map(before)
  const end = displayIndex(before, oldTo)
  const last = end > displayIndex(before, oldFrom) ? idAt(text, map.physical(end - 1)) : null
  return { left: relativePlace(text, map, before, oldFrom), last }
}

type Caret = {
  readonly ranges: readonly ChangedRange[]
  readonly edges: readonly Edges[]
  readonly pos: number
  readonly forward: boolean
}

/** Where a caret goes that stands in a changed range: behind what was inserted, or on the side it was deleted from. */
function caretIn(binding: LinearBinding, doc: Node, { ranges, edges, pos, forward }: Caret): number {
  const { text } = binding
  const map = binding.map(doc)
  const number = ranges.findIndex(({ newFrom, newTo }) => pos >= newFrom && pos <= newTo)
  const [range, edge, end] = [ranges[number], edges[number], binding.ends.get(number)]
  const behind = (id: UnitId): number | null => {
    const found = indexOfId(text, id)
    return found?.live ? tokenPosition(doc, map.display(found.index)) + 1 : null
  }
  if (range && end && pos > range.newFrom) {
    const at = behind(end)
    if (at !== null) return Math.max(0, at - (range.newTo - pos))
  }
  if (edge?.last && forward) {
    const at = behind(edge.last)
    if (at !== null) return at
  }
  return edge ? absolutePosition(text, map, doc, edge.left) : 0
}

function selectionAt(doc: Node, wanted: Selection, anchor: number, head: number): Selection {
  const clamp = (pos: number): number => Math.min(Math.max(pos, 0), doc.content.size)
  if (wanted instanceof NodeSelection) {
    const pos = [anchor, anchor - 1].find((at) => at >= 0 && doc.nodeAt(at)?.type === wanted.node.type)
    if (pos !== undefined && !doc.nodeAt(pos)?.isText) return NodeSelection.create(doc, pos)
  }
  return TextSelection.between(doc.resolve(clamp(anchor)), doc.resolve(clamp(head)))
}
