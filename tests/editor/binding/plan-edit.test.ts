import type { Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedRanges } from '../../../src/editor/binding/changed-ranges.ts'
import type { EditPlan, TextOperation } from '../../../src/editor/binding/edit-plan.ts'
import { findMoves } from '../../../src/editor/binding/find-moves.ts'
import { planEdit } from '../../../src/editor/binding/plan-edit.ts'
import { indexMap } from '../../../src/editor/binding/positions.ts'
import { renderBody } from '../../../src/editor/binding/render-text.ts'
import type { Unit } from '../../../src/editor/binding/units.ts'
import { writePlan } from '../../../src/editor/binding/write-plan.ts'
import { bodySchema } from '../documents.ts'
import type { Part } from './texts.ts'
import { paragraph, textOf } from './texts.ts'

const sign = (unit: Unit): string => {
  if ('char' in unit) return unit.char
  return 'embed' in unit ? '⏎' : unit.head === 'atom' ? '■' : '¶'
}

function row(operation: TextOperation): string {
  if (operation.type === 'delete') return `${operation.at} -${operation.count}`
  if (operation.type === 'format')
    return `${operation.at} ${JSON.stringify(operation.change)} ${operation.count}`
  return `${operation.at} +${operation.units.map(sign).join('')}`
}

/** Plans an edit of a text, writes it, and sees to it that the text then shows what the editor does. */
function plan(parts: readonly Part[], change: (tr: Transaction) => Transaction): EditPlan {
  const text = textOf(...parts)
  const before = bodySchema.topNodeType.create(null, [...renderBody(bodySchema, text).nodes])
  const { tr } = EditorState.create({ doc: before })
  change(tr)
  const ranges = changedRanges([tr])
  const moves = findMoves(before, tr.doc, ranges)
  const ordered = moves.length > 0
  const order = ordered ? Array.from({ length: before.childCount }, (_, index) => index) : null
  const map = indexMap(before, order)
  const made = planEdit({ text, before, after: tr.doc, ranges, moves, map, ordered, ...never })
  // Moved runs are placed by another part.
  if (ordered) return made
  text.doc?.transact(() => writePlan(text, made))
  const after = bodySchema.topNodeType.create(null, [...renderBody(bodySchema, text).nodes])
  expect(after.toJSON()).toEqual(tr.doc.toJSON())
  return made
}

const never = { suggesting: false, staysDeleted: () => false, isStruck: () => false }
const bold = { bold: true }
// ¶ab ¶quote: cd ■ ¶⏎e: positions 0 to 14.
const BODY: readonly Part[] = [
  paragraph,
  'ab',
  { kind: 'quote' },
  'cd',
  { atom: 'rule' },
  paragraph,
  null,
  ['e', bold],
]

const CASES: readonly (readonly [string, (tr: Transaction) => Transaction, readonly string[]])[] = [
  ['nothing', (tr) => tr, []],
  ['a letter behind plain ones', (tr) => tr.insertText('x', 2), ['2 +x']],
  ['a letter first of all', (tr) => tr.insertText('x', 1), ['1 +x']],
  ['an emoji last', (tr) => tr.insertText('\u{1F600}', 12), ['10 +\u{1F600}']],
  ['letters in two places', (tr) => tr.insertText('x', 2).insertText('y', 7), ['2 +x', '5 +y']],
  ['a deleted letter', (tr) => tr.delete(1, 2), ['1 -1']],
  ['one letter for another', (tr) => tr.insertText('x', 2, 3), ['2 +x', '2 -1']],
  ['all words of a block', (tr) => tr.delete(5, 7), ['4 -2']],
  ['bold on', (tr) => tr.addMark(1, 3, bodySchema.mark('bold')), ['1 {"bold":true} 2']],
  ['bold off', (tr) => tr.removeMark(9, 12), ['9 {"bold":null} 1']],
  [
    'bold over two blocks leaves the starts alone',
    (tr) => tr.addMark(2, 6, bodySchema.mark('bold')),
    ['2 {"bold":true} 1', '4 {"bold":true} 1'],
  ],
  ['a split', (tr) => tr.split(2), ['2 +¶']],
  ['a split at the start', (tr) => tr.split(1), ['1 +¶']],
  ['a join', (tr) => tr.join(4), ['3 -1']],
  ['a selection over two blocks', (tr) => tr.delete(2, 6), ['2 -3']],
  ['the rule goes', (tr) => tr.delete(8, 9), ['6 -1']],
  ['the first block goes', (tr) => tr.delete(0, 4), ['0 -3']],
  ['a picture comes', (tr) => tr.insert(0, bodySchema.node('picture', { photo: 'p' })), ['0 +■']],
  ['a break in the middle', (tr) => tr.replaceWith(2, 2, bodySchema.node('hardBreak')), ['2 +⏎']],
]

describe('what an edit changes in the text', () => {
  it.each(CASES)('%s', (_, change, expected) => {
    const { operations, fields, order, redraw } = plan(BODY, change)
    expect(operations.map(row)).toEqual(expected)
    expect([fields, order, redraw]).toEqual([[], null, false])
  })

  it.each<readonly [string, (tr: Transaction) => Transaction, readonly object[]]>([
    ['a kind is one key', (tr) => tr.setNodeAttribute(0, 'kind', 'heading2'), [{ kind: 'heading2' }]],
    [
      'kind and level are two',
      (tr) => tr.setNodeAttribute(4, 'kind', 'bullet').setNodeAttribute(4, 'level', 2),
      [{ kind: 'bullet', level: 2 }],
    ],
    ['a level that was none stays unsaid', (tr) => tr.setNodeAttribute(0, 'level', 0), []],
    [
      'a level set and taken back',
      (tr) => tr.setNodeAttribute(0, 'level', 1).setNodeAttribute(0, 'level', 0),
      [],
    ],
    ['a rule that becomes wide', (tr) => tr.setNodeAttribute(8, 'extra', { wide: true }), [{ wide: true }]],
  ])('%s', (_, change, expected) => {
    const { operations, fields } = plan(BODY, change)
    expect([operations, fields.map((field) => field.change)]).toEqual([[], expected])
  })

  it('says when what is put in stands behind plain words: only then may formats go unsaid', () => {
    const plainness = (at: number): readonly boolean[] =>
      plan(BODY, (tr) => tr.insertText('x', at)).operations.map((each) => 'plain' in each && each.plain)
    expect([plainness(3), plainness(1), plainness(12)]).toEqual([[true], [false], [false]])
  })

  it('knows a moved block, and writes none of its words anew', () => {
    const { operations, order } = plan(BODY, (tr) => {
      const first = tr.doc.child(0)
      return tr.delete(0, 4).insert(tr.doc.content.size, first)
    })
    expect(operations).toEqual([])
    expect(order).toEqual({ runs: [1, 2, 3, 0].map((shown) => ({ shown })), moved: [0] })
  })

  it('leaves a copied seam out, and says that the editor shows too much', () => {
    const made = plan([paragraph, 'ab'], (tr) => tr)
    expect(made.redraw).toBe(false)
    const text = textOf(paragraph, 'ab')
    const before = bodySchema.topNodeType.create(null, [...renderBody(bodySchema, text).nodes])
    const tr = EditorState.create({ doc: before }).tr.insert(2, [
      bodySchema.node('seam'),
      bodySchema.text('x'),
    ])
    const ranges = changedRanges([tr])
    const map = indexMap(before, null)
    const { operations, redraw } = planEdit({
      text,
      before,
      after: tr.doc,
      ranges,
      moves: [],
      map,
      ordered: false,
      ...never,
    })
    expect([operations.map(row), redraw]).toEqual([['2 +x'], true])
  })
})

it('any row of edits leaves the text showing what the editor shows', () => {
  const edit = fc.record({
    what: fc.constantFrom('type', 'delete', 'split', 'mark', 'kind', 'rule'),
    at: fc.nat(40),
    length: fc.nat(6),
  })
  const one = (tr: Transaction, { what, at, length }: { what: string; at: number; length: number }): void => {
    const { size } = tr.doc.content
    const from = at % (size + 1)
    const to = Math.min(size, from + length)
    const $from = tr.doc.resolve(from)
    if (what === 'delete') tr.delete(from, to)
    if (what === 'mark') tr.addMark(from, to, bodySchema.mark('bold'))
    if (what === 'rule') tr.insert($from.depth > 0 ? $from.after() : from, bodySchema.node('rule'))
    if ($from.depth === 0) return
    if (what === 'type') tr.insertText('x\u{1F600}', from)
    if (what === 'split') tr.split(from)
    if (what === 'kind') tr.setNodeAttribute($from.before(), 'kind', length > 3 ? 'bullet' : 'quote')
  }
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      plan(BODY, (tr) => {
        for (const each of edits) one(tr, each)
        return tr
      })
    }),
  )
})
