import type * as Y from 'yjs'
import type { WriteKey } from '../../domain/place-blocks.ts'
import type { Suggester } from '../../domain/suggestions/suggester.ts'
import { displayOrder } from '../../domain/text-layout.ts'
import { isAtom, textRuns } from '../../domain/text-runs.ts'
import type { UnitId } from '../../domain/yjs-items.ts'
import { idAt, idOfType } from '../../domain/yjs-items.ts'
import type { EditPlan } from './edit-plan.ts'
import type { Written } from './write-in-ink.ts'
import { noteEnd } from './write-in-ink.ts'
import { writePlan } from './write-plan.ts'

/**
 * Writes an edit as suggestions: each changed range of the document is one of its own, but formats, kinds and moves of
 * one edit belong together. `part` is the suggestion of the first; with `whole` all of it is one.
 */
export function writeSuggested(
  text: Y.Text,
  plan: EditPlan,
  suggester: Suggester,
  { part, whole }: { readonly part: string; readonly whole: boolean },
): Written {
  const names = new Map([[0, part]])
  const ends = new Map<number, UnitId>()
  for (const [range, at] of plan.kept) {
    const id = idAt(text, at)
    if (id) ends.set(range, id)
  }
  const nameOf = (range: number): string => {
    const number = whole ? 0 : range
    const known = names.get(number)
    if (known !== undefined) return known
    const { from, to } = extent(plan, range)
    const name = suggester.suggestionFor(text, from, to)
    names.set(number, name)
    return name
  }
  // All names first: they go by what stands beside an edit before it is written.
  const ranges = new Set([...plan.pending, ...inserts(plan)].map(({ range }) => range))
  for (const range of [...ranges].sort((a, b) => a - b)) nameOf(range)
  // A format or a move is a part of the words that are written with it, not of those beside it.
  const common = ranges.size > 0 ? part : suggester.newSuggestion()
  for (const { at, count, range } of plan.pending) suggester.delete(text, at, count, nameOf(range))
  let differs = plan.pending.length > 0
  const made = writePlan(text, plan, {
    format(_, range, change, was) {
      differs = suggester.format(text, range, change, was, common) || differs
    },
    setKeys(head, change) {
      const target = standingHead(text, head, suggester)
      differs ||= target !== head
      if (target) suggester.setKeys(target, change, common)
    },
    beforeInsert: ({ range }) => suggester.enter(nameOf(range)),
    afterInsert: (insert) => noteEnd(ends, text, insert),
  })
  const writeKey: WriteKey = (head, name, value) => {
    suggester.setKeys(head, { [name]: value }, common)
  }
  return { made, ends, writeKey, differs }
}

const inserts = ({ operations }: EditPlan) => operations.filter((operation) => operation.type === 'insert')

/** The units that a range of an edit takes the place of. */
function extent(plan: EditPlan, range: number): { readonly from: number; readonly to: number } {
  const spans = [
    ...plan.pending.filter((row) => row.range === range).map(({ at, count }) => [at, at + count] as const),
    ...inserts(plan)
      .filter((row) => row.range === range)
      .map(({ at }) => [at, at] as const),
  ]
  return { from: Math.min(...spans.map(([from]) => from)), to: Math.max(...spans.map(([, to]) => to)) }
}

/** The start of the block that a block will be part of, once the joins that are suggested are accepted. */
function standingHead(text: Y.Text, head: Y.Map<unknown>, suggester: Suggester): Y.Map<unknown> | null {
  const id = idOfType(head)
  if (!id || isAtom(head) || !suggester.isDeleted(id)) return head
  const runs = textRuns(text)
  const order = displayOrder(text, runs)
  const place = order.findIndex((run) => runs[run]?.head === head)
  for (let k = place - 1; k >= 0; k--) {
    const run = runs[order[k] ?? -1]
    const before = run?.head ? idOfType(run.head) : null
    if (!run?.head || !before || suggester.isDeleted(before)) continue
    return isAtom(run.head) ? null : run.head
  }
  return null
}
