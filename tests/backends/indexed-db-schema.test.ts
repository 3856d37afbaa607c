import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeskDatabase } from '../../src/backends/indexed-db-schema.ts'
import { DATABASE_VERSION, EVERY_STORE, openDatabase } from '../../src/backends/indexed-db-schema.ts'
import { REPORTER, until } from './test-desk.ts'

let name: string
const open: { close(): void }[] = []
beforeEach(() => {
  name = crypto.randomUUID()
})
afterEach(async () => {
  vi.unstubAllGlobals()
  for (const database of open.splice(0)) database.close()
  await deleteDB(name)
})

async function opened(callbacks: Parameters<typeof openDatabase>[1] = {}): Promise<DeskDatabase> {
  const database = await openDatabase(name, callbacks)
  open.push(database)
  return database
}

test('a new database has every store, and opened again it has what was put in', async () => {
  const database = await opened()
  expect(database.version).toBe(DATABASE_VERSION)
  expect([...database.objectStoreNames].toSorted()).toEqual([...EVERY_STORE].toSorted())
  await database.put('people', REPORTER)
  database.close()
  expect(await (await opened()).getAll('people')).toEqual([REPORTER])
})

test('keys of updates count up, and none is given twice', async () => {
  const database = await opened()
  const row = { story: 'a', epoch: 1, update: new Uint8Array([1]) }
  const first = await database.add('updates', row)
  await database.delete('updates', first)
  expect(await database.add('updates', row)).toBeGreaterThan(first)
})

test('two tabs have the same database open at once', async () => {
  const [one, two] = [await opened(), await opened()]
  await one.put('people', REPORTER)
  expect(await two.get('people', REPORTER.id)).toEqual(REPORTER)
})

test('a database of a newer Stet is not opened, and not changed', async () => {
  const newer = await openDB(name, 99)
  newer.close()
  await expect(openDatabase(name, {})).rejects.toMatchObject({ name: 'VersionError' })
  const still = await openDB(name)
  open.push(still)
  expect([still.version, still.objectStoreNames.length]).toEqual([99, 0])
})

test('whoever has it open is told when a newer Stet wants it, and that one is told to wait', async () => {
  const told: string[] = []
  const old = await opened({ blocking: () => told.push('blocking') })
  const newer = openDB(name, 99, { blocked: () => told.push('blocked') })
  await until(() => told, ['blocking', 'blocked'])
  old.close()
  open.push(await newer)
  expect((await newer).version).toBe(99)
})

test('where there is no IndexedDB it rejects, and does not throw', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const opening = openDatabase(name, {})
  await expect(opening).rejects.toBeInstanceOf(Error)
  vi.unstubAllGlobals()
})
