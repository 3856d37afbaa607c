import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ListPage, ListQuery } from '../../src/backends/backend.ts'
import { Catalogue } from '../../src/backends/catalogue.ts'
import type { DeskTransaction, StoreName } from '../../src/rules/desk-storage.ts'
import { openDatabase, type DeskDatabase } from '../../src/backends/indexed-db-schema.ts'
import { runTransaction } from '../../src/backends/indexed-db-transaction.ts'
import { LIST_STORES, listStories } from '../../src/backends/list-stories.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { rowOf } from '../../src/rules/stored-shapes.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import { recordWith } from '../domain/story-records.ts'
import { NOBODY_COUNTS } from './no-counts.ts'
import { EVERYTHING } from './test-desk.ts'

type Run = <Value>(
  stores: readonly StoreName[],
  mode: 'readonly' | 'strict',
  work: (transaction: DeskTransaction) => Promise<Value>,
) => Promise<Value>

let run: Run
let database: DeskDatabase | null = null
let name: string
beforeEach(() => {
  name = crypto.randomUUID()
})
afterEach(async () => {
  database?.close()
  database = null
  await deleteDB(name)
})

const places: readonly [string, () => Promise<Run>][] = [
  [
    'memory',
    async () => {
      const storage = new MemoryStorage()
      return (stores, mode, work) => storage.run(stores, mode, work)
    },
  ],
  [
    'IndexedDB',
    async () => {
      const opened = await openDatabase(name, {})
      database = opened
      return (stores, mode, work) => runTransaction(opened, stores, mode, work)
    },
  ],
]

/** Stores a story as the desk's number so and so; `change` may damage its row. */
async function put(number: number, record: Partial<StoryRecord> = {}, change: object = {}): Promise<void> {
  const id = `story-${String(number).padStart(4, '0')}`
  const row = rowOf(recordWith({ ...record, id, sequence: number }), -number, 0)
  await run(LIST_STORES, 'strict', async (transaction) => {
    await transaction.put('records', { ...row, ...change })
    await transaction.put('searches', { id, text: `text ${number}` })
    await transaction.put('meta', { name: 'sequence', value: number })
  })
}

const page = (query: Partial<ListQuery>, catalogue = new Catalogue()): Promise<ListPage> =>
  run(LIST_STORES, 'readonly', (transaction) =>
    listStories(transaction, catalogue, { ...EVERYTHING, ...query }),
  )

const numbers = ({ records }: ListPage): readonly number[] => records.map(({ id }) => Number(id.slice(-4)))

/** As through indexes and as from memory: both must agree. */
async function bothWays(query: Partial<ListQuery>): Promise<ListPage> {
  const near = await page(query)
  const catalogue = new Catalogue()
  await page({ search: 'text' }, catalogue)
  expect(catalogue.isLoaded).toBe(true)
  expect(await page(query, catalogue)).toEqual(near)
  return near
}

describe.each(places)('from %s:', (_place, make) => {
  beforeEach(async () => {
    run = await make()
  })

  test('an empty desk has an empty page', async () => {
    expect(await bothWays({})).toEqual({ records: [], total: 0, isMore: false, counts: NOBODY_COUNTS })
  })

  test('pages of several statuses together are the whole, each story once', async () => {
    const statuses = ['draft', 'submitted', 'spiked'] as const
    for (let number = 1; number <= 20; number++)
      await put(number, { status: statuses[number % 3] ?? 'draft' })
    const seen: number[] = []
    for (let offset = 0; offset < 14; offset += 4) {
      const some = await bothWays({ statuses: ['spiked', 'draft'], offset, limit: 4 })
      expect(some.total).toBe(13)
      seen.push(...numbers(some))
    }
    expect(seen).toEqual([20, 18, 17, 15, 14, 12, 11, 9, 8, 6, 5, 3, 2])
    expect((await bothWays({ limit: 1 })).counts).toEqual({
      ...NOBODY_COUNTS,
      draft: 6,
      submitted: 7,
      spiked: 7,
    })
  })

  test('a status that is asked for twice is counted once', async () => {
    await put(1)
    expect(await bothWays({ statuses: ['draft', 'draft'] })).toMatchObject({ total: 1, records: [{}] })
  })

  test('a page may be beyond the end, or of no story', async () => {
    await put(1)
    expect(await bothWays({ offset: 50 })).toMatchObject({ records: [], total: 1 })
    expect(await bothWays({ limit: 0 })).toMatchObject({ records: [], total: 1 })
  })

  test('pages while others write: what moved up is missed by nobody who looks at the top again', async () => {
    for (let number = 1; number <= 6; number++) await put(number)
    const catalogue = new Catalogue()
    expect(numbers(await page({ limit: 3 }, catalogue))).toEqual([6, 5, 4])
    await put(7)
    expect(numbers(await page({ limit: 3, offset: 3 }, catalogue))).toEqual([4, 3, 2])
    expect(numbers(await page({ limit: 3 }, catalogue))).toEqual([7, 6, 5])
    expect((await page({}, catalogue)).total).toBe(7)
  })

  const hurt: readonly [string, object][] = [
    ['no place in the order of changes', { order: undefined }],
    ['no place in the order of creation', { born: undefined }],
    ['places of the wrong kind', { order: {}, born: {} }],
    ['a status that is none', { status: 'lost' }],
  ]
  for (const order of ['changed', 'created'] as const) {
    test.each(hurt)(`by ${order}, a story with %s is in the list and in its count`, async (_what, change) => {
      await put(1)
      await put(2, {}, change)
      await put(3)
      const all = await bothWays({ order })
      expect(all.total).toBe(3)
      expect(numbers(all).toSorted((a, b) => a - b)).toEqual([1, 2, 3])
      expect(numbers(all)[0]).toBe(3)
    })
  }

  test('far down, the desk is read whole, and the page is the same', async () => {
    for (let number = 1; number <= 12; number++) await put(number)
    const catalogue = new Catalogue()
    expect(numbers(await page({ offset: 10, limit: 391 }, catalogue))).toEqual([2, 1])
    expect(catalogue.isLoaded).toBe(true)
    const near = new Catalogue()
    expect(numbers(await page({ offset: 10, limit: 390 }, near))).toEqual([2, 1])
    expect(near.isLoaded).toBe(false)
  })
})
