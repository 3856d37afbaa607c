import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TextOperation } from '../../../src/editor/binding/edit-plan.ts'
import { remove } from '../../../src/domain/remove-units.ts'
import { INK, writePlan } from '../../../src/editor/binding/write-plan.ts'
import type { Unit } from '../../../src/editor/binding/units.ts'
import type { Part } from './texts.ts'
import { paragraph, start, textOf, units, written } from './texts.ts'

const write = (text: Y.Text, ...operations: readonly TextOperation[]) =>
  text.doc?.transact(() =>
    writePlan(text, { operations, pending: [], kept: new Map(), fields: [], order: null, redraw: false }),
  )

const insert = (at: number, given: readonly Unit[], plain = false): TextOperation => ({
  type: 'insert',
  at,
  units: given,
  plain,
  range: 0,
})
const take = (at: number, count: number): TextOperation => ({ type: 'delete', at, count })
const format = (at: number, count: number, change: object): TextOperation => ({
  type: 'format',
  at,
  count,
  change: { ...change },
  was: {},
})

const bold = { bold: true }

const CASES: readonly (readonly [string, readonly Part[], readonly TextOperation[], string])[] = [
  ['into an empty text', [], [insert(0, [start, ...units('ab')])], '¶ab'],
  ['at the very end', [paragraph, 'ab'], [insert(3, units('c'), true)], '¶abc'],
  ['an emoji whole', [paragraph, 'ab'], [insert(2, units('\u{1F600}'), true)], '¶a\u{1F600}b'],
  ['right-to-left words', [paragraph], [insert(1, units('שלום'))], '¶שלום'],
  ['a break', [paragraph, 'ab'], [insert(2, [{ embed: { br: 1 }, attributes: {} }])], '¶a⏎b'],
  [
    'a picture',
    [paragraph, 'ab'],
    [insert(3, [{ head: 'atom', fields: { atom: 'picture', photo: 'p' } }])],
    '¶ab■',
  ],
  [
    'each run of a format at once',
    [paragraph],
    [insert(1, [...units('a'), ...units('bc', bold), ...units('d')])],
    '¶a<bold>bc</>d',
  ],
  // Without its attributes said, what is put behind bold words would be bold.
  ['plain words behind bold ones', [paragraph, ['ab', bold]], [insert(3, units('c'))], '¶<bold>ab</>c'],
  [
    'plain words between bold and plain ones',
    [paragraph, ['ab', bold], 'd'],
    [insert(3, units('c'))],
    '¶<bold>ab</>cd',
  ],
  [
    'plain words before bold ones, behind plain ones',
    [paragraph, 'a', ['b', bold]],
    [insert(2, units('x'), true)],
    '¶ax<bold>b</>',
  ],
  ['bold words behind bold ones', [paragraph, ['a', bold]], [insert(2, units('b', bold))], '¶<bold>ab</>'],
  [
    'a start among bold words is not bold',
    [paragraph, ['ab', bold]],
    [insert(2, [start])],
    '¶<bold>a</>¶<bold>b</>',
  ],
  ['a deletion', [paragraph, 'abcd'], [take(2, 2)], '¶ad'],
  ['several, none of which moves another', [paragraph, 'abcd'], [take(1, 1), insert(5, units('!'))], '¶bcd!'],
  [
    'one in place of another, at the same index',
    [paragraph, 'abc'],
    [insert(2, units('X'), true), take(2, 1)],
    '¶aXc',
  ],
  [
    'two at one index, in the order in which they are given',
    [paragraph, 'ab'],
    [insert(2, units('1'), true), insert(2, units('2'), true)],
    '¶a12b',
  ],
  ['a format', [paragraph, 'abcd'], [format(2, 2, bold)], '¶a<bold>bc</>d'],
  [
    'a format taken off',
    [paragraph, ['abcd', bold]],
    [format(2, 2, { bold: null })],
    '¶<bold>a</>bc<bold>d</>',
  ],
  [
    'a format and a deletion beside it',
    [paragraph, 'abcd'],
    [format(1, 2, bold), take(3, 1)],
    '¶<bold>ab</>d',
  ],
]

describe('writing', () => {
  it.each(CASES)('%s', (_, parts, operations, expected) => {
    const text = textOf(...parts)
    write(text, ...operations)
    expect(written(text)).toBe(expected)
  })

  it('gives the heads that it made, by their units', () => {
    const text = textOf(paragraph, 'ab')
    const quote: Unit = { head: 'start', fields: { kind: 'quote', level: 0, by: { name: 'x' } } }
    const made = write(text, insert(3, [quote, ...units('c')]))
    expect(made?.get(quote)?.toJSON()).toEqual({ kind: 'quote', level: 0, by: { name: 'x' } })
    expect(made?.size).toBe(1)
  })

  it('what is left of a text is what stands in it, whatever is cut out', () => {
    const words = 'ab\u{1F600}cשd'
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const text = textOf(words)
        if (to > from) write(text, take(from, to - from))
        expect(text.length).toBe(7 - (to - from))
      }),
    )
  })
})

it('taking words away leaves the end of the format before them, whatever others write in it meanwhile', () => {
  const first = textOf('abcdef')
  first.format(0, 5, bold)
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [here, there]) if (first.doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc))
  there.getText('body').insert(1, 'x')
  const text = here.getText('body')
  here.transact(() => remove(text, 3, 2))
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(written(text)).toBe('<bold>axbc</>f')
})

it('fields are set, and removed where they are null', () => {
  const text = textOf({ kind: 'bullet', level: 2, by: 'x' })
  const [{ insert: head }] = text.toDelta() as [{ insert: Y.Map<unknown> }]
  INK.setKeys(head, { kind: 'paragraph', level: null, deep: [1] })
  expect(head.toJSON()).toEqual({ kind: 'paragraph', by: 'x', deep: [1] })
})

it('two people who write into the same place at once lose nothing', () => {
  const one = textOf(paragraph, 'ab')
  const doc = new Y.Doc()
  doc.clientID = 8
  if (one.doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.doc))
  const other = doc.getText('body')
  write(one, insert(2, units('\u{1F600}'), true), take(2, 1))
  write(other, insert(2, units('XY'), true), take(1, 1))
  if (one.doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.doc))
  expect(written(other)).toMatch(/^¶(?:\u{1F600}XY|XY\u{1F600})$/u)
})
