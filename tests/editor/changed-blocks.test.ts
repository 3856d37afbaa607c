import type { Transaction } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedBlocks } from '../../src/editor/changed-blocks.ts'
import { bodySchema, stateOf } from './documents.ts'

// Blocks from 0 to 4, 4 to 5 (a rule), 5 to 7 (empty), 7 to 12.
const ROWS = ['ab', '---', '', 'c\u{1F600}']
const paragraph = bodySchema.node('block', null, bodySchema.text('x'))

describe('the blocks that a change touched', () => {
  test.each<readonly [string, (tr: Transaction) => Transaction, readonly (readonly [number, number])[]]>([
    ['none', (tr) => tr, []],
    ['typing in the first', (tr) => tr.insertText('x', 1), [[0, 5]]],
    ['typing in the last', (tr) => tr.insertText('x', 11), [[7, 13]]],
    ['typing in an empty one', (tr) => tr.insertText('x', 6), [[5, 8]]],
    ['half a block', (tr) => tr.delete(9, 11), [[7, 10]]],
    [
      'the first and the last',
      (tr) => tr.insertText('x', 11).insertText('y', 1),
      [
        [0, 5],
        [8, 14],
      ],
    ],
    ['one block twice', (tr) => tr.insertText('x', 1).insertText('y', 4), [[0, 6]]],
    ['a split: both halves', (tr) => tr.split(2), [[0, 6]]],
    ['a join', (tr) => tr.delete(4, 5).join(4), [[0, 4]]],
    ['a rule gone: what stands around it', (tr) => tr.delete(4, 5), [[0, 6]]],
    ['a block before the first', (tr) => tr.insert(0, paragraph), [[0, 7]]],
    ['a block after the last', (tr) => tr.insert(12, paragraph), [[7, 15]]],
    ['all of them', (tr) => tr.replaceWith(0, 12, paragraph), [[0, 3]]],
    ['a mark changes no place', (tr) => tr.addMark(1, 3, bodySchema.mark('bold')), []],
  ])('%s', (_, change, expected) => {
    expect(changedBlocks(change(stateOf(ROWS).tr)).map(({ from, to }) => [from, to])).toEqual(expected)
  })

  test('whatever is done, they come in order, are whole, and everything else is as it was', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, (given) => {
        const state = stateOf([...ROWS, 'def', '[p]', 'g'])
        const { tr } = state
        for (const [at, length, typing] of given) {
          const from = at % (tr.doc.content.size + 1)
          if (typing && tr.doc.resolve(from).depth > 0) tr.insertText('xy', from)
          else tr.delete(from, Math.min(from + length, tr.doc.content.size))
        }
        const ranges = changedBlocks(tr)
        const old = new Set(state.doc.content.content)
        tr.doc.forEach((node, pos) => {
          const within = ranges.some(({ from, to }) => pos >= from && pos + node.nodeSize <= to)
          expect(within || old.has(node)).toBe(true)
        })
        ranges.forEach(({ from, to }, index) => {
          expect(from).toBeGreaterThan(ranges[index - 1]?.to ?? -1)
          expect([tr.doc.resolve(from).depth, tr.doc.resolve(to).depth]).toEqual([0, 0])
        })
      }),
    )
  })
})
