import type { Node } from '@tiptap/pm/model'
import { isHeadless, isLine, isSeam } from './units.ts'

/**
 * Where things stand. A DISPLAY index counts units in the order in which the document shows them; a PHYSICAL index
 * is the one of the Y.Text. They are the same until a block is moved.
 */
export function unitsOf(node: Node, line: boolean): number {
  if (!node.isTextblock) return 1
  return node.content.size + (line || isHeadless(node) ? 0 : 1)
}

/** How many units stand before a position: the display index of the one right of it. */
export function displayIndex(doc: Node, pos: number): number {
  const line = isLine(doc)
  let index = 0
  let at = 0
  for (let k = 0; k < doc.childCount; k++) {
    const node = doc.child(k)
    if (pos <= at) break
    if (pos < at + node.nodeSize) {
      return node.isTextblock ? index + pos - at - 1 + (line || isHeadless(node) ? 0 : 1) : index
    }
    index += unitsOf(node, line)
    at += node.nodeSize
  }
  return index
}

/** The position of the token that is a unit; the end of the last block's text where there is none. */
export function tokenPosition(doc: Node, index: number): number {
  const line = isLine(doc)
  let first = 0
  let at = 0
  for (let k = 0; k < doc.childCount; k++) {
    const node = doc.child(k)
    const units = unitsOf(node, line)
    if (index < first + units) {
      const opening = node.isTextblock && (line || isHeadless(node)) ? 1 : 0
      return at + index - first + opening
    }
    first += units
    at += node.nodeSize
  }
  return doc.lastChild?.isTextblock ? at - 1 : at
}

/** Sizes of the runs that a document shows, in its order, each with the position of its first token. */
export function shownRuns(doc: Node): { readonly pos: number; readonly size: number }[] {
  const runs: { pos: number; size: number }[] = []
  doc.forEach((node, pos) => {
    if (!node.isTextblock) {
      runs.push({ pos, size: 1 })
      return
    }
    const headless = isHeadless(node)
    if (headless && node.content.size === 0) return
    let run = { pos: headless ? pos + 1 : pos, size: headless ? 0 : 1 }
    runs.push(run)
    node.forEach((child, at) => {
      if (isSeam(child)) {
        run = { pos: pos + 1 + at, size: 0 }
        runs.push(run)
      }
      run.size += child.nodeSize
    })
  })
  return runs
}

/** From display to physical indexes and back. */
export type IndexMap = {
  readonly physical: (display: number) => number
  readonly display: (physical: number) => number
  /** The display run that holds a display index, with its first index and its size; null past the end. */
  readonly runAt: (display: number) => ShownRun | null
  readonly runs: readonly ShownRun[]
}

export type ShownRun = {
  /** Its number in display order. */
  readonly shown: number
  /** Its number in physical order. */
  readonly lies: number
  readonly display: number
  readonly physical: number
  readonly size: number
}

const SAME: IndexMap = {
  physical: (index) => index,
  display: (index) => index,
  runAt: () => null,
  runs: [],
}

/** The map for a document whose runs lie as `order` says; the identity for null. */
export function indexMap(doc: Node, order: readonly number[] | null): IndexMap {
  if (!order) return SAME
  const sizes = shownRuns(doc).map((run) => run.size)
  const starts: number[] = []
  const sizeLying: number[] = []
  order.forEach((lies, shown) => {
    sizeLying[lies] = sizes[shown] ?? 0
  })
  let sum = 0
  for (let lies = 0; lies < sizeLying.length; lies++) {
    starts[lies] = sum
    sum += sizeLying[lies] ?? 0
  }
  let display = 0
  const runs = sizes.map((size, shown): ShownRun => {
    const lies = order[shown] ?? shown
    const run = { shown, lies, display, physical: starts[lies] ?? display, size }
    display += size
    return run
  })
  const lying = [...runs].sort((a, b) => a.physical - b.physical)
  const runAt = (index: number): ShownRun | null => findRun(runs, index, (run) => run.display)
  return {
    runs,
    runAt,
    physical(index) {
      const run = runAt(index)
      return run ? run.physical + index - run.display : sum
    },
    display(index) {
      const run = findRun(lying, index, (each) => each.physical)
      return run ? run.display + index - run.physical : sum
    },
  }
}

function findRun(
  runs: readonly ShownRun[],
  index: number,
  startOf: (run: ShownRun) => number,
): ShownRun | null {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return null
    if (index < startOf(run)) high = middle - 1
    else if (index >= startOf(run) + run.size) low = middle + 1
    else return run
  }
  return null
}
