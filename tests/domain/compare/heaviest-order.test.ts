import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heaviestOrder } from '../../../src/domain/compare/heaviest-order.ts'

type Row = readonly [after: number, weight: number]
const staying = (rows: readonly Row[]): readonly number[] =>
  heaviestOrder(rows.map(([after, weight], before) => ({ before, after, weight }))).flatMap((stays, index) =>
    stays ? [index] : [],
  )

const cases: readonly [what: string, rows: readonly Row[], stay: readonly number[]][] = [
  ['nothing', [], []],
  [
    'in order',
    [
      [0, 1],
      [3, 1],
      [9, 1],
    ],
    [0, 1, 2],
  ],
  [
    'one moved down',
    [
      [2, 1],
      [0, 1],
      [1, 1],
    ],
    [1, 2],
  ],
  [
    'one heavy moved down: the light ones moved up',
    [
      [2, 5],
      [0, 1],
      [1, 1],
    ],
    [0],
  ],
  [
    'reversed',
    [
      [2, 1],
      [1, 3],
      [0, 1],
    ],
    [1],
  ],
]
test.each(cases)('%s', (_what, rows, stay) => expect(staying(rows)).toEqual(stay))

test('nothing heavier could stay', () => {
  const rows = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.tuple(
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, k) => k),
        { minLength: size },
      ),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
    ),
  )
  fc.assert(
    fc.property(rows, ([places, weights]) => {
      const all = places.map((after, index): Row => [after, weights[index] ?? 1])
      const weigh = (own: readonly number[]): number =>
        own.reduce((sum, index) => sum + (weights[index] ?? 0), 0)
      const grows = (own: readonly number[]): boolean =>
        own.every((index, k) => k === 0 || (places[own[k - 1] ?? 0] ?? 0) < (places[index] ?? 0))
      let best = 0
      for (let set = 0; set < 2 ** all.length; set++) {
        const own = all.flatMap((_, index) => (Math.floor(set / 2 ** index) % 2 === 1 ? [index] : []))
        if (grows(own)) best = Math.max(best, weigh(own))
      }
      expect(grows(staying(all))).toBe(true)
      expect(weigh(staying(all))).toBe(best)
    }),
  )
})
