import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../../../src/domain/compare/common-runs.ts'
import { commonRuns } from '../../../src/domain/compare/common-runs.ts'

const runsOf = (a: string, b: string): readonly Run[] =>
  commonRuns(
    Int32Array.from(a, (character) => character.codePointAt(0) ?? 0),
    Int32Array.from(b, (character) => character.codePointAt(0) ?? 0),
  )

const cases: readonly [a: string, b: string, runs: readonly Run[]][] = [
  ['', '', []],
  ['abc', '', []],
  ['', 'abc', []],
  ['abc', 'xyz', []],
  ['abc', 'abc', [[0, 0, 3]]],
  [
    'abcd',
    'abxd',
    [
      [0, 0, 2],
      [3, 3, 1],
    ],
  ],
  ['bcd', 'abcde', [[0, 1, 3]]],
  [
    'abxcd',
    'abcd',
    [
      [0, 0, 2],
      [3, 2, 2],
    ],
  ],
  ['abcxyz', 'xyzabc', [[3, 0, 3]]],
]
test.each(cases)('%o and %o', (a, b, runs) => expect(runsOf(a, b)).toEqual(runs))

/** The longest common length, by the table that takes (a × b) steps. */
function longest(a: readonly number[], b: readonly number[]): number {
  let row = b.map(() => 0)
  for (const own of a) {
    const above = row
    row = []
    for (const [index, other] of b.entries()) {
      row.push(own === other ? (above[index - 1] ?? 0) + 1 : Math.max(above[index] ?? 0, row[index - 1] ?? 0))
    }
  }
  return row.at(-1) ?? 0
}

function expectRuns(a: readonly number[], b: readonly number[], runs: readonly Run[]): void {
  let [x, y] = [0, 0]
  const wrong = runs.filter(([from, other, length]) => {
    const equal = a.slice(from, from + length).every((one, k) => one === b[other + k])
    const inOrder = from >= x && other >= y && length > 0
    ;[x, y] = [from + length, other + length]
    return !(equal && inOrder)
  })
  expect(wrong).toEqual([])
}

describe('any two sequences', () => {
  const sequence = fc.array(fc.nat(4), { maxLength: 60 })

  test('runs are common, in order, and as long as can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const runs = commonRuns(Int32Array.from(a), Int32Array.from(b))
        expectRuns(a, b, runs)
        expect(runs.reduce((sum, [, , length]) => sum + length, 0)).toBe(longest(a, b))
      }),
      { numRuns: 500 },
    )
  })

  test('past the limit they are still common and in order, and long sequences come to an end', () => {
    const long = (seed: number): readonly number[] => {
      let state = seed
      return Array.from({ length: 15_000 }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return Math.floor(state / 2 ** 27)
      })
    }
    for (const [a, b] of [
      [long(1), long(2)],
      [long(1), long(1).toReversed()],
    ] as const) {
      const runs = commonRuns(Int32Array.from(a), Int32Array.from(b))
      expectRuns(a, b, runs)
      expect(runs.length).toBeGreaterThan(500)
    }
  })
})
