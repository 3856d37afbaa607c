import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replaceBlocks, syncBlocks } from '../../../src/editor/binding/sync-blocks.ts'
import { rowsOf, stateOf } from '../documents.ts'

const nodesOf = (rows: readonly string[]): readonly Node[] => stateOf(rows).doc.content.content

/** What a change to these rows replaces: [from, to, size of what comes], one a step, in the order of the steps. */
function steps(before: readonly string[], after: readonly string[]) {
  const state = stateOf(before)
  const { tr } = state
  syncBlocks(tr, nodesOf(after))
  const next = state.apply(tr)
  next.doc.check()
  expect(next.doc.toJSON()).toEqual(stateOf(after).doc.toJSON())
  return tr.steps.map((step) => {
    const { stepType, from, to, slice, pos, attr } = step.toJSON() as Record<string, unknown>
    if (stepType === 'attr') return [attr, pos]
    const size = ((slice as { content?: readonly unknown[] } | undefined)?.content ?? []).length
    return [from, to, size === 0 ? 'gone' : 'put']
  })
}

describe('bringing a document to other blocks', () => {
  it.each<readonly [string, readonly string[], readonly string[], readonly unknown[]]>([
    ['nothing to do', ['a', '[p]', ''], ['a', '[p]', ''], []],
    ['a letter more', ['abc', 'def'], ['abxc', 'def'], [[3, 3, 'put']]],
    ['a letter less', ['abc', 'def'], ['abc', 'df'], [[7, 8, 'gone']]],
    ['one of two equal letters', ['aab'], ['ab'], [[2, 3, 'gone']]],
    ['an emoji', ['a\u{1F600}b'], ['ab'], [[2, 4, 'gone']]],
    ['words of the other direction', ['שלום'], ['שלום לך'], [[5, 5, 'put']]],
    ['another kind', ['a', 'b'], ['a', '> b'], [['kind', 3]]],
    [
      'kind and level',
      ['a'],
      ['  - a'],
      [
        ['kind', 0],
        ['level', 0],
      ],
    ],
    ['a block before the first', ['b'], ['a', 'b'], [[0, 0, 'put']]],
    ['a block after the last', ['a'], ['a', ''], [[3, 3, 'put']]],
    ['the first goes', ['a', 'b'], ['b'], [[0, 3, 'gone']]],
    ['the last goes', ['a', '[p]'], ['a'], [[3, 4, 'gone']]],
    [
      'two places, the later one first',
      ['a', 'b', 'c', 'd'],
      ['a!', 'b', 'c', 'd!'],
      [
        [11, 11, 'put'],
        [2, 2, 'put'],
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(steps(before, after)).toEqual(expected)
  })

  it('moves as few blocks as it can, so that what stays keeps its place on the page', () => {
    const before = stateOf(['a', 'bbb', 'cc', 'd'])
    const { tr } = before
    syncBlocks(tr, nodesOf(['bbb', 'cc', 'd', 'a']))
    expect([1, 2, 3].map((index) => tr.doc.child(index - 1) === before.doc.child(index))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('pairs equal blocks in the order in which they come', () => {
    const before = stateOf(['x', '', 'x', ''])
    const { tr } = before
    syncBlocks(tr, nodesOf(['x', '', 'new', 'x', '']))
    expect(tr.steps).toHaveLength(1)
    expect(tr.doc.child(4)).toBe(before.doc.child(3))
  })

  it('any blocks become any others', () => {
    const row = fc.constantFrom(
      '',
      'a',
      'ab',
      'aab',
      '## a',
      '- a',
      '  - a',
      '---',
      '[p]',
      '[q]',
      'a⏎b',
      '\u{1F600}',
    )
    const body = fc.array(row, { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(body, body, (before, after) => {
        steps(before, after)
      }),
    )
  })
})

describe('replacing whole blocks', () => {
  it('keeps a caret behind the letters that came', () => {
    const state = stateOf(['one tw|o', 'end'])
    const { tr } = state
    replaceBlocks(tr, 0, 9, nodesOf(['One two']))
    expect(rowsOf(state.apply(tr))).toEqual(['One tw|o', 'end'])
  })

  it('changes the photo of a picture without taking the picture out', () => {
    const { tr } = stateOf(['a', '[p]', 'b'])
    replaceBlocks(tr, 3, 4, nodesOf(['[q]']))
    expect(tr.steps.map((step) => (step.toJSON() as { stepType: string }).stepType)).toEqual(['attr'])
  })

  it('takes text for a rule, and a rule for text', () => {
    const state = stateOf(['a', '---', 'b'])
    const { tr } = state
    replaceBlocks(tr, 3, 4, nodesOf(['x', 'y']))
    replaceBlocks(tr, 0, 3, nodesOf(['---']))
    expect(rowsOf(state.apply(tr)).map((row) => row.replaceAll('|', ''))).toEqual(['---', 'x', 'y', 'b'])
  })
})
