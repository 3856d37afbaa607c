import { Fragment, Slice } from '@tiptap/pm/model'
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

const KINDS = ['paragraph', 'heading2', 'heading3', 'quote', 'pullquote', 'bullet', 'number']

/** The position between unit `gap - 1` and unit `gap`, in a block. */
function posOf(units: readonly Standing[], gap: number, side: Side): number {
  const [left, right] = [units[gap - 1], units[gap]]
  if (right && !right.starts && side() === 'right') return right.pos
  return left ? left.pos + 1 : 1
}

/** The node as the editor of this transaction makes it: each has a schema of its own. */
const own = (tr: Transaction, node: Node): Node => tr.doc.type.schema.nodeFromJSON(node.toJSON())

const charAt = (unit: Standing | undefined): string => unit?.node?.text?.charAt(0) ?? ''

/** May a caret stand before unit `gap`? Not outside of blocks, nor within an emoji. */
function isPlace(units: readonly Standing[], gap: number): boolean {
  const [left, right] = [units[gap - 1], units[gap]]
  // Only a text of one line has words before any start.
  if (left ? left.starts && left.node?.isTextblock !== true : right?.starts === true) return false
  return !/[\uDC00-\uDFFF]/.test(charAt(units[gap]))
}

function anyPlace(units: readonly Standing[], luck: Chance): number | null {
  const places = [...units.keys(), units.length].filter((gap) => isPlace(units, gap))
  return places.length === 0 ? null : luck.pick(places)
}

/** A range of units, in one block or across blocks, both ends within blocks. */
function anyRange(
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

const startsOf = (units: readonly Standing[]): number[] =>
  units.flatMap(({ starts }, k) => (starts ? [k] : []))

const nextStart = (units: readonly Standing[], start: number): number => {
  const found = units.findIndex(({ starts }, k) => k > start && starts)
  return found < 0 ? units.length : found
}

const boundary = (tr: Transaction, units: readonly Standing[], start: number): number =>
  units[start]?.pos ?? tr.doc.content.size

const typeOf = ({ editor }: Writer, name: string): NodeType => {
  const type = editor.schema.nodes[name]
  if (!type) throw new Error(`No node ${name}`)
  return type
}

const marksAt = (writer: Writer, units: readonly Standing[], gap: number): readonly Mark[] => {
  const left = units[gap - 1]
  return left ? writer.editor.state.doc.resolve(left.pos + 1).marks() : []
}

function insertAt(gap: number, node: Node): Edit {
  return (tr, units, side) => tr.insert(posOf(units, gap, side), own(tr, node))
}

/** One range: both ends on one side, so that it never runs backwards. */
function replace(from: number, to: number, nodes: readonly Node[]): Edit {
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

function insertBlock(start: number, node: Node): Edit {
  return (tr, units) => tr.insert(boundary(tr, units, start), own(tr, node))
}

function moveBlock(from: number, target: number): Edit {
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

function mark(name: string, attrs?: Record<string, string>): PairOperation['choose'] {
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

function atStart(
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

const isText = ({ node }: Standing): boolean => node?.isTextblock === true

export const PAIR_OPERATIONS: readonly PairOperation[] = [
  {
    name: 'type',
    weight: 12,
    choose(writer, luck, fresh) {
      const units = standing(writer)
      const gap = anyPlace(units, luck)
      if (gap === null) return null
      const marks = marksAt(writer, units, gap)
      let at = gap
      return Array.from(fresh(1 + luck.below(5))).map((character) => {
        const edit = insertAt(at, writer.editor.schema.text(character, marks))
        at += character.length
        return edit
      })
    },
  },
  {
    name: 'replace',
    weight: 5,
    choose(writer, luck, fresh) {
      const units = standing(writer)
      const found = anyRange(units, luck, 6, false)
      if (!found) return null
      return [replace(...found, [writer.editor.schema.text(fresh(2), marksAt(writer, units, found[0]))])]
    },
  },
  {
    name: 'delete range',
    weight: 6,
    choose(writer, luck) {
      const found = anyRange(standing(writer), luck, 8, false)
      return found && [replace(...found, [])]
    },
  },
  {
    name: 'backspaces',
    weight: 4,
    choose(writer, luck) {
      const units = standing(writer)
      let gap = anyPlace(units, luck)
      if (gap === null) return null
      const edits: Edit[] = []
      for (let k = 0; k < 3 && gap > 1; k++) {
        let from: number = gap - 1
        if (units[from]?.starts === true) break
        while (from > 0 && !isPlace(units, from)) from -= 1
        edits.push(replace(from, gap, []))
        gap = from
      }
      return edits.length > 0 ? edits : null
    },
  },
  {
    name: 'deletes',
    weight: 2,
    choose(writer, luck) {
      const units = standing(writer)
      const gap = anyPlace(units, luck)
      if (gap === null) return null
      let to = gap + 1
      while (to <= units.length && !isPlace(units, to)) to += 1
      return to > units.length || units[gap]?.starts === true ? null : [replace(gap, to, [])]
    },
  },
  {
    name: 'delete across',
    weight: 4,
    choose(writer, luck) {
      const found = anyRange(standing(writer), luck, 36, true)
      return found && [replace(...found, [])]
    },
  },
  {
    name: 'replace across',
    weight: 2,
    choose(writer, luck, fresh) {
      const units = standing(writer)
      const found = anyRange(units, luck, 36, true)
      if (!found) return null
      return [replace(...found, [writer.editor.schema.text(fresh(2), marksAt(writer, units, found[0]))])]
    },
  },
  {
    name: 'split',
    weight: 4,
    choose(writer, luck) {
      const units = standing(writer)
      const gap = anyPlace(units, luck)
      if (gap === null) return null
      const attrs = { kind: luck.pick(KINDS), level: 0 }
      return [
        (tr, now, side) => {
          const type = tr.doc.type.schema.nodes['block']
          return type ? tr.split(posOf(now, gap, side), 1, [{ type, attrs }]) : tr
        },
      ]
    },
  },
  {
    name: 'join',
    weight: 4,
    choose(writer, luck) {
      const found = atStart(writer, luck, (unit, start) => {
        const before = startsOf(standing(writer)).findLast((each) => each < start)
        return isText(unit) && before !== undefined && isText(standing(writer)[before] ?? unit)
      })
      if (!found) return null
      const { start } = found
      return [
        (tr, units) => {
          const [left, own] = [units[start - 1], units[start]]
          return left && own ? tr.delete(left.pos + 1, own.pos + 1) : tr
        },
      ]
    },
  },
  {
    name: 'change kind',
    weight: 4,
    choose(writer, luck) {
      const found = atStart(writer, luck, isText)
      const kind = luck.pick(KINDS)
      return found && [(tr, units) => tr.setNodeAttribute(boundary(tr, units, found.start), 'kind', kind)]
    },
  },
  {
    name: 'indent',
    weight: 2,
    choose(writer, luck) {
      const found = atStart(writer, luck, isText)
      const level = luck.below(3)
      return found && [(tr, units) => tr.setNodeAttribute(boundary(tr, units, found.start), 'level', level)]
    },
  },
  { name: 'bold', weight: 3, choose: mark('bold') },
  { name: 'note', weight: 1, choose: mark('note') },
  {
    name: 'link',
    weight: 2,
    choose: (...all) => mark('link', { href: `https://x.test/${all[1].below(3)}` })(...all),
  },
  {
    name: 'move block',
    weight: 5,
    choose(writer, luck) {
      const found = atStart(writer, luck, () => true)
      if (!found) return null
      const { start, units } = found
      const targets = [...startsOf(units), units.length].filter(
        (target) => target !== start && target !== nextStart(units, start),
      )
      return targets.length === 0 ? null : [moveBlock(start, luck.pick(targets))]
    },
  },
  {
    name: 'insert picture',
    weight: 2,
    choose(writer, luck) {
      const found = atStart(writer, luck, () => true)
      const node = typeOf(writer, 'picture').create({ photo: `p${luck.below(9)}` })
      return found && [insertBlock(luck.odds(0.7) ? found.start : found.units.length, node)]
    },
  },
  {
    name: 'insert rule',
    weight: 1,
    choose(writer, luck) {
      const found = atStart(writer, luck, () => true)
      return found && [insertBlock(found.start, typeOf(writer, 'rule').create())]
    },
  },
  {
    name: 'insert block',
    weight: 2,
    choose(writer, luck, fresh) {
      const found = atStart(writer, luck, () => true)
      const text = writer.editor.schema.text(fresh(2))
      const node = typeOf(writer, 'block').create({ kind: luck.pick(KINDS) }, text)
      return found && [insertBlock(luck.odds(0.7) ? found.start : found.units.length, node)]
    },
  },
  {
    name: 'delete block',
    weight: 3,
    choose(writer, luck) {
      const found = atStart(writer, luck, () => true)
      if (
        !found ||
        startsOf(found.units).filter(
          (k) => k !== found.start && isText(found.units[k] ?? { pos: 0, starts: true, node: null }),
        ).length < 1
      )
        return null
      const { start } = found
      return [
        (tr, units) => tr.delete(boundary(tr, units, start), boundary(tr, units, nextStart(units, start))),
      ]
    },
  },
  {
    name: 'hard break',
    weight: 1,
    choose(writer, luck) {
      const gap = anyPlace(standing(writer), luck)
      return gap === null ? null : [insertAt(gap, typeOf(writer, 'hardBreak').create())]
    },
  },
  {
    name: 'paste blocks',
    weight: 2,
    choose(writer, luck, fresh) {
      const gap = anyPlace(standing(writer), luck)
      if (gap === null) return null
      const nodes = KINDS.slice(0, 3).map((kind) =>
        typeOf(writer, 'block').create({ kind }, writer.editor.schema.text(fresh(2))),
      )
      return [
        (tr, units, side) => {
          const pos = posOf(units, gap, side)
          return tr.replace(pos, pos, new Slice(Fragment.from(nodes.map((node) => own(tr, node))), 1, 1))
        },
      ]
    },
  },
  {
    name: 'replace all',
    weight: 1,
    choose(writer, luck, fresh) {
      const units = standing(writer)
      const ranges: [number, number][] = []
      for (let k = 0; k < 3; k++) {
        const found = anyRange(units, luck, 3, false)
        if (found && ranges.every(([from, to]) => found[1] < from || found[0] > to)) ranges.push(found)
      }
      if (ranges.length === 0) return null
      ranges.sort((a, b) => b[0] - a[0])
      const texts = ranges.map(([from]) => writer.editor.schema.text(fresh(2), marksAt(writer, units, from)))
      return [
        (tr, now, side) => {
          ranges.forEach((range, k) => {
            const text = texts[k]
            if (text) replace(...range, [text])(tr, now, side)
          })
          return tr
        },
      ]
    },
  },
]

/** Those that can be made in a text of one line. */
export const LINE_OPERATIONS = PAIR_OPERATIONS.filter(({ name }) =>
  [
    'type',
    'replace',
    'delete range',
    'backspaces',
    'deletes',
    'bold',
    'note',
    'link',
    'replace all',
  ].includes(name),
)
