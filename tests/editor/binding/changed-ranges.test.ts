// @vitest-environment jsdom
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedRanges } from '../../../src/editor/binding/changed-ranges.ts'
import { openWriter, docFrom, bodyUpdate, paragraphs } from './writer.ts'

const writer = openWriter(docFrom(bodyUpdate(paragraphs('abcd', 'efgh', 'ijkl')), 5))
const { doc, schema } = { doc: writer.editor.state.doc, schema: writer.editor.schema }
const begin = (): Transaction => EditorState.create({ doc, schema }).tr
const bold = schema.marks['bold']?.create()

const CASES: readonly [string, (tr: Transaction) => Transaction, [number, number, number, number][]][] = [
  ['nothing', (tr) => tr, []],
  ['typing', (tr) => tr.insertText('xy', 3), [[3, 3, 3, 5]]],
  ['typing on is one range', (tr) => tr.insertText('x', 3).insertText('y', 4), [[3, 3, 3, 5]]],
  [
    'two places',
    (tr) => tr.insertText('x', 3).insertText('y', 9),
    [
      [3, 3, 3, 4],
      [8, 8, 9, 10],
    ],
  ],
  [
    'the later place first',
    (tr) => tr.insertText('y', 8).insertText('x', 3),
    [
      [3, 3, 3, 4],
      [8, 8, 9, 10],
    ],
  ],
  ['typed and deleted again', (tr) => tr.insertText('xy', 3).delete(3, 5), [[3, 3, 3, 3]]],
  ['deleted around what was typed', (tr) => tr.insertText('xy', 3).delete(2, 6), [[2, 4, 2, 2]]],
  ['a mark', (tr) => (bold ? tr.addMark(2, 4, bold) : tr), [[2, 4, 2, 4]]],
  ['an attribute', (tr) => tr.setNodeAttribute(6, 'kind', 'quote'), [[6, 7, 6, 7]]],
  [
    'a move',
    (tr) => tr.delete(0, 6).insert(12, doc.child(0)),
    [
      [0, 6, 0, 0],
      [18, 18, 12, 18],
    ],
  ],
]

describe('changedRanges', () => {
  it.each(CASES)('%s', (_, change, expected) => {
    const ranges = changedRanges([change(begin())])
    expect(ranges.map(({ oldFrom, oldTo, newFrom, newTo }) => [oldFrom, oldTo, newFrom, newTo])).toEqual(
      expected,
    )
  })

  it('goes through several transactions as if they were one', () => {
    const first = begin().insertText('xy', 3)
    const second = EditorState.create({ doc: first.doc, schema }).tr.insertText('z', 5)
    expect(changedRanges([first, second])).toEqual([{ oldFrom: 3, oldTo: 3, newFrom: 3, newTo: 6 }])
  })

  it('what lies between the ranges is the same in both documents', () => {
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (edits) => {
        let tr = begin()
        for (const [a, b, insert] of edits) {
          const size = tr.doc.content.size
          const [from, to] = [a % (size + 1), Math.min(size, (a % (size + 1)) + (b % 4))]
          const inText = tr.doc.resolve(from).depth > 0
          tr = insert && inText ? tr.insertText('xy', from) : tr.delete(from, to)
        }
        let [old, next] = [0, 0]
        for (const range of [
          ...changedRanges([tr]),
          { oldFrom: doc.content.size, newFrom: tr.doc.content.size, oldTo: 0, newTo: 0 },
        ]) {
          expect(range.oldFrom - old).toBe(range.newFrom - next)
          expect(tokens(doc, old, range.oldFrom)).toBe(tokens(tr.doc, next, range.newFrom))
          old = range.oldTo
          next = range.newTo
        }
      }),
    )
  })
})

const tokens = (from: Node, start: number, end: number): string => from.textBetween(start, end, '¶')
