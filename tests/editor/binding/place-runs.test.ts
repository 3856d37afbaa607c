import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { placeRuns } from '../../../src/editor/binding/place-runs.ts'
import type { RunRef } from '../../../src/editor/binding/edit-plan.ts'
import { renderBody } from '../../../src/editor/binding/render-text.ts'
import type { Unit } from '../../../src/editor/binding/units.ts'
import { writePlan } from '../../../src/editor/binding/write-plan.ts'
import type { WriteKey } from '../../../src/domain/place-blocks.ts'
import { displayOrder } from '../../../src/domain/text-layout.ts'
import { textRuns } from '../../../src/domain/text-runs.ts'
import { bodySchema } from '../documents.ts'
import { paragraph, start, textOf, units, written } from './texts.ts'

const five = (): Y.Text =>
  textOf(paragraph, 'a', paragraph, 'b', paragraph, { atom: 'rule' }, paragraph, '\u{1F600}')

const shown = (text: Y.Text): string =>
  renderBody(bodySchema, text)
    .nodes.map((node) => (node.isTextblock ? node.textContent || '·' : '-'))
    .join('')

/** Places the runs of a text that shows them as `displayOrder` says. */
function order(text: Y.Text, runs: readonly RunRef[], moved: readonly number[] = []): void {
  const lying = textRuns(text)
  const ids = displayOrder(text, lying).map((run) => lying[run]?.id)
  text.doc?.transact(() => placeRuns(text, { runs, moved }, ids, new Map(), write))
}
const write: WriteKey = (head, name, value) => {
  if (value === null) head.delete(name)
  else head.set(name, value)
}
const refs = (...numbers: readonly number[]): readonly RunRef[] =>
  numbers.map((number) => ({ shown: number }))
const placed = (text: Y.Text): number =>
  textRuns(text).filter(({ head }) => head?.has('place') === true).length

describe('placing runs', () => {
  it.each([
    ['as they lie', [0, 1, 2, 3, 4], [], 'ab·-\u{1F600}', 0],
    ['the first to the end', [1, 2, 3, 4, 0], [0], 'b·-\u{1F600}a', 1],
    ['the last to the top', [4, 0, 1, 2, 3], [4], '\u{1F600}ab·-', 1],
    ['the rule past an empty block', [0, 1, 3, 2, 4], [3], 'ab-·\u{1F600}', 1],
    ['all about', [4, 3, 2, 1, 0], [4, 3, 2, 1], '\u{1F600}-·ba', 4],
  ])('%s', (_, runs, moved, expected, places) => {
    const text = five()
    order(text, refs(...runs), moved)
    expect([shown(text), placed(text)]).toEqual([expected, places])
  })

  it('writes nothing of the characters', () => {
    const text = five()
    const before = written(text)
    order(text, refs(4, 0, 1, 2, 3), [4])
    expect([written(text), text.length]).toEqual([before, 9])
  })

  it('goes on from how they are shown, not from how they lie', () => {
    const text = five()
    order(text, refs(1, 2, 3, 4, 0), [0])
    order(text, refs(4, 0, 1, 2, 3), [4])
    expect(shown(text)).toBe('ab·-\u{1F600}')
  })

  it('puts a run that the document does not know behind the one it lies behind', () => {
    const text = five()
    order(text, refs(4, 0, 2, 3), [4])
    expect(shown(text)).toBe('\u{1F600}ab·-')
  })

  it('leaves out what is said twice, or is not there', () => {
    const text = five()
    order(text, refs(1, 0, 1, 9, 2, 3, 4), [1, 9])
    expect(shown(text)).toBe('ba·-\u{1F600}')
  })

  it('places what was just made beside what was moved', () => {
    const text = five()
    const runs = textRuns(text)
    const ids = runs.map(({ id }) => id)
    const fresh: Unit = { ...start }
    text.doc?.transact(() => {
      const operations = [
        { type: 'insert' as const, at: 0, units: [fresh, ...units('new')], plain: false, range: 0 },
      ]
      const made = writePlan(text, {
        operations,
        pending: [],
        kept: new Map(),
        fields: [],
        order: null,
        redraw: false,
      })
      placeRuns(
        text,
        { runs: [...refs(0, 1, 2), { made: fresh }, ...refs(3, 4)], moved: [] },
        ids,
        made,
        write,
      )
    })
    expect(shown(text)).toBe('ab·new-\u{1F600}')
  })

  it('any order can be had, and from there any other', () => {
    const any = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(any, any, (first, second) => {
        const text = five()
        const signs = ['a', 'b', '·', '-', '\u{1F600}']
        order(text, refs(...first))
        const once = first.map((run) => signs[run] ?? '')
        expect(shown(text)).toBe(once.join(''))
        order(text, refs(...second))
        expect(shown(text)).toBe(second.map((run) => once[run]).join(''))
      }),
    )
  })
})
