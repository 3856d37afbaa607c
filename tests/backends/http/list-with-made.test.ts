import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { ListQuery } from '../../../src/backends/backend.ts'
import { asListed, listWithMade } from '../../../src/backends/http/list-with-made.ts'
import type { StoryRecord } from '../../../src/domain/story-record.ts'
import { countByStatus, matching } from '../../../src/rules/list-query.ts'
import { newRecord } from '../../../src/rules/new-record.ts'
import { contentOf, EVERYTHING, REPORTER } from '../test-desk.ts'

const recordOf = (headline: string, sequence: number): StoryRecord =>
  newRecord(
    { id: v7(), content: contentOf(headline), source: null },
    REPORTER,
    sequence,
    '2026-11-24T12:00:00Z',
  )

/** A server that has these. */
function serverOf(records: readonly StoryRecord[]) {
  const asked: ListQuery[] = []
  return {
    asked,
    list: async (query: ListQuery) => {
      asked.push(query)
      const listed = records.map(asListed)
      const found = matching(listed, query).map(({ record }) => record)
      return {
        ok: true as const,
        value: {
          records: found.slice(query.offset, query.offset + query.limit),
          total: found.length,
          isMore: false,
          counts: countByStatus(listed),
        },
      }
    },
  }
}

test('read page by page, whatever their size, it is what is made here and then what the server has, each once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('ant', 'bee'), { maxLength: 4 }),
      fc.array(fc.constantFrom('ant', 'bee'), { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('', 'ant'),
      async (own, theirs, limit, search) => {
        const made = own.map((headline) => recordOf(headline, 0))
        const there = theirs.map((headline, index) => recordOf(headline, index + 1))
        const { list } = serverOf(there)
        const expected = [...made, ...there].filter(({ summary }) => summary.headline.includes(search))
        const read: StoryRecord[] = []
        for (let offset = 0; offset <= expected.length; offset += limit) {
          const page = await listWithMade(made, { ...EVERYTHING, search, offset, limit }, list)
          if (!page.ok) throw new Error('refused')
          expect(page.value.records.length).toBeLessThanOrEqual(limit)
          expect(page.value.total).toBe(expected.length)
          expect(page.value.counts.draft).toBe(made.length + there.length)
          read.push(...page.value.records)
        }
        expect(read).toEqual(expected)
      },
    ),
  )
})

test('one that the server has by now stands there once', async () => {
  const one = recordOf('one', 0)
  const { list } = serverOf([{ ...one, sequence: 4 }, recordOf('two', 3)])
  const page = await listWithMade([one], EVERYTHING, list)
  expect(page.ok && page.value.records.map(({ summary }) => summary.headline)).toEqual(['one', 'two'])
})

test('where nothing is made here the server is asked as it is, and what it refuses is refused', async () => {
  const { asked, list } = serverOf([])
  await listWithMade([], { ...EVERYTHING, offset: 7 }, list)
  expect(asked).toEqual([{ ...EVERYTHING, offset: 7 }])
  const refusal = { ok: false as const, reason: 'storage' as const, message: 'no' }
  expect(await listWithMade([recordOf('one', 0)], EVERYTHING, async () => refusal)).toBe(refusal)
})
