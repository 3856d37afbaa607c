import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { IdRange } from '../../../src/domain/suggestions/id-ranges.ts'
import { idsIn } from '../../../src/domain/suggestions/id-ranges.ts'
import { RangeBuckets } from '../../../src/domain/suggestions/range-buckets.ts'

type Item = { readonly name: number; readonly ranges: readonly IdRange[] }

const range = fc.tuple(fc.nat(1), fc.nat(200), fc.integer({ min: 1, max: 90 }))
const items = fc
  .array(fc.array(range, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
  .map((all) => all.map((ranges, name): Item => ({ name, ranges })))

/** As looking at each finds. */
const holding = (all: readonly Item[], id: readonly [number, number]): readonly number[] =>
  all.flatMap(({ name, ranges }) =>
    ranges.some(([client, from, length]) => client === id[0] && id[1] >= from && id[1] < from + length)
      ? [name]
      : [],
  )

it('finds what holds a unit, in the order of adding, and how far the same holds', () => {
  fc.assert(
    fc.property(items, fc.nat(5), (all, out) => {
      const buckets = new RangeBuckets<Item>()
      for (const item of all) buckets.add(item, item.ranges)
      const gone = all[out]
      if (gone) buckets.delete(gone, gone.ranges)
      const left = all.filter((item) => item !== gone)
      const wrong: string[] = []
      for (const client of [0, 1, 2]) {
        const expected = Array.from({ length: 300 }, (_, clock) => holding(left, [client, clock]).join())
        expected.forEach((names, clock) => {
          const { items: found, until } = buckets.at([client, clock])
          if (found.map(({ name }) => name).join() !== names || until <= clock)
            wrong.push(`${clock}: ${names}`)
          if (expected.slice(clock, until).some((later) => later !== names)) wrong.push(`until ${until}`)
        })
      }
      expect(wrong).toEqual([])
    }),
    { numRuns: 30 },
  )
})

it('knows which clients something holds units of', () => {
  const buckets = new RangeBuckets<string>()
  buckets.add('a', [[7, 0, 100]])
  buckets.add('b', [
    [7, 50, 1],
    [8, 1, 1],
  ])
  expect([7, 8, 9].map((client) => buckets.hasClient(client))).toEqual([true, true, false])
  buckets.delete('a', [[7, 0, 100]])
  expect(buckets.hasClient(7)).toBe(true)
  buckets.delete('b', [
    [7, 50, 1],
    [8, 1, 1],
  ])
  expect([7, 8].map((client) => buckets.hasClient(client))).toEqual([false, false])
})

it('holds a unit once for one item, even where its ranges lie over each other', () => {
  const buckets = new RangeBuckets<string>()
  buckets.add('a', [
    [1, 0, 5],
    [1, 2, 5],
  ])
  expect(buckets.at([1, 3]).items).toEqual(['a'])
  expect([...idsIn([[1, 0, 7]])].map((id) => buckets.at(id).items.length)).toEqual([1, 1, 1, 1, 1, 1, 1])
})

it('takes out nothing that was never in', () => {
  const buckets = new RangeBuckets<string>()
  buckets.add('a', [[1, 0, 5]])
  buckets.delete('b', [
    [1, 0, 5],
    [2, 0, 5],
  ])
  expect(buckets.at([1, 0]).items).toEqual(['a'])
})
