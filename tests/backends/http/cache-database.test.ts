import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'

// A browser whose storage hangs: nobody waits for it for ever.

const PATIENCE = 5000

let name: string
let database: CacheDatabase
beforeEach(() => {
  name = crypto.randomUUID()
  database = new CacheDatabase(name)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  await database.close()
})

const answers = (): Promise<number> =>
  database.run(['answers'], 'readonly', (transaction) => transaction.objectStore('answers').count())
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
}
/** How a promise ends, when it does. */
const endOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => error,
  )

test('a transaction that does not end is given up, and nothing of it is stored', async () => {
  await answers()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let ended: unknown = null
  void endOf(
    database.run(['answers'], 'relaxed', async (transaction) => {
      const store = transaction.objectStore('answers')
      await store.put({ path: '/a', value: 1, at: 1 })
      for (;;) await store.count()
    }),
  ).then((end) => {
    ended = end
  })
  await settle()
  vi.advanceTimersByTime(PATIENCE - 1)
  await settle()
  expect(ended).toBeNull()
  vi.advanceTimersByTime(1)
  await settle()
  expect(ended).toHaveProperty('trouble.message', expect.stringContaining('copy'))
  expect(await answers()).toBe(0)
})

test('what never answers is given up, though there is no transaction left to end', async () => {
  await answers()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let ended: unknown = null
  void endOf(database.run(['answers'], 'relaxed', () => new Promise(() => {}))).then((end) => {
    ended = end
  })
  await settle()
  vi.advanceTimersByTime(PATIENCE)
  await settle()
  expect(ended).toHaveProperty('trouble')
})

test('one that ends in time leaves no timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  expect(await answers()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a database that can’t be opened now is given up, and opened when it can', async () => {
  await answers()
  await database.close()
  const other = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
  })
  // It waits for the other one, and whoever opens it then waits for this.
  const deleting = indexedDB.deleteDatabase(name)
  const gone = new Promise((resolve) => {
    deleting.onsuccess = resolve
  })
  await settle()
  database = new CacheDatabase(name)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const opened = endOf(answers())
  await settle()
  vi.advanceTimersByTime(PATIENCE)
  expect(await opened).toHaveProperty('trouble')
  other.close()
  await gone
  expect(await answers()).toBe(0)
})

test('one that was closed by the browser is opened again, and one that was closed here is not', async () => {
  await answers()
  // The browser closes what stands in the way of a deletion.
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  expect(await answers()).toBe(0)
  await database.close()
  expect(await endOf(answers())).toHaveProperty('trouble.cause', 'missing')
})

test('without IndexedDB it says so, at once', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await endOf(answers())).toHaveProperty('trouble.cause', 'missing')
})

test('one of before stories could be made offline keeps all that it has, and takes those', async () => {
  const old = await openDB(name, 1, {
    upgrade(made) {
      made.createObjectStore('meta', { keyPath: 'name' })
      made.createObjectStore('answers', { keyPath: 'path' }).createIndex('at', 'at')
      made.createObjectStore('records', { keyPath: 'id' })
      made.createObjectStore('stories', { keyPath: 'id' }).createIndex('at', 'at')
      made.createObjectStore('pictures', { keyPath: 'hash' }).createIndex('at', 'at')
      made.createObjectStore('outbox', { keyPath: 'key' }).createIndex('person', 'person')
      made.createObjectStore('uploads', { keyPath: 'key' }).createIndex('person', 'person')
      made.createObjectStore('late', { keyPath: 'key' }).createIndex('story', 'story')
    },
  })
  const word = {
    key: 1,
    person: 'rita',
    story: 's',
    epoch: 1,
    tab: 't',
    client: 1,
    update: new Uint8Array([0, 0]),
    changes: 1,
  }
  await old.put('outbox', word)
  old.close()
  const kept = await database.run(['outbox', 'creations'], 'readonly', async (transaction) => [
    await transaction.objectStore('outbox').index('person').getAll('rita'),
    await transaction.objectStore('creations').index('person').getAll('rita'),
  ])
  expect(kept).toEqual([[word], []])
})
