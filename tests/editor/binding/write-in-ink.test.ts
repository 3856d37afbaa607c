import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { EditPlan, TextOperation } from '../../../src/editor/binding/edit-plan.ts'
import { noteEnd, writeInInk } from '../../../src/editor/binding/write-in-ink.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import type { UnitId } from '../../../src/domain/yjs-items.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { reviewer, storyOf } from '../../domain/suggestions/reviewed.ts'
import { paragraph, textOf, units, written } from './texts.ts'

type Insert = Extract<TextOperation, { type: 'insert' }>
const PLAN: EditPlan = {
  operations: [],
  pending: [],
  kept: new Map(),
  fields: [],
  order: null,
  redraw: false,
}
const insert = (at: number, words: string, range = 0): Insert => ({
  type: 'insert',
  at,
  units: units(words),
  plain: false,
  range,
})

describe('an edit for good', () => {
  it('is written at once, and nothing of it is a suggestion', () => {
    const text = textOf(paragraph, 'abcd')
    const operations: readonly TextOperation[] = [
      insert(2, 'XY'),
      { type: 'delete', at: 3, count: 1 },
      { type: 'format', at: 4, count: 1, change: { bold: true }, was: {} },
    ]
    const result = text.doc?.transact(() => writeInInk(text, { ...PLAN, operations }))
    expect([written(text), result?.differs, text.doc?.getMap('origins').size]).toEqual([
      '¶aXYb<bold>d</>',
      false,
      0,
    ])
    expect(openSuggestions(text.doc ?? new Y.Doc())).toEqual([])
  })

  it('parts from what the same client suggested before', () => {
    const doc = storyOf('abcd')
    const ann = reviewer(doc)
    ann.insert('X', 'b')
    doc.transact(() => writeInInk(ann.text, { ...PLAN, operations: [insert(3, 'plain')] }))
    const index = suggestionIndex(doc)
    const stateAt = (at: number) => index.stateOf(idAt(ann.text, at) ?? [0, 0])?.inserted ?? null
    expect([2, 3, 7, 8].map(stateAt)).toEqual(['ann1', null, null, null])
    // Facts are written only for a change.
    expect(Object.keys(doc.getMap('origins').toJSON())).toHaveLength(3)
  })

  it('sets and takes away keys of heads', () => {
    const text = textOf({ kind: 'quote', level: 1 }, 'abcd')
    const result = text.doc?.transact(() => writeInInk(text, PLAN))
    const head = (text.toDelta() as { insert: Y.Map<unknown> }[])[0]?.insert
    if (!head) throw new Error('no head')
    text.doc?.transact(() => {
      result?.writeKey(head, 'place', '{"after":"top","rank":1}')
      result?.writeKey(head, 'level', null)
    })
    expect(head.toJSON()).toEqual({ kind: 'quote', place: '{"after":"top","rank":1}' })
  })
})

it('where the insertions of a range end is where the one furthest back does', () => {
  const text = textOf(paragraph, 'abcdef')
  const ends = new Map<number, UnitId>()
  // Written last place first.
  noteEnd(ends, text, insert(4, 'de'))
  noteEnd(ends, text, insert(1, 'a'))
  noteEnd(ends, text, insert(2, 'b', 1))
  expect(ends).toEqual(
    new Map([
      [0, idAt(text, 5)],
      [1, idAt(text, 2)],
    ]),
  )
  noteEnd(ends, text, insert(99, 'x', 2))
  expect(ends.has(2)).toBe(false)
})
