import { Fragment } from '@tiptap/pm/model'
import { Slice } from '@tiptap/pm/model'
import { standing } from './standing.ts'
import type { Edit, PairOperation } from './pair-choices.ts'
import {
  KINDS,
  anyPlace,
  anyRange,
  atStart,
  boundary,
  insertAt,
  insertBlock,
  isPlace,
  isText,
  mark,
  marksAt,
  moveBlock,
  nextStart,
  own,
  posOf,
  replace,
  startsOf,
  typeOf,
} from './pair-choices.ts'

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
