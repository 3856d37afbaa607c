import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import type { StoryUndo } from '../../domain/story-undo.ts'
import type { Suggester } from '../../domain/suggestions/suggester.ts'
import { mendLeaks } from '../../domain/mend-leaks.ts'
import { textRuns } from '../../domain/text-runs.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import { idAt, indexOfId, isAfterthought, isInTransaction } from '../../domain/yjs-items.ts'
import { readSelection } from '../fresh-selection.ts'
import { applyEvents } from './apply-events.ts'
import { changedRanges } from './changed-ranges.ts'
import type { ChangedRange } from './changed-ranges.ts'
import { findMoves } from './find-moves.ts'
import { isStructural, mendHeadless } from './mend-text.ts'
import { placeRuns } from './place-runs.ts'
import type { EditPlan } from './edit-plan.ts'
import type { Edit } from './plan-edit.ts'
import { planEdit } from './plan-edit.ts'
import type { IndexMap } from './positions.ts'
import { displayIndex, indexMap, tokenPosition } from './positions.ts'
import type { RelativeSelection } from './relative-selection.ts'
import { absoluteSelection, relativeSelection } from './relative-selection.ts'
import type { Rendered } from './render-text.ts'
import { renderBody, renderLine } from './render-text.ts'
import { syncBlocks } from './sync-blocks.ts'
import { UndoSelection } from './undo-selection.ts'
import { groupUndo } from './undo-steps.ts'
import { isHeadless, isLine, unitsBetween } from './units.ts'
import type { Written } from './write-in-ink.ts'
import { writeInInk } from './write-in-ink.ts'
import { writeSuggested } from './write-suggested.ts'
import { unitChecks } from './unit-checks.ts'

/** Marks a transaction that brings the document what the text already holds: it is never written. */
export const bindingKey = new PluginKey<readonly Transaction[]>('stet-binding')

/**
 * Keeps one editor and one Y.Text the same. The editor never repairs the text by drawing it: what it can't read it
 * shows as unknown and leaves alone; what has leaked or lacks a start is mended where somebody edits.
 */
export class LinearBinding {
  readonly text: Y.Text
  readonly undo: StoryUndo
  readonly selections: UndoSelection
  view: EditorView | null = null
  /** The physical run that is shown k-th; null while nothing is moved or joined apart. */
  order: readonly number[] | null = null
  /** Do formats run over a head? */
  leaky = false
  /** Does a place name something that hasn't arrived? */
  waiting = false
  saved: RelativeSelection | null = null
  /** The last unit that the latest edit inserted in each changed range. */
  ends: ReadonlyMap<number, UnitId> = new Map()
  readonly own = new WeakSet<Y.Transaction>()
  readonly mixed = new WeakSet<Y.Transaction>()
  readonly written = new WeakSet<Transaction>()

  /** Writes edits as suggestions while there is one. */
  readonly suggester: () => Suggester | null
  /** Told of the ranges of a local edit once it is written. */
  onWritten: ((ranges: readonly ChangedRange[]) => void) | null = null

  constructor(text: Y.Text, undo: StoryUndo, suggester: () => Suggester | null = () => null) {
    this.text = text
    this.undo = undo
    this.suggester = suggester
    this.selections = new UndoSelection(text, undo.manager, (selection) => {
      this.restore(selection)
    })
  }

  /** The text as blocks, with how they lie. */
  render(schema: Schema): Rendered {
    return schema.topNodeType.spec.content === 'block'
      ? renderLine(schema, this.text)
      : renderBody(schema, this.text)
  }

  attach(view: EditorView): void {
    this.view = view
    this.text.doc?.on('beforeTransaction', this.beforeTransaction)
    this.text.observeDeep(this.onEvents)
    const rendered = this.render(view.state.schema)
    this.order = rendered.order
    this.leaky = rendered.leaky
    this.waiting = rendered.waiting
  }

  detach(): void {
    if (!this.view) return
    this.text.doc?.off('beforeTransaction', this.beforeTransaction)
    this.text.unobserveDeep(this.onEvents)
    this.view = null
  }

  map(doc: Node): IndexMap {
    return indexMap(doc, this.order)
  }

  /** Makes the document show what the text holds, if it doesn't. */
  redraw(): void {
    if (!this.view) return
    const { tr } = this.view.state
    this.draw(tr)
    if (tr.docChanged) this.show(tr)
  }

  draw(tr: Transaction): void {
    const rendered = this.render(tr.doc.type.schema)
    this.order = rendered.order
    this.leaky = rendered.leaky
    this.waiting = rendered.waiting
    syncBlocks(tr, rendered.nodes)
  }

  show(tr: Transaction): void {
    this.view?.dispatch(tr.setMeta(bindingKey, true).setMeta('addToHistory', false))
  }

  /** Writes what was done in the editor. */
  write(todo: readonly Transaction[], previous: EditorState): void {
    const [first, last] = [todo[0], todo.at(-1)]
    const doc = this.text.doc
    if (!first || !last || !doc || !this.view) return
    const { before } = first
    const { doc: after } = last
    for (const tr of todo) this.written.add(tr)
    const ranges = changedRanges(todo)
    if (ranges.length === 0) return
    const saved =
      previous.doc === before ? relativeSelection(this.text, this.map(before), previous) : this.saved
    const whole = isInTransaction(doc)
    this.selections.writing = { before: saved }
    let redraw = false
    let structural = false
    try {
      doc.transact((transaction) => {
        if (whole) this.mixed.add(transaction)
        else this.own.add(transaction)
        structural = isStructural(before, after, ranges)
        redraw = this.writeRanges(before, after, ranges, structural)
      }, this.undo.origin)
    } finally {
      this.selections.writing = null
    }
    if (redraw) this.redraw()
    else this.dropFlags(ranges, structural)
    this.onWritten?.(ranges)
    if (this.view) {
      const { state } = this.view
      this.selections.written(relativeSelection(this.text, this.map(state.doc), state))
    }
  }

  /**
   * Returns whether the document has to be drawn anew. `intercepted`: the edit itself is not applied, so that what
   * shows is what the text's events say.
   */
  writeRanges(
    before: Node,
    after: Node,
    ranges: readonly ChangedRange[],
    structural: boolean,
    intercepted = false,
  ): boolean {
    const { text } = this
    const wasLeaky = this.leaky
    if (wasLeaky) this.mend(before, ranges, structural)
    const suggester = this.suggester()
    const part = suggester?.suggestionFor(text, ...this.physicalRange(before, ranges)) ?? ''
    const suggested = suggester ? () => suggester.enter(part) : null
    const mended = mendHeadless(text, this.map(before), before, ranges, structural, suggested)
    const moves = structural ? findMoves(before, after, ranges) : []
    const ordered = moves.length > 0 || (this.order !== null && (structural || touchesSeam(before, ranges)))
    const runs = ordered ? textRuns(text) : []
    const order = this.order ?? (ordered ? runs.map((_, index) => index) : null)
    const map = indexMap(mended, order)
    const edit = { text, before: mended, after, ranges, moves, map, ordered, ...unitChecks(text, suggester) }
    const plan = this.plan(edit)
    const done = groupUndo(this.undo.manager, text, plan)
    const written = suggester
      ? writeSuggested(text, plan, suggester, { part, whole: moves.length > 0 })
      : writeInInk(text, plan)
    this.ends = written.ends
    if (plan.order) {
      const idOfShown = map.runs.map((run) => runs[run.lies]?.id)
      this.place(plan.order, idOfShown, written)
    }
    done()
    const loose = suggester ? isLoose(before, ranges, true) : isLoose(mended, ranges, structural)
    return plan.redraw || plan.order !== null || wasLeaky || loose || (written.differs && !intercepted)
  }

  /** Where the first changed range lies in the text. */
  physicalRange(before: Node, [range]: readonly ChangedRange[]): [from: number, to: number] {
    const map = this.map(before)
    const from = map.physical(displayIndex(before, range?.oldFrom ?? 0))
    return [from, Math.max(from, map.physical(displayIndex(before, range?.oldTo ?? 0)))]
  }

  plan(edit: Edit): EditPlan {
    return planEdit(edit)
  }

  place(
    order: NonNullable<EditPlan['order']>,
    idOfShown: readonly (UnitId | undefined)[],
    { made, writeKey }: Written,
  ): void {
    placeRuns(this.text, order, idOfShown, made, writeKey)
  }

  /** Blocks that have got a start in the text are marked as having one. */
  dropFlags(ranges: readonly ChangedRange[], all: boolean): void {
    const { view } = this
    if (!view || isLine(view.state.doc)) return
    const { tr } = view.state
    tr.doc.forEach((node, pos) => {
      if (!node.isTextblock || !isHeadless(node)) return
      const end = pos + node.nodeSize
      const touched = all || ranges.some(({ newFrom, newTo }) => newFrom < end && newTo > pos)
      if (touched) tr.setNodeAttribute(pos, 'implicit', false)
    })
    if (tr.docChanged) this.show(tr)
  }

  /** Takes leaked formats off the blocks that an edit touches, and off those that are about to get a start. */
  mend(before: Node, ranges: readonly ChangedRange[], structural: boolean): void {
    const map = this.map(before)
    const touched = new Set<number>()
    before.forEach((node, pos) => {
      const end = pos + node.nodeSize
      const headless = node.isTextblock && isHeadless(node)
      const edited = ranges.some(({ oldFrom, oldTo }) => oldFrom <= end && oldTo >= pos)
      if (!edited && !(structural && headless)) return
      const first = displayIndex(before, pos + 1)
      const last = displayIndex(before, end)
      for (let index = displayIndex(before, pos); index < last; index++) touched.add(map.physical(index))
      // What leaks into a block without a start leaks over the atom before it.
      if (headless) touched.add(map.physical(first) - 1)
    })
    mendLeaks(this.text, (index) => touched.has(index))
  }

  readonly beforeTransaction = ({ origin, doc }: Y.Transaction): void => {
    if (!this.view || isAfterthought(doc) || (origin === this.undo.origin && this.selections.writing)) return
    readSelection(this.view)
    const { state } = this.view
    this.saved = relativeSelection(this.text, this.map(state.doc), state)
  }

  // oxlint-disable-next-line no-explicit-any -- Yjs types deep events so.
  readonly onEvents = (events: readonly Y.YEvent<any>[], transaction: Y.Transaction): void => {
    if (!this.view || this.own.has(transaction)) return
    let { tr } = this.view.state
    const easy = !this.leaky && !this.waiting && !this.mixed.has(transaction)
    if (!easy || !applyEvents(tr, this.text, this.order, events)) {
      tr = this.view.state.tr
      this.draw(tr)
    }
    if (!tr.docChanged) return
    this.select(tr, this.saved)
    this.show(tr)
  }

  select(tr: Transaction, saved: RelativeSelection | null): void {
    const selection = saved && absoluteSelection(this.text, this.map(tr.doc), tr.doc, saved)
    if (selection && !selection.eq(tr.selection)) tr.setSelection(selection)
  }

  restore(saved: RelativeSelection): void {
    if (!this.view) return
    const { tr } = this.view.state
    this.select(tr, saved)
    this.show(tr.scrollIntoView())
  }

  /** The Yjs id of the unit right of a position of the document; null at the end of a block. */
  idAt(pos: number): UnitId | null {
    if (!this.view) return null
    const { doc } = this.view.state
    const index = displayIndex(doc, pos)
    return index === displayIndex(doc, pos + 1) ? null : idAt(this.text, this.map(doc).physical(index))
  }

  /** The positions of the live units at these indexes of the text. */
  positionsAt(indexes: readonly number[]): readonly number[] {
    if (!this.view) return []
    const { doc } = this.view.state
    const map = this.map(doc)
    return indexes.map((index) => tokenPosition(doc, map.display(index)))
  }

  /** The position of the unit with that id, or of the place where it stood. */
  positionOf(id: UnitId): { readonly pos: number; readonly live: boolean } | null {
    const found = this.view && indexOfId(this.text, id)
    if (!found || !this.view) return null
    const { doc } = this.view.state
    const map = this.map(doc)
    const { index, live } = found
    if (live) return { pos: tokenPosition(doc, map.display(index)), live }
    return { pos: index > 0 ? tokenPosition(doc, map.display(index - 1)) + 1 : 0, live }
  }
}

/** Is there a block without a start that an edit is about, or any where it is about `all`? Not every one gets one. */
function isLoose(doc: Node, ranges: readonly ChangedRange[], all: boolean): boolean {
  if (isLine(doc)) return false
  let pos = 0
  for (let k = 0; k < doc.childCount; k++) {
    const node = doc.child(k)
    const end = pos + node.nodeSize
    const from = pos
    const touched = all || ranges.some(({ oldFrom, oldTo }) => oldFrom < end && oldTo > from)
    if (touched && node.isTextblock && isHeadless(node)) return true
    pos = end
  }
  return false
}

/** Does an edit inside of blocks take a seam away or lie over one? */
const touchesSeam = (before: Node, ranges: readonly ChangedRange[]): boolean =>
  ranges.some(({ oldFrom, oldTo }) => unitsBetween(before, oldFrom, oldTo).some((unit) => 'head' in unit))
