import { Fragment } from '@tiptap/pm/model'
import type { Mark, Node, NodeType } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Writer } from '../../editor/binding/writer.ts'
import type { Chance } from '../chance.ts'
import type { Standing } from './standing.ts'
import { standing } from './standing.ts'

/** An edit of what will be there, made in any editor that shows it: in one that suggests, and in one that writes directly. */
export type Edit = (tr: Transaction, units: readonly Standing[], side: Side) => Transaction

/** Where struck words stand between two units, a caret is beside the one or the other. */
export type Side = () => 'left' | 'right'

export type PairOperation = {
  readonly name: string
  readonly weight: number
  /** Chooses an edit of what `writer` shows, which holds no suggestions. Null: it can't be made here. */
  readonly choose: (
    writer: Writer,
    chance: Chance,
    fresh: (count: number) => string,
  ) => readonly Edit[] | null
}

export const KINDS = ['paragraph', 'heading2', 'heading3', 'quote', 'pullquote', 'bullet', 'number']

/** The position between unit `gap - 1` and unit `gap`, in a block. */
export function posOf(units: readonly Standing[], gap: number, side: Side): number {
  const [left, right] = [units[gap - 1], units[gap]]
  if (right && !right.starts && side() === 'right') return right.pos
  return left ? left.pos + 1 : 1
}

/** The node as the editor of this transaction makes it: each has a schema of its own. */
export const own = (tr: Transaction, node: Node): Node => tr.doc.type.schema.nodeFromJSON(node.toJSON())

const charAt = (unit: Standing | undefined): string => unit?.node?.text?.charAt(0) ?? ''

/** May a caret stand before unit `gap`? Not outside of blocks, nor within an emoji. */
export function isPlace(units: readonly Standing[], gap: number): boolean {
  const [left, right] = [units[gap - 1], units[gap]]
  // Only a text of one line has words before any start.
  if (left ? left.starts && left.node?.isTextblock !== true : right?.starts === true) return false
  return !/[\uDC00-\uDFFF]/.test(charAt(units[gap]))
}

export function anyPlace(units: readonly Standing[], luck: Chance): number | null {
  const places = [...units.keys(), units.length].filter((gap) => isPlace(units, gap))
  return places.length === 0 ? null : luck.pick(places)
}

/** A range of units, in one block or across blocks, both ends within blocks. */
export function anyRange(
  units: readonly Standing[],
  luck: Chance,
  most: number,
  across: boolean,
): [number, number] | null {
  const from = anyPlace(units, luck)
  if (from === null) return null
  let best: number | null = null
  const length = 1 + luck.below(most)
  for (let to = from + 1; to <= Math.min(units.length, from + length); to++) {
    if (units[to - 1]?.starts === true && !across) break
    if (isPlace(units, to)) best = to
  }
  return best === null ? null : [from, best]
}

export const startsOf = (units: readonly Standing[]): number[] =>
  units.flatMap(({ starts }, k) => (starts ? [k] : []))

export const nextStart = (units: readonly Standing[], start: number): number => {
  const found = units.findIndex(({ starts }, k) => k > start && starts)
  return found < 0 ? units.length : found
}

export const boundary = (tr: Transaction, units: readonly Standing[], start: number): number =>
  units[start]?.pos ?? tr.doc.content.size

export const typeOf = ({ editor }: Writer, name: string): NodeType => {
  const type = editor.schema.nodes[name]
  if (!type) throw new Error(`No node ${name}`)
  return type
}

export const marksAt = (writer: Writer, units: readonly Standing[], gap: number): readonly Mark[] => {
  const left = units[gap - 1]
  return left ? writer.editor.state.doc.resolve(left.pos + 1).marks() : []
}

export function insertAt(gap: number, node: Node): Edit {
  return (tr, units, side) => tr.insert(posOf(units, gap, side), own(tr, node))
}

/** One range: both ends on one side, so that it never runs backwards. */
export function replace(from: number, to: number, nodes: readonly Node[]): Edit {
  return (tr, units, side) => {
    const start = posOf(units, from, side)
    const end = Math.max(start, posOf(units, to, side))
    return nodes.length === 0
      ? tr.delete(start, end)
      : tr.replaceWith(
          start,
          end,
          nodes.map((node) => own(tr, node)),
        )
  }
}

export function insertBlock(start: number, node: Node): Edit {
  return (tr, units) => tr.insert(boundary(tr, units, start), own(tr, node))
}

export function moveBlock(from: number, target: number): Edit {
  return (tr, units) => {
    const start = boundary(tr, units, from)
    const end = boundary(tr, units, nextStart(units, from))
    const to = boundary(tr, units, target)
    const nodes: Node[] = []
    tr.doc.forEach((node, pos) => {
      if (pos >= start && pos < end) nodes.push(node)
    })
    tr.delete(start, end)
    return tr.insert(tr.mapping.map(to), Fragment.from(nodes))
  }
}

export function mark(name: string, attrs?: Record<string, string>): PairOperation['choose'] {
  return (writer, luck) => {
    const units = standing(writer)
    const found = anyRange(units, luck, 12, luck.odds(0.3))
    const type = writer.editor.schema.marks[name]
    if (!found || !type) return null
    const { doc } = writer.editor.state
    const [from, to] = found
    const has = doc.rangeHasMark(
      posOf(units, from, () => 'left'),
      posOf(units, to, () => 'left'),
      type,
    )
    return [
      (tr, now, side) => {
        const start = posOf(now, from, side)
        const end = Math.max(start, posOf(now, to, side))
        const own = tr.doc.type.schema.marks[name]
        if (!own) return tr
        return has ? tr.removeMark(start, end, own) : tr.addMark(start, end, own.create(attrs))
      },
    ]
  }
}

export function atStart(
  writer: Writer,
  luck: Chance,
  test: (unit: Standing, index: number) => boolean,
): { readonly start: number; readonly units: readonly Standing[] } | null {
  const units = standing(writer)
  const able = startsOf(units).filter((start) => {
    const unit = units[start]
    return unit !== undefined && test(unit, start)
  })
  return able.length === 0 ? null : { start: luck.pick(able), units }
}

export const isText = ({ node }: Standing): boolean => node?.isTextblock === true
