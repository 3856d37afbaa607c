import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { UnsentWords } from '../../../src/backends/http/unsent-words.ts'
import { until } from '../test-desk.ts'
import { KEYS } from './model-desk.ts'

const OF = { person: 'rita', story: 'story', epoch: 1, tab: 'tab' }
const NEVER = 1_000_000

let database: CacheDatabase
let outbox: Outbox
let words: UnsentWords
let doc: Y.Doc
beforeEach(() => {
  database = new CacheDatabase(crypto.randomUUID())
  outbox = new Outbox(database, KEYS)
  words = new UnsentWords(outbox, OF, NEVER, () => {})
  doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => words.hold(doc.clientID, update))
})
afterEach(async () => {
  words.end()
  await database.close()
})

const type = (text: string): void => doc.getText('headline').insert(doc.getText('headline').length, text)

/** What the outbox says, as a document. */
async function kept(): Promise<string> {
  const read = new Y.Doc()
  for (const { update } of await outbox.of('rita')) Y.applyUpdate(read, update)
  return read.getText('headline').toJSON()
}

test('what is typed is kept by itself soon after, with whose it is and how much', async () => {
  words = new UnsentWords(outbox, OF, 5, () => {})
  type('a')
  type('b')
  await until(kept, 'ab')
  expect(await outbox.of('rita')).toMatchObject([{ ...OF, client: doc.clientID, changes: 2 }])
  expect(words.changes).toBe(2)
})

test('what was acked before it was kept never comes into the outbox', async () => {
  type('a')
  await words.done(words.all)
  await words.keep()
  expect(await outbox.of('rita')).toEqual([])
  expect(words.isEmpty).toBe(true)
})

test('a row stays until all that is in it is acked', async () => {
  type('a')
  const first = words.all
  type('b')
  await words.keep()
  await words.done(first)
  expect(await kept()).toBe('ab')
  await words.done(words.all)
  expect(await outbox.of('rita')).toEqual([])
})

test('what is acked while it is being kept leaves no row behind', async () => {
  type('a')
  const keeping = words.keep()
  await words.done(words.all)
  await keeping
  expect(await outbox.of('rita')).toEqual([])
})

test('many rows become one, and nothing of them is lost', async () => {
  for (let count = 0; count < 80; count++) {
    type('x')
    await words.keep()
  }
  expect((await outbox.of('rita')).length).toBeLessThan(40)
  expect(await kept()).toBe('x'.repeat(80))
  expect((await outbox.of('rita')).reduce((sum, { changes }) => sum + changes, 0)).toBe(80)
  await words.done(words.all)
  expect(await outbox.of('rita')).toEqual([])
})

test('rows of an earlier session come first, once, and are known as such', async () => {
  type('a')
  await words.keep()
  const later = new UnsentWords(outbox, OF, NEVER, () => {})
  const rows = await outbox.of('rita', { story: 'story', epoch: 1 })
  expect(later.load(rows)).toHaveLength(1)
  expect(later.load(rows)).toEqual([])
  expect(later.all).toMatchObject([{ isEarlier: true, client: doc.clientID }])
  await later.done(later.all)
  expect(await outbox.of('rita')).toEqual([])
})

test('rows are of one person, one story and one epoch', async () => {
  type('a')
  await words.keep()
  expect(await outbox.of('otto')).toEqual([])
  expect(await outbox.of('rita', { story: 'story', epoch: 2 })).toEqual([])
  expect(await outbox.of('rita', { story: 'other', epoch: 1 })).toEqual([])
})

test('a browser that can’t store says why, and the words stay to be sent', async () => {
  await database.close()
  const told: unknown[] = []
  words = new UnsentWords(outbox, OF, NEVER, () => told.push(words.trouble?.cause ?? null))
  type('a')
  await words.keep()
  expect(told).toEqual(['missing'])
  expect(words.all).toHaveLength(1)
})
