import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IdRange } from '../../../src/domain/suggestions/id-ranges.ts'
import {
  idsIn,
  joinRanges,
  rangesOf,
  readRanges,
  uniteRanges,
  withoutRanges,
} from '../../../src/domain/suggestions/id-ranges.ts'
import type { UnitId } from '../../../src/domain/yjs-items.ts'

const range = fc.tuple(fc.nat(2), fc.nat(20), fc.integer({ min: 1, max: 6 }))
const ranges = fc.array(range, { maxLength: 8 })
const listed = (rows: readonly IdRange[]): readonly string[] => Array.from(idsIn(rows), String)

describe('ranges of ids', () => {
  it.each<readonly [string, readonly UnitId[], readonly IdRange[]]>([
    ['none', [], []],
    ['one', [[1, 5]], [[1, 5, 1]]],
    [
      'in a row',
      [
        [1, 5],
        [1, 6],
        [1, 7],
      ],
      [[1, 5, 3]],
    ],
    [
      'with a gap',
      [
        [1, 5],
        [1, 7],
      ],
      [
        [1, 5, 1],
        [1, 7, 1],
      ],
    ],
    [
      'of two clients',
      [
        [1, 5],
        [2, 6],
      ],
      [
        [1, 5, 1],
        [2, 6, 1],
      ],
    ],
    [
      'backwards, which is another order',
      [
        [1, 6],
        [1, 5],
      ],
      [
        [1, 6, 1],
        [1, 5, 1],
      ],
    ],
    [
      'twice',
      [
        [1, 5],
        [1, 5],
      ],
      [
        [1, 5, 1],
        [1, 5, 1],
      ],
    ],
  ])('%s', (_, ids, expected) => {
    expect(rangesOf(ids)).toEqual(expected)
  })

  it('name the same ids in the same order, and are as few as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(9))), (ids) => {
        const made = rangesOf(ids)
        expect([...idsIn(made)]).toEqual(ids)
        expect(joinRanges(made)).toEqual(made)
      }),
    )
  })

  it('joined are the same ids in the same order', () => {
    fc.assert(
      fc.property(ranges, (rows) => {
        expect(listed(joinRanges(rows))).toEqual(listed(rows))
      }),
    )
  })

  it('united are the same set, each id once, however it was cut', () => {
    fc.assert(
      fc.property(ranges, (rows) => {
        const united = uniteRanges(rows)
        expect(listed(united)).toHaveLength(new Set(listed(rows)).size)
        expect(new Set(listed(united))).toEqual(new Set(listed(rows)))
        expect(uniteRanges(rangesOf([...idsIn(rows)].reverse()))).toEqual(united)
      }),
    )
  })

  it('without others are what is left, in its order', () => {
    fc.assert(
      fc.property(ranges, ranges, (rows, gone) => {
        const out = new Set(listed(gone))
        expect(listed(withoutRanges(rows, gone))).toEqual(listed(rows).filter((id) => !out.has(id)))
      }),
    )
  })
})

describe('reading ranges', () => {
  it.each<readonly [string, unknown, readonly IdRange[]]>([
    ['nothing', undefined, []],
    ['words', '1,2,3', []],
    ['a row', [[1, 2, 3]], [[1, 2, 3]]],
    ['rows that are none among some', [1, null, [1, 2], ['1', 2, 3], [1, 2, 3]], [[1, 2, 3]]],
    ['no length', [[1, 2, 0]], []],
    [
      'a negative',
      [
        [1, -2, 3],
        [-1, 2, 3],
        [1, 2, -3],
      ],
      [],
    ],
    [
      'fractions',
      [
        [1, 2, 0.5],
        [1.5, 2, 1],
      ],
      [],
    ],
    [
      'not a number',
      [
        [Number.NaN, 2, 3],
        [1, Number.POSITIVE_INFINITY, 3],
      ],
      [],
    ],
    [
      'more units than any story has',
      [
        [1, 0, 2 ** 31],
        [1, 0, Number.MAX_SAFE_INTEGER],
      ],
      [],
    ],
    ['more than three parts', [[1, 2, 3, 4]], [[1, 2, 3]]],
  ])('%s', (_, value, expected) => {
    expect(readRanges(value)).toEqual(expected)
  })

  it('never throws, and gives only ranges', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const row of readRanges(value)) expect(row.every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})
