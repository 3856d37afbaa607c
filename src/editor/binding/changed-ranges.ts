import type { Transaction } from '@tiptap/pm/state'
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
} from '@tiptap/pm/transform'
import type { Step } from '@tiptap/pm/transform'

/** What stood at [oldFrom, oldTo) in the old document became what stands at [newFrom, newTo) in the new one. */
export type ChangedRange = {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/** The ranges that transactions, applied one after the other, changed: in order, apart from each other. */
export function changedRanges(transactions: readonly Transaction[]): readonly ChangedRange[] {
  let ranges: readonly ChangedRange[] = []
  for (const { steps } of transactions) {
    for (const step of steps) {
      for (const [from, removed, added] of touchedBy(step))
        ranges = merge(ranges, from, from + removed, added)
    }
  }
  return ranges
}

/** [position, tokens removed, tokens added] of a step, each position in the document that the ones before left. */
function touchedBy(step: Step): [number, number, number][] {
  const touched: [number, number, number][] = []
  step.getMap().forEach((from, to, newFrom, newTo) => {
    touched.push([newFrom, to - from, newTo - newFrom])
  })
  if (touched.length > 0) return touched
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    return [[step.from, step.to - step.from, step.to - step.from]]
  }
  if (step instanceof AttrStep || step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    return [[step.pos, 1, 1]]
  }
  return []
}

const growth = (range: ChangedRange | undefined): number => (range ? range.newTo - range.oldTo : 0)

/** Adds "the current document's [from, to) became `added` tokens". */
function merge(
  ranges: readonly ChangedRange[],
  from: number,
  to: number,
  added: number,
): readonly ChangedRange[] {
  let first = 0
  while (first < ranges.length && (ranges[first]?.newTo ?? 0) < from) first += 1
  let end = first
  while (end < ranges.length && (ranges[end]?.newFrom ?? 0) <= to) end += 1
  const before = ranges.slice(0, first)
  const left = ranges[first]
  const right = ranges[end - 1]
  const touches = end > first
  const difference = added - (to - from)
  const shift = growth(before.at(-1))
  const merged = {
    oldFrom: touches && left && left.newFrom <= from ? left.oldFrom : from - shift,
    newFrom: touches && left ? Math.min(left.newFrom, from) : from,
    oldTo: touches && right && right.newTo >= to ? right.oldTo : to - (touches ? growth(right) : shift),
    newTo: Math.max(touches && right ? right.newTo : 0, to) + difference,
  }
  const after = ranges.slice(end).map(({ oldFrom, oldTo, newFrom, newTo }) => {
    return { oldFrom, oldTo, newFrom: newFrom + difference, newTo: newTo + difference }
  })
  return [...before, merged, ...after]
}
