import type { Transaction } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { changedRanges } from '../../../src/editor/binding/changed-ranges.ts'
import { findMoves } from '../../../src/editor/binding/find-moves.ts'
import { stateOf } from '../documents.ts'

const take = (tr: Transaction, index: number, to: number): Transaction => {
  const node = tr.doc.child(index)
  let pos = 0
  for (let k = 0; k < index; k++) pos += tr.doc.child(k).nodeSize
  tr.delete(pos, pos + node.nodeSize)
  let target = 0
  for (let k = 0; k < to; k++) target += tr.doc.child(k).nodeSize
  return tr.insert(target, node)
}

/** One block a row; each of "a" to "d" and "" has its own size, so that a position names it. */
const ROWS = ['a', 'bb', '[p]', '', 'dddd']

/** "bb 3>6": what moved, from where to where; "=" before it where it stays. */
function moved(change: (tr: Transaction) => Transaction, rows = ROWS): readonly string[] {
  const { doc, tr } = stateOf(rows)
  change(tr)
  return findMoves(doc, tr.doc, changedRanges([tr])).map(({ from, to, size, stays }) => {
    const node = doc.nodeAt(from)
    expect([tr.doc.nodeAt(to), node?.nodeSize]).toEqual([node, size])
    return `${stays ? '=' : ''}${node?.isTextblock ? node.textContent : '[p]'} ${from}>${to}`
  })
}

it.each<readonly [string, (tr: Transaction) => Transaction, readonly string[]]>([
  ['typing', (tr) => tr.insertText('x', 1), []],
  ['a deleted block', (tr) => tr.delete(3, 7), []],
  ['the first to the end', (tr) => take(tr, 0, 4), ['a 0>13']],
  ['the last to the top', (tr) => take(tr, 4, 0), ['dddd 10>0']],
  ['a picture upwards', (tr) => take(tr, 2, 0), ['[p] 7>0']],
  ['an empty block', (tr) => take(tr, 3, 1), [' 8>3']],
  ['one past another', (tr) => take(tr, 0, 1), ['a 0>4']],
  [
    'two, one after the other',
    (tr) => take(take(tr, 0, 4), 0, 4),
    // Both of them went, in their order.
    ['a 0>9', 'bb 3>12'],
  ],
  ['one and back again', (tr) => take(take(tr, 0, 4), 4, 0), []],
  [
    'one that was changed on its way is another block',
    (tr) => {
      take(tr, 0, 4)
      return tr.insertText('!', 14)
    },
    [],
  ],
  [
    'a copy is none',
    (tr) => {
      const first = tr.doc.child(0)
      tr.delete(0, 3)
      return tr.insert(tr.doc.content.size, first.type.create(first.attrs, first.content))
    },
    [],
  ],
  [
    'one node put in twice moves once',
    (tr) => {
      const first = tr.doc.child(0)
      return tr.delete(0, 3).insert(tr.doc.content.size, [first, first])
    },
    ['a 0>13'],
  ],
])('%s', (_, change, expected) => {
  expect(moved(change)).toEqual(expected)
})

it('names the blocks that stay within a range from which another went', () => {
  const swapped = moved((tr) => {
    const [a, b, p] = [tr.doc.child(0), tr.doc.child(1), tr.doc.child(2)]
    return tr.replaceWith(0, 8, [b, p, a])
  })
  expect(swapped).toEqual(['=bb 3>0', '=[p] 7>4', 'a 0>5'])
})

it('names none of those that stay where nothing went', () => {
  const kept = moved((tr) => {
    const [a, b, p] = [tr.doc.child(0), tr.doc.child(1), tr.doc.child(2)]
    return tr.replaceWith(0, 8, [a, tr.doc.type.schema.node('rule'), b, p])
  })
  expect(kept).toEqual([])
})
