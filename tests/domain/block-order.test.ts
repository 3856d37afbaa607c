import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlaceChange, PlacedRun, RunPlace } from '../../src/domain/block-order.ts'
import { orderRuns, placements, TOP } from '../../src/domain/block-order.ts'

const runs = (...places: (RunPlace | null)[]): PlacedRun[] =>
  places.map((place, index) => ({ id: [1, index], place }))
const after = (run: number, rank = 1): RunPlace => ({ after: run, rank })

const CASES: readonly [string, PlacedRun[], number[]][] = [
  ['nothing', [], []],
  ['no places: as they lie', runs(null, null, null), [0, 1, 2]],
  ['moved down', runs(after(2), null, null), [1, 2, 0]],
  ['moved to the top', runs(null, null, after(TOP)), [2, 0, 1]],
  ['the newest of two comes first', runs(null, null, after(0, 1), after(0, 2)), [0, 3, 2, 1]],
  ['a placed run takes those below it along', runs(after(2), after(0), null), [2, 0, 1]],
  ['two runs, each after the other', runs(after(1), after(0), null), [0, 1, 2]],
  ['a circle of three', runs(null, after(3), after(1), after(2)), [0, 1, 2, 3]],
  ['after itself', runs(null, after(1)), [0, 1]],
  ['after nothing that there is', runs(null, after(7), after(-3), after(0.5)), [0, 1, 2, 3]],
  ['a rank that is no number', runs(null, after(0, Number.NaN), after(0, 1)), [0, 2, 1]],
]

describe('orderRuns', () => {
  it.each(CASES)('%s', (_, given, order) => {
    expect(orderRuns(given)).toEqual(order)
  })

  it('breaks ties by id, wherever the runs lie', () => {
    const a: PlacedRun = { id: [2, 0], place: after(2) }
    const b: PlacedRun = { id: [1, 9], place: after(2) }
    const target: PlacedRun = { id: [1, 0], place: null }
    expect(orderRuns([a, b, target])).toEqual([2, 1, 0])
    expect(orderRuns([b, a, target])).toEqual([2, 0, 1])
  })
})

const garbage = fc.oneof(
  fc.integer({ min: -2, max: 14 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, 1e300),
)
const anyPlace = fc.option(fc.record({ after: garbage, rank: garbage }), { nil: null })
const sanePlace = fc.option(
  fc.record({ after: fc.integer({ min: -1, max: 11 }), rank: fc.integer({ min: 0, max: 5 }) }),
  { nil: null, freq: 2 },
)
const anyRuns = (place: fc.Arbitrary<RunPlace | null>): fc.Arbitrary<PlacedRun[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4 }), place), { maxLength: 12 })
    .map((rows) => rows.map(([client, place], clock) => ({ id: [client, clock] as const, place })))

const isPermutation = (order: readonly number[], length: number): boolean =>
  order.length === length && new Set(order).size === length && order.every((run) => run >= 0 && run < length)

function apply(given: readonly PlacedRun[], changes: readonly PlaceChange[]): PlacedRun[] {
  const out = [...given]
  for (const { run, place } of changes) {
    const old = out[run]
    if (old) out[run] = { id: old.id, place }
  }
  return out
}

describe('properties', () => {
  it('any places at all give a permutation', () => {
    fc.assert(
      fc.property(anyRuns(anyPlace), (given) => isPermutation(orderRuns(given), given.length)),
      { numRuns: 2000 },
    )
  })

  it('placements give exactly the order wanted, from any places', () => {
    const cases = anyRuns(fc.oneof(sanePlace, anyPlace)).chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.keys()], { minLength: given.length }),
        fc.subarray([...given.keys()]),
      ),
    )
    fc.assert(
      fc.property(cases, ([given, desired, moved]) => {
        expect(orderRuns(apply(given, placements(given, desired, moved)))).toEqual(desired)
      }),
      { numRuns: 3000 },
    )
  })

  it('one block moved among unplaced ones is one key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat(), (length, from, to) => {
        const given = runs(...Array.from({ length }, () => null))
        const run = from % length
        const desired = [...given.keys()].filter((other) => other !== run)
        desired.splice(to % length, 0, run)
        expect(placements(given, desired, [run]).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('writes nothing where the order is right already', () => {
    fc.assert(fc.property(anyRuns(sanePlace), (given) => placements(given, orderRuns(given)).length === 0))
  })
})
