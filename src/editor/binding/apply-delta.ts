import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { Attributes } from '../../domain/yjs-items.ts'
import { embedJson, isAtom } from '../../domain/text-runs.ts'
import type { IndexMap } from './positions.ts'
import { tokenPosition, unitsOf } from './positions.ts'
import { fieldsOfHead, nodesOfUnits } from './render-text.ts'
import { replaceBlocks } from './sync-blocks.ts'
import type { Unit } from './units.ts'
import { isHeadless, isLine, unitsBetween } from './units.ts'

export type DeltaOperation = {
  readonly insert?: unknown
  readonly delete?: number
  readonly retain?: number
  readonly attributes?: Attributes
}

/** Operations one after the other, at a physical index of the text before. */
type Change = { readonly from: number; readonly to: number; readonly operations: readonly DeltaOperation[] }

/**
 * Applies what a Y.Text event says. Each change rebuilds only the blocks that it touches, and of those replaces only
 * what is different. Returns false, with nothing done, where that isn't enough: everything has to be drawn anew.
 */
export function applyDelta(tr: Transaction, delta: readonly DeltaOperation[], map: IndexMap): boolean {
  const changes = changesOf(delta)
  const moved = map.runs.length > 0
  if (changes.length > 50) return false
  if (moved && (hasHeadless(tr.doc) || !changes.every((change) => isWithinRun(tr.doc, change, map))))
    return false
  const shown = changes.map(({ from, to, operations }) => {
    const first = moved ? displayOf(from, map) : from
    return { from: first, to: first + to - from, operations }
  })
  shown.sort((a, b) => b.from - a.from)
  const prepared = tr.doc
  if (shown.some((change) => touchesHeads(prepared, change) || cutsPair(prepared, change))) return false
  for (const change of shown) applyChange(tr, change)
  return true
}

/** A block without a start would run into the one before it, as soon as it was no longer shown where it lies. */
function hasHeadless(doc: Node): boolean {
  for (let k = 0; k < doc.childCount; k++) if (isHeadless(doc.child(k))) return true
  return false
}

/** Of a change within a run: where it is shown. Something inserted comes after the unit on its left. */
const displayOf = (physical: number, map: IndexMap): number =>
  physical > 0 ? map.display(physical - 1) + 1 : map.display(physical)

function changesOf(delta: readonly DeltaOperation[]): Change[] {
  const changes: { from: number; to: number; operations: DeltaOperation[] }[] = []
  let index = 0
  let open: { from: number; to: number; operations: DeltaOperation[] } | null = null
  for (const operation of delta) {
    if (operation.retain !== undefined && !operation.attributes) {
      index += operation.retain
      open = null
      continue
    }
    if (!open) {
      open = { from: index, to: index, operations: [] }
      changes.push(open)
    }
    open.operations.push(operation)
    index += operation.retain ?? operation.delete ?? 0
    open.to = index
  }
  return changes
}

/** Does a change leave the order of moved runs alone: characters only, in one run, behind its head? */
function isWithinRun(doc: Node, { from, to, operations }: Change, map: IndexMap): boolean {
  if (from === 0) return false
  const left = map.display(from - 1)
  const run = map.runAt(left)
  if (!run || to > run.physical + run.size) return false
  const { nodeAfter, parent } = doc.resolve(tokenPosition(doc, left))
  const isAtomRun = parent.type === doc.type && nodeAfter?.isTextblock === false
  if (isAtomRun) return false
  return operations.every(({ insert }) => !(insert instanceof Y.Map))
}

/** Formats over heads have leaked: only a look at the whole text tells how far. */
function touchesHeads(doc: Node, { from, operations }: Change): boolean {
  if (isLine(doc)) return false
  let index = from
  for (const { insert, retain, attributes, delete: removed } of operations) {
    if (insert instanceof Y.Map && attributes && Object.keys(attributes).length > 0) return true
    if (retain !== undefined && attributes && hasHead(doc, index, index + retain)) return true
    index += retain ?? removed ?? 0
  }
  return false
}

/** Yjs puts a replacement character for either half of an emoji that is cut in two, and its events don't say so. */
function cutsPair(doc: Node, { from, operations }: Change): boolean {
  let index = from
  return [{}, ...operations].some(({ retain, delete: removed }: DeltaOperation) => {
    index += retain ?? removed ?? 0
    const { nodeBefore, nodeAfter } = doc.resolve(tokenPosition(doc, index))
    return /[\uD800-\uDBFF]$/.test(nodeBefore?.text ?? '') && /^[\uDC00-\uDFFF]/.test(nodeAfter?.text ?? '')
  })
}

function hasHead(doc: Node, from: number, to: number): boolean {
  let at = 0
  for (let k = 0; k < doc.childCount && at < to; k++) {
    const node = doc.child(k)
    const units = unitsOf(node, false)
    const headed = !node.isTextblock || units > node.content.size
    if (at >= from && headed) return true
    at += units
  }
  return false
}

function applyChange(tr: Transaction, { from, to, operations }: Change): void {
  const { doc } = tr
  const line = isLine(doc)
  let first = -1
  let firstPos = 0
  let firstIndex = 0
  let end = 0
  let pos = 0
  let at = 0
  for (let k = 0; k < doc.childCount && at <= to; k++) {
    const node = doc.child(k)
    const units = unitsOf(node, line)
    if (at + units >= from) {
      if (first < 0) {
        first = k
        firstPos = pos
        firstIndex = at
      }
      end = pos + node.nodeSize
    }
    at += units
    pos += node.nodeSize
  }
  const old = unitsBetween(doc, firstPos, end)
  const next = old.slice(0, from - firstIndex)
  let taken = from - firstIndex
  for (const { insert, retain, attributes, delete: removed } of operations) {
    if (insert !== undefined) pushInserted(next, insert, attributes ?? {}, line)
    else if (removed !== undefined) taken += removed
    else {
      for (let k = 0; k < (retain ?? 0); k++) {
        const unit = old[taken + k]
        if (unit) next.push(patched(unit, attributes ?? {}))
      }
      taken += retain ?? 0
    }
  }
  for (; taken < old.length; taken++) {
    const unit = old[taken]
    if (unit) next.push(unit)
  }
  const whole = firstPos === 0 && end === doc.content.size
  const nodes = next.length > 0 || whole ? nodesOfUnits(doc.type.schema, next) : []
  replaceBlocks(tr, firstPos, end, nodes)
}

function pushInserted(units: Unit[], insert: unknown, attributes: Attributes, line: boolean): void {
  if (typeof insert === 'string') {
    for (let k = 0; k < insert.length; k++) units.push({ char: insert.charAt(k), attributes })
  } else if (insert instanceof Y.Map && !line) {
    const head = insert as Y.Map<unknown>
    units.push({ head: isAtom(head) ? 'atom' : 'start', fields: fieldsOfHead(head) })
  } else units.push({ embed: embedJson(insert), attributes })
}

const patches = new WeakMap<Attributes, { change: Attributes; patched: Attributes }>()

/** A unit with changed attributes; units that shared theirs go on sharing them. */
function patched(unit: Unit, change: Attributes): Unit {
  if ('head' in unit) return unit
  let known = patches.get(unit.attributes)
  if (known?.change !== change) {
    const entries = Object.entries({ ...unit.attributes, ...change }).filter(([, value]) => value !== null)
    known = { change, patched: Object.fromEntries(entries) }
    patches.set(unit.attributes, known)
  }
  return { ...unit, attributes: known.patched }
}
