import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskTransaction, StoryRow } from '../../src/rules/desk-storage.ts'
import { type DeskDatabase, EVERY_STORE, openDatabase } from '../../src/backends/indexed-db-schema.ts'
import { runTransaction } from '../../src/backends/indexed-db-transaction.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { rowOf } from '../../src/rules/stored-shapes.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import type { Status } from '../../src/domain/story-record.ts'
import { recordWith } from '../domain/story-records.ts'
import { onPut } from './on-put.ts'

let name: string
let database: DeskDatabase
beforeEach(async () => {
  name = crypto.randomUUID()
  database = await openDatabase(name, {})
})
afterEach(async () => {
  database.close()
  await deleteDB(name)
})

const run = <Value>(work: (transaction: DeskTransaction) => Promise<Value>) =>
  runTransaction(database, EVERY_STORE, 'strict', work)
const row = (id: string, sequence: number, status: Status = 'draft', unsummarised: 0 | 1 = 0): StoryRow =>
  rowOf(recordWith({ id, sequence, status }), sequence - 100, unsummarised)
const update = (story: string, epoch: number, byte: number) => ({
  story,
  epoch,
  update: new Uint8Array([byte]),
})

/** Fills a desk and asks everything that can be asked. */
async function everything(transaction: DeskTransaction): Promise<object> {
  const rows = [row('c', 1, 'spiked'), row('a', 5, 'draft', 1), row('d', 3), row('b', 4, 'submitted', 1)]
  for (const each of rows) await transaction.put('records', each)
  await transaction.put('records', row('a', 6, 'draft', 1))
  const keys: number[] = []
  for (const [story, epoch] of [
    ['a', 1],
    ['b', 1],
    ['a', 2],
    ['a', 1],
    ['ab', 1],
  ] as const)
    keys.push(await transaction.addUpdate(update(story, epoch, keys.length)))
  await transaction.deleteUpdates(keys.slice(1, 2))
  const by = { id: 'rita', name: 'Rita', role: 'reporter' } as const
  for (const [story, sequence] of [
    ['a', 12],
    ['b', 2],
    ['a', 3],
  ] as const)
    await transaction.put('events', {
      story,
      sequence,
      at: '',
      by,
      type: 'spike',
      note: '',
      from: null,
      to: 'draft',
      told: [],
    })
  for (const [sequence, person] of [
    [3, 'rita'],
    [12, 'rita'],
    [7, 'rita'],
    [20, 'otto'],
  ] as const) {
    const key = `${sequence}/${person}`
    const notice = {
      story: 'a',
      headline: '',
      slug: '',
      kind: 'approved',
      by,
      at: '',
      note: '',
      read: false,
    } as const
    await transaction.put('notices', { ...notice, key, person, sequence, order: -sequence })
  }
  for (const [sequence, story] of [
    [9, 'a'],
    [2, 'a'],
    [4, 'b'],
    [5, 'a'],
  ] as const) {
    const edit = {
      story,
      epoch: 1,
      by: 'rita',
      at: '',
      base: BLANK_CONTENT,
      content: BLANK_CONTENT,
      comments: [],
    }
    await transaction.put('late', { ...edit, key: `late-${sequence}`, sequence, update: new Uint8Array() })
  }
  await transaction.remove('late', 'late-5')
  await transaction.remove('late', 'unheard of')
  const ids = (found: readonly unknown[]): readonly string[] => found.map((each) => (each as StoryRow).id)
  return {
    changed: ids(await transaction.firstStories('changed', null, 3)),
    created: ids(await transaction.firstStories('created', null, 9)),
    drafts: ids(await transaction.firstStories('changed', 'draft', 9)),
    spiked: ids(await transaction.firstStories('created', 'spiked', 9)),
    none: ids(await transaction.firstStories('changed', null, 0)),
    since: ids(await transaction.storiesSince(3)).toSorted(),
    counts: await transaction.countStories(),
    behind: [...(await transaction.unsummarised())].toSorted(),
    next: ids(await transaction.next('records', 'a', 2)),
    all: (await transaction.all('records')).length,
    missing: await transaction.get('people', 'nobody'),
    after: await transaction.updatesAfter('a', 1, keys[0] ?? 0),
    updates: await transaction.allUpdates('a'),
    verdicts: (await transaction.ofStory('verdicts', 'a')).length,
    notices: (await transaction.noticesOf('rita', 2)).map((notice) => (notice as { key: string }).key),
    noNotices: [await transaction.noticesOf('nobody', 2), await transaction.noticesOf('rita', 0)],
    late: (await transaction.ofStory('late', 'a')).map((edit) => (edit as { key: string }).key),
    events: (await transaction.ofStory('events', 'a')).map(
      (event) => (event as { sequence: number }).sequence,
    ),
  }
}

test('IndexedDB answers every question as memory does', async () => {
  const answers = await run(everything)
  expect(await new MemoryStorage().run(EVERY_STORE, 'strict', everything)).toEqual(answers)
  expect(answers).toMatchObject({
    changed: ['a', 'b', 'd'],
    drafts: ['a', 'd'],
    since: ['a', 'b'],
    behind: ['a', 'b'],
    next: ['b', 'c'],
    events: [3, 12],
    verdicts: 0,
    notices: ['12/rita', '7/rita'],
    noNotices: [[], []],
    late: ['late-2', 'late-9'],
  })
})

test('work that fails takes all of it back, and says what it failed of', async () => {
  const failed = run(async (transaction) => {
    await transaction.put('records', row('a', 1))
    await transaction.addUpdate(update('a', 1, 1))
    throw new Error('a bug')
  })
  await expect(failed).rejects.toThrow('a bug')
  expect([await database.count('records'), await database.count('updates')]).toEqual([0, 0])
})

test('a write that the database refuses takes back those before it', async () => {
  const failed = run(async (transaction) => {
    await transaction.put('records', row('a', 1))
    await transaction.put('people', { name: 'without an id' } as never)
  })
  await expect(failed).rejects.toMatchObject({ name: 'DataError' })
  expect(await database.count('records')).toBe(0)
})

test('a transaction that is broken off says that, whatever else is asked of it', async () => {
  let stop = (): void => {}
  const broken = run(async (transaction) => {
    await transaction.put('records', row('a', 1))
    stop = onPut((store) => store.transaction.abort())
    await Promise.all(['b', 'c', 'd'].map((id) => transaction.put('records', row(id, 2))))
  })
  await expect(broken).rejects.toMatchObject({ name: 'AbortError' })
  stop()
  expect(await database.count('records')).toBe(0)
})

test('a closed database is told apart, so that it can be opened again', async () => {
  database.close()
  await expect(run((transaction) => transaction.all('people'))).rejects.toMatchObject({
    name: 'InvalidStateError',
  })
})

test('two that count at the same moment count one after the other', async () => {
  const count = () =>
    run(async (transaction) => {
      const kept = (await transaction.get('meta', 'sequence')) as { value: number } | undefined
      await transaction.put('meta', { name: 'sequence', value: (kept?.value ?? 0) + 1 })
    })
  await Promise.all(Array.from({ length: 20 }, count))
  expect(await database.get('meta', 'sequence')).toEqual({ name: 'sequence', value: 20 })
})
