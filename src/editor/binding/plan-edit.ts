import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Json } from '../../domain/json.ts'
import { sameJson } from '../../domain/json.ts'
import { SEAM } from '../../domain/text-layout.ts'
import type { Attributes } from '../../domain/yjs-items.ts'
import type { ChangedRange } from './changed-ranges.ts'
import type { EditPlan, FieldChange, RunRef, TextOperation } from './edit-plan.ts'
import type { Pair } from './edit-script.ts'
import { editScript } from './edit-script.ts'
import type { BlockMove } from './find-moves.ts'
import { headAt } from './head-at.ts'
import { attributeChange } from './marks-attributes.ts'
import type { IndexMap, ShownRun } from './positions.ts'
import { displayIndex, shownRuns } from './positions.ts'
import type { HeadFields, Unit } from './units.ts'
import { unitsBetween } from './units.ts'

export type Edit = {
  readonly text: Y.Text
  readonly before: Node
  readonly after: Node
  readonly ranges: readonly ChangedRange[]
  readonly moves: readonly BlockMove[]
  readonly map: IndexMap
  /** Is the order of the runs to be kept by places? Then `map` knows the runs. */
  readonly ordered: boolean
  readonly suggesting: boolean
  /** Is a deletion of the unit at this physical index only suggested, so that the unit stays? */
  readonly staysDeleted: (physical: number) => boolean
  /** Is the unit at this physical index suggested to be deleted? */
  readonly isStruck: (physical: number) => boolean
}

/** What an edit of the document changes in the text, as little as possible. */
export function planEdit(edit: Edit): EditPlan {
  const planner = new Planner(edit)
  let at = 0
  for (const range of edit.ranges) {
    planner.keep(at, range.oldFrom)
    planner.range(range)
    at = range.oldTo
  }
  planner.keep(at, edit.before.content.size)
  return planner.finish()
}

class Planner {
  readonly edit: Edit
  readonly inserts: TextOperation[] = []
  readonly formats: { at: number; count: number; change: Attributes; was: Attributes }[] = []
  readonly fields: FieldChange[] = []
  readonly refs: (RunRef | { readonly seam: number })[] = []
  readonly heads: readonly { readonly pos: number; readonly size: number }[]
  /** Starts that become seams: each is placed behind what it continues, so that it goes where that goes. */
  readonly seams: number[] = []
  deleted: number[] = []
  readonly pending: number[][] = []
  readonly kept = new Map<number, number>()
  /** The number of the changed range that is looked at. */
  current = -1
  redraw = false

  constructor(edit: Edit) {
    this.edit = edit
    this.heads = edit.ordered ? shownRuns(edit.before) : []
  }

  /** Everything of the old document from one position to another stays where it is, or comes here. */
  keep(from: number, to: number): void {
    this.heads.forEach(({ pos }, shown) => {
      if (pos >= from && pos < to) this.refs.push({ shown })
    })
  }

  range({ oldFrom, oldTo, newFrom, newTo }: ChangedRange): void {
    this.current += 1
    const { before, after, moves } = this.edit
    const out = moves
      .filter((move) => move.from >= oldFrom && move.from < oldTo)
      .sort((a, b) => a.from - b.from)
    const into = moves.filter((move) => move.to >= newFrom && move.to < newTo)
    const first = displayIndex(before, oldFrom)
    if (out.length === 0 && into.length === 0) {
      const continues = before.resolve(oldTo).depth > 0 && after.resolve(newTo).depth > 0
      const old = unitsBetween(before, oldFrom, oldTo)
      const next = unitsBetween(after, newFrom, newTo, true)
      const isStruck = (index: number): boolean => this.edit.isStruck(this.edit.map.physical(first + index))
      const pairs =
        this.edit.suggesting && isTypedOver(old, next)
          ? [...removed(old), ...inserted(next)]
          : editScript(old, next, continues, isStruck)
      this.pairs(pairs, first, first - 1, isPlainBefore(before, oldFrom))
      return
    }
    let anchor = first - 1
    let at = newFrom
    for (const move of into) {
      this.pairs(inserted(unitsBetween(after, at, move.to, true)), 0, anchor, false)
      this.keep(move.from, move.from + move.size)
      anchor = displayIndex(before, move.from + move.size) - 1
      at = move.to + move.size
    }
    this.pairs(inserted(unitsBetween(after, at, newTo, true)), 0, anchor, false)
    at = oldFrom
    for (const { from, size } of [...out, { from: oldTo, size: 0 }]) {
      this.pairs(removed(unitsBetween(before, at, from)), displayIndex(before, at), -1, false)
      at = from + size
    }
  }

  /** Pairs whose first old unit has the display index `first`; what is inserted first comes after unit `anchor`. */
  pairs(pairs: readonly Pair[], first: number, anchor: number, plainAnchor: boolean): void {
    let display = first
    let left = anchor
    let plain = plainAnchor
    let fresh: Unit[] = []
    let lostHead: number | null = null
    const settle = (): void => {
      this.insert(fresh, left, plain)
      fresh = []
      if (lostHead !== null) this.refs.push({ seam: lostHead })
      lostHead = null
    }
    for (const { old, next } of pairs) {
      if (!old) {
        if (next) fresh.push(next)
        this.kept.delete(this.current)
        continue
      }
      if (next) {
        settle()
        this.change(old, next, display)
        this.kept.set(this.current, this.edit.map.physical(display))
        left = display
        plain = 'char' in old && Object.keys(old.attributes).length === 0
      } else if (this.edit.staysDeleted(this.edit.map.physical(display))) {
        const pending = (this.pending[this.current] ??= [])
        pending.push(this.edit.map.physical(display))
        // What takes the place of words comes after them, unless a block ends in between.
        if ('head' in old) settle()
        else if (fresh.length === 0 && left === display - 1) {
          left = display
          plain = false
        }
        const run = 'head' in old && this.edit.ordered ? this.edit.map.runAt(display) : null
        if (run) this.refs.push({ shown: run.shown })
      } else {
        this.deleted.push(display)
        if ('head' in old && this.edit.ordered) lostHead = this.edit.map.runAt(display)?.shown ?? null
      }
      display += 1
    }
    settle()
  }

  /** A copied seam has nothing to hold together: it is left out. */
  insert(units: readonly Unit[], after: number, plain: boolean): void {
    const real = units.filter((unit) => !('head' in unit && unit.inline)).map(withoutSeam)
    this.redraw ||= real.length < units.length
    if (real.length === 0) return
    const at = after < 0 ? 0 : this.edit.map.physical(after) + 1
    this.inserts.push({ type: 'insert', at, units: real, plain, range: this.current })
    for (const made of real) if ('head' in made) this.refs.push({ made })
  }

  change(old: Unit, next: Unit, display: number): void {
    const { map, text, ordered } = this.edit
    if ('head' in old && 'head' in next) {
      const change = fieldChange(old.fields, next.fields)
      if (Object.keys(change).length > 0) {
        const head = headAt(text, map.physical(display))
        if (head) this.fields.push({ head, change })
      }
      if (ordered) {
        const run = map.runAt(display)
        if (run) this.refs.push({ shown: run.shown })
      }
      return
    }
    if ('head' in old || 'head' in next || old.attributes === next.attributes) return
    const change = attributeChange(old.attributes, next.attributes)
    if (Object.keys(change).length === 0) return
    const at = map.physical(display)
    const last = this.formats.at(-1)
    const was = old.attributes
    // What is inserted in between has its own formats, and would shift the rest.
    const between = this.inserts.some((insert) => insert.at === at)
    const goesOn = last && !between && last.at + last.count === at && sameJson(last.change, change)
    if (goesOn && (last.was === was || sameJson(last.was, was))) last.count += 1
    else this.formats.push({ at, count: 1, change, was })
  }

  finish(): EditPlan {
    const order = this.edit.ordered ? this.settleOrder() : null
    if (order) this.settleLoneSeams()
    const { map, moves } = this.edit
    const operations: TextOperation[] = [
      ...this.inserts,
      ...this.formats.map((format): TextOperation => ({ type: 'format', ...format })),
      ...rangesOf(this.deleted.map((display) => map.physical(display))).map(
        ({ at, count }): TextOperation => ({ type: 'delete', at, count }),
      ),
    ]
    const moved = moves
      .filter(({ stays }) => !stays)
      .map(({ from }) => this.heads.findIndex(({ pos }) => pos >= from))
    return {
      operations,
      pending: this.pending.flatMap((indexes, range) =>
        rangesOf(indexes).map(({ at, count }) => ({ at, count, range })),
      ),
      kept: this.kept,
      fields: this.fields,
      order: order && { runs: order, moved: [...moved, ...this.seams] },
      redraw: this.redraw,
    }
  }

  /** A seam that is drawn as a block of its own stays one, whatever now comes to stand before it. */
  settleLoneSeams(): void {
    const { before, text, map, isStruck } = this.edit
    before.forEach((node, pos, index) => {
      if (!node.isTextblock || node.attrs['kind'] !== SEAM || !this.isLone(index)) return
      const physical = map.physical(displayIndex(before, pos))
      const goes = isStruck(physical) || this.pending.some((indexes) => indexes.includes(physical))
      const head = goes ? null : headAt(text, physical)
      const known = this.fields.some((field) => field.head === head && 'kind' in field.change)
      if (head && !known) this.fields.push({ head, change: { kind: 'paragraph' } })
    })
  }

  isAtomRun(shown: number): boolean {
    const at = this.edit.before.resolve(this.heads[shown]?.pos ?? 0)
    return at.depth === 0 && at.nodeAfter?.isTextblock === false
  }

  /** While suggesting: is all of a run struck, but for its start? */
  isAllStruck({ display, physical, size }: ShownRun): boolean {
    if (!this.edit.suggesting) return false
    const pending = new Set(this.pending.flat())
    for (let unit = 1; unit < size; unit++) {
      const struck = this.edit.isStruck(physical + unit) || pending.has(physical + unit)
      if (!struck && !this.deleted.includes(display + unit)) return false
    }
    return true
  }

  /** Does nothing stand before that block which it could continue, once what is struck is gone? */
  isLone(index: number): boolean {
    const { before, map, isStruck } = this.edit
    let end = before.resolve(0).posAtIndex(index)
    for (let k = index - 1; k >= 0; k--) {
      const node = before.child(k)
      const first = displayIndex(before, end - node.nodeSize)
      const last = displayIndex(before, end)
      end -= node.nodeSize
      for (let unit = first; unit < last; unit++) {
        if (!isStruck(map.physical(unit))) return !node.isTextblock
      }
    }
    return true
  }

  /**
   * A block that is joined to the one before it loses its start only where the two lie together; else the start
   * becomes a seam, because without it the text would belong to whatever lies before it.
   */
  settleOrder(): readonly RunRef[] {
    const { map, text } = this.edit
    const remains = map.runs.map((run) => run.size)
    for (const display of this.deleted) {
      const run = map.runAt(display)
      if (run) remains[run.shown] = (remains[run.shown] ?? 0) - 1
    }
    const lying = [...map.runs].sort((a, b) => a.lies - b.lies)
    const before = (lies: number): number | undefined =>
      lying.slice(0, lies).findLast((run) => (remains[run.shown] ?? 0) > 0)?.shown
    const order: RunRef[] = []
    let left: number | undefined
    for (const ref of this.refs) {
      if (!('seam' in ref)) {
        order.push(ref)
        left = 'shown' in ref ? ref.shown : undefined
        continue
      }
      const run = map.runs[ref.seam]
      if (!run || (remains[ref.seam] ?? 0) === 0) continue
      const alone = left === undefined || (this.edit.suggesting && this.isAtomRun(left))
      const needed = alone || before(run.lies) !== left
      // While suggesting, a start of one's own before words that are all struck just goes.
      if (needed && !this.isAllStruck(run)) {
        const head = headAt(text, run.physical)
        if (head) this.fields.push({ head, change: { kind: SEAM } })
        this.deleted = this.deleted.filter((display) => display !== run.display)
        order.push({ shown: ref.seam })
        this.seams.push(ref.seam)
        this.redraw = true
      }
      left = ref.seam
    }
    return order
  }
}

const inserted = (units: readonly Unit[]): readonly Pair[] => units.map((next) => ({ old: null, next }))
const removed = (units: readonly Unit[]): readonly Pair[] => units.map((old) => ({ old, next: null }))

/** One character in the place of several: a key over a selection. That it is one of them happens by chance: all of them go. */
const isTypedOver = (old: readonly Unit[], next: readonly Unit[]): boolean =>
  next.length === 1 && old.length > 1 && [...next, ...old].every((unit) => 'char' in unit)

/** A new block is none's continuation. */
const withoutSeam = (unit: Unit): Unit =>
  'head' in unit && unit.fields['kind'] === SEAM
    ? { head: 'start', fields: { ...unit.fields, kind: 'paragraph' } }
    : unit

/** Physical indexes as ranges. */
function rangesOf(indexes: readonly number[]): readonly { readonly at: number; readonly count: number }[] {
  const ranges: { at: number; count: number }[] = []
  for (const at of [...indexes].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last.at + last.count === at) last.count += 1
    else ranges.push({ at, count: 1 })
  }
  return ranges
}

function fieldChange(from: HeadFields, to: HeadFields): Record<string, Json> {
  const change: Record<string, Json> = {}
  for (const name of Object.keys(from)) if (!(name in to)) change[name] = null
  for (const [name, value] of Object.entries(to)) {
    if (!sameJson(from[name], value)) change[name] = value
  }
  return change
}

/** Is the character left of a position, in its block, one without formats? */
function isPlainBefore(doc: Node, pos: number): boolean {
  const { nodeBefore, depth } = doc.resolve(pos)
  return depth > 0 && nodeBefore?.isText === true && nodeBefore.marks.length === 0
}
