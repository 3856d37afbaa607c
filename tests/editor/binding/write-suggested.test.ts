import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { EditPlan, TextOperation } from '../../../src/editor/binding/edit-plan.ts'
import { writeSuggested } from '../../../src/editor/binding/write-suggested.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { body, drawn } from '../../domain/suggestions/reviewed.ts'
import { storyWith } from './suggesting.ts'
import { start, units } from './texts.ts'

const PLAN: EditPlan = {
  operations: [],
  pending: [],
  kept: new Map(),
  fields: [],
  order: null,
  redraw: false,
}
const insert = (at: number, words: string, range = 0): TextOperation => ({
  type: 'insert',
  at,
  units: units(words),
  plain: false,
  range,
})
const bold = (at: number, count: number): TextOperation => ({
  type: 'format',
  at,
  count,
  change: { bold: true },
  was: {},
})

const headAt = (text: Y.Text, number: number): Y.Map<unknown> => {
  const heads = (text.toDelta() as { insert: unknown }[]).flatMap(({ insert: value }) =>
    value instanceof Y.Map ? [value as Y.Map<unknown>] : [],
  )
  const found = heads[number]
  if (!found) throw new Error('no head')
  return found
}

/** Writes plans of "¶abcd" and "¶efgh" one after the other, each with its own suggestion at first: "part1", "part2". */
function write(...plans: readonly (Partial<EditPlan> | ((text: Y.Text) => Partial<EditPlan>))[]) {
  const doc = storyWith('abcd', 'efgh')
  const text = doc.getText('body')
  let ids = 0
  const suggester = new Suggester(doc, { by: 'ann', now: () => '', newId: () => `new${(ids += 1)}` })
  const results = plans.map((plan, k) =>
    doc.transact(() => {
      const whole = { ...PLAN, ...(typeof plan === 'function' ? plan(text) : plan) }
      return writeSuggested(text, whole, suggester, { part: `part${k + 1}`, whole: false })
    }),
  )
  const open = openSuggestions(doc).map(({ id, before, after, what }) => [id, before, after, what])
  return { doc, text, suggester, results, open }
}

describe('a plan as suggestions', () => {
  it('words in and out of one range are one', () => {
    const { doc, open } = write({ operations: [insert(3, 'XY')], pending: [{ at: 2, count: 1, range: 0 }] })
    expect([drawn(doc), open]).toEqual(['¶a[-b][+XY]cd¶efgh', [['part1', 'b', 'XY', '']]])
  })

  it('another range is another suggestion, unless all of it is one', () => {
    const operations = [insert(1, 'X'), insert(8, 'Y', 1)]
    expect(write({ operations }).open).toEqual([
      ['part1', '', 'X', ''],
      ['new1', '', 'Y', ''],
    ])
    const doc = storyWith('abcd', 'efgh')
    const text = doc.getText('body')
    const suggester = new Suggester(doc, { by: 'ann', now: () => '', newId: () => 'new' })
    doc.transact(() => writeSuggested(text, { ...PLAN, operations }, suggester, { part: 'one', whole: true }))
    expect(openSuggestions(doc).map(({ id, after }) => [id, after])).toEqual([['one', 'XY']])
  })

  it('another range goes on with the suggestion that is beside it', () => {
    const { open } = write(
      { operations: [insert(8, 'Y')] },
      { operations: [insert(1, 'X'), insert(9, 'Z', 1)] },
    )
    expect(open).toEqual([
      ['part2', '', 'X', ''],
      ['part1', '', 'YZ', ''],
    ])
  })

  it('formats and kinds of an edit belong together, and to its words where there are some', () => {
    const alone = write((text) => ({
      operations: [bold(1, 2)],
      fields: [{ head: headAt(text, 1), change: { kind: 'quote' } }],
    }))
    expect(alone.open).toEqual([['new1', 'abefgh', 'abefgh', 'Bold. Quote instead of paragraph']])
    const beside = write({ operations: [insert(5, 'X'), bold(1, 2)] })
    expect(beside.open).toEqual([['part1', '', 'X', 'Bold']])
  })

  it('says where each range’s insertion ends', () => {
    const { text, results } = write({ operations: [insert(1, 'XY'), insert(8, 'Z', 1)] })
    expect(results[0]?.ends).toEqual(
      new Map([
        [0, idAt(text, 2)],
        [1, idAt(text, 10)],
      ]),
    )
  })

  it('says whether the text holds something else than the document shows', () => {
    const differs = (...plans: readonly Partial<EditPlan>[]) => write(...plans).results.at(-1)?.differs
    expect(differs({ operations: [insert(1, 'X')] })).toBe(false)
    expect(differs({ operations: [bold(1, 2)] })).toBe(false)
    expect(differs({ pending: [{ at: 1, count: 1, range: 0 }] })).toBe(true)
    expect(differs({ pending: [{ at: 1, count: 1, range: 0 }] }, { operations: [bold(1, 2)] })).toBe(true)
  })

  it('new blocks, and places of blocks, are suggested', () => {
    const { doc, results, text } = write({
      operations: [{ type: 'insert', at: 3, units: [start], plain: false, range: 0 }],
    })
    expect([drawn(doc), results[0]?.made.size]).toEqual(['¶ab[+¶]cd¶efgh', 1])
    doc.transact(() =>
      results[0]?.writeKey(headAt(text, 2), 'place', JSON.stringify({ after: 'top', rank: 1 })),
    )
    expect(drawn(doc)).toBe('[~¶]efgh¶ab[+¶]cd')
  })
})

describe('the kind of a block whose start is struck', () => {
  const strike = { pending: [{ at: 5, count: 1, range: 0 }] }
  const quote = (number: number) => (text: Y.Text) => ({
    fields: [{ head: headAt(text, number), change: { kind: 'quote' } }],
  })

  it('is the kind of the block that it will be part of', () => {
    const { doc, results } = write(strike, quote(1))
    expect([drawn(doc), body(doc), results[1]?.differs]).toEqual([
      '[~¶]abcd[-¶]efgh',
      ['quote: abcdefgh'],
      true,
    ])
  })

  it('is nobody’s where there is none, or only a picture', () => {
    const first = write({ pending: [{ at: 0, count: 1, range: 0 }] }, quote(0))
    expect(drawn(first.doc)).toBe('[-¶]abcd¶efgh')
    const behind = write((text) => {
      text.insertEmbed(5, new Y.Map([['atom', 'rule']]), {})
      return { pending: [{ at: 6, count: 1, range: 0 }] }
    }, quote(2))
    expect(drawn(behind.doc)).toBe('¶abcd¶[-¶]efgh')
  })
})
