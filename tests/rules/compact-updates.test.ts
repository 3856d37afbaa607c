import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates } from '../../src/rules/apply-updates.ts'
import { COMPACT_STORES, compactUpdates } from '../../src/rules/compact-updates.ts'
import type { DeskTransaction } from '../../src/rules/desk-storage.ts'
import { type DeskDatabase, openDatabase } from '../../src/backends/indexed-db-schema.ts'
import { runTransaction } from '../../src/backends/indexed-db-transaction.ts'
import { readUpdates } from '../../src/rules/story-rows.ts'
import { FullDisk, withLittleRoom } from '../backends/full-disk.ts'
import { headlineOf } from '../backends/test-desk.ts'

const ID = 'a-story'

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
  runTransaction(database, COMPACT_STORES, 'strict', work)
const append = (update: Uint8Array, epoch = 1, by?: string) =>
  run((transaction) =>
    transaction.addUpdate({ story: ID, epoch, update, ...(by === undefined ? {} : { by }) }),
  )
const compact = (epoch = 1) => run((transaction) => compactUpdates(transaction, ID, epoch))
const keys = async (): Promise<readonly number[]> => (await database.getAllKeys('updates')).map(Number)

/** A tab's document, whose changes are gathered. */
function writer(): { readonly doc: Y.Doc; readonly updates: Uint8Array[] } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { doc, updates }
}

async function stored(epoch = 1): Promise<string> {
  const updates = await run((transaction) => readUpdates(transaction, ID, epoch, 0))
  const doc = new Y.Doc()
  if (!updates.ok || !applyUpdates(doc, updates.updates, null).ok) return 'damaged'
  return headlineOf(doc)
}

test('one row takes the place of all, says the same, and comes last', async () => {
  const { doc, updates } = writer()
  for (const letter of 'harbour') doc.getText('headline').insert(0, letter)
  doc.getText('headline').delete(2, 3)
  for (const update of updates) await append(update)
  const said = await stored()
  const before = await keys()
  expect(await compact()).toBe(true)
  const after = await keys()
  expect(after).toHaveLength(1)
  expect(after[0]).toBeGreaterThan(before.at(-1) ?? Infinity)
  expect(await stored()).toBe(said)
  expect(said).toBe(headlineOf(doc))
})

test('one row, or none, is left as it is', async () => {
  expect(await compact()).toBe(false)
  const { doc, updates } = writer()
  doc.getText('headline').insert(0, 'a')
  await append(updates[0] ?? new Uint8Array())
  const before = await keys()
  expect(await compact()).toBe(false)
  expect(await keys()).toEqual(before)
})

test('other epochs and other stories are left as they are', async () => {
  const { doc, updates } = writer()
  for (const letter of 'abc') doc.getText('headline').insert(0, letter)
  for (const update of updates) {
    await append(update, 1)
    await append(update, 2)
    await run((transaction) => transaction.addUpdate({ story: `${ID}-2`, epoch: 1, update }))
  }
  await compact(2)
  expect(await keys()).toHaveLength(7)
  expect([await stored(1), await stored(2)]).toEqual(['cba', 'cba'])
})

test.each([
  ['of one writer', ['rita', 'rita', 'rita'], 'rita'],
  ['of several', ['rita', 'otto', 'rita'], null],
  ['of which one is not known', ['rita', undefined, 'rita'], null],
])('rows %s become one that says so', async (_what, writers, by) => {
  const { doc, updates } = writer()
  for (const letter of 'abc') doc.getText('headline').insert(0, letter)
  for (const [at, update] of updates.entries()) await append(update, 1, writers[at])
  await compact()
  expect(await database.getAll('updates')).toMatchObject([{ by }])
})

/** Two updates of which only the second is there. */
function orphan(): Uint8Array {
  const { doc, updates } = writer()
  doc.getText('headline').insert(0, 'a')
  doc.getText('headline').insert(1, 'b')
  return updates[1] ?? new Uint8Array()
}

const hurt: readonly [string, () => unknown][] = [
  ['text for bytes', () => 'nonsense'],
  ['bytes that are no update', () => new Uint8Array([255, 255, 255, 255, 7])],
  ['a predecessor that is lost', orphan],
]
test.each(hurt)('a text with %s is left for rescue, row for row', async (_what, update) => {
  const { doc, updates } = writer()
  for (const letter of 'ab') doc.getText('headline').insert(0, letter)
  for (const sound of updates) await append(sound)
  await append(update() as Uint8Array)
  const before = await database.getAll('updates')
  expect(await compact()).toBe(false)
  expect(await database.getAll('updates')).toEqual(before)
})

test('a disk that is full at any moment leaves every row', async () => {
  const disk = new FullDisk()
  const { doc, updates } = writer()
  for (const letter of 'abc') doc.getText('headline').insert(0, letter)
  for (const update of updates) disk.plantUpdate({ story: ID, epoch: 1, update })
  const work = () => disk.run(COMPACT_STORES, 'relaxed', (transaction) => compactUpdates(transaction, ID, 1))
  expect(await withLittleRoom(disk, work)).toEqual({ failures: 2, leftovers: 0 })
  expect((await disk.dump()).updates.size).toBe(1)
})

const step = fc.record({
  tab: fc.nat(2),
  what: fc.constantFrom('type', 'type', 'delete', 'compact'),
  at: fc.nat(99),
})

test('tabs that append and merge at the same moment lose and double nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await database.clear('updates')
      const tabs = [writer(), writer(), writer()]
      const work: Promise<unknown>[] = []
      let next = 0x4e00
      for (const { tab, what, at } of steps) {
        const { doc, updates } = tabs[tab] ?? writer()
        const text = doc.getText('headline')
        if (what === 'compact') work.push(compact())
        if (what === 'type') text.insert(at % (text.length + 1), String.fromCodePoint(next++))
        if (what === 'delete' && text.length > 0) text.delete(at % text.length, 1)
        // Nobody waits for anybody.
        for (const update of updates.splice(0)) work.push(append(update))
      }
      await Promise.all(work)
      const whole = new Y.Doc()
      for (const { doc } of tabs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
      expect(await stored()).toBe(headlineOf(whole))
      await compact()
      expect(await stored()).toBe(headlineOf(whole))
      expect((await keys()).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 40 },
  )
})

test('a reader who knew all up to a key finds all that came since, after a merge', async () => {
  const { doc, updates } = writer()
  for (const letter of 'ab') doc.getText('headline').insert(0, letter)
  for (const update of updates.splice(0)) await append(update)
  const known = (await keys()).at(-1) ?? 0
  doc.getText('headline').insert(0, 'c')
  for (const update of updates) await append(update)
  await compact()
  const since = await run((transaction) => readUpdates(transaction, ID, 1, known))
  const reader = new Y.Doc()
  if (since.ok) applyUpdates(reader, since.updates, null)
  expect(headlineOf(reader)).toBe('cba')
})
