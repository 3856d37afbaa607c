import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UnsentRow } from '../../../src/backends/http/cache-database.ts'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { KEYS } from './model-desk.ts'

let name: string
let database: CacheDatabase
let outbox: Outbox
beforeEach(() => {
  name = crypto.randomUUID()
  database = new CacheDatabase(name)
  outbox = new Outbox(database, KEYS)
})
afterEach(() => database.close())

const rowOf = (tab: string, change: Partial<UnsentRow> = {}): UnsentRow => ({
  person: 'rita',
  story: 'story',
  epoch: 1,
  tab,
  client: 1,
  update: new Uint8Array([0, 0]),
  changes: 1,
  ...change,
})
const tabs = async (): Promise<readonly string[]> => (await outbox.of('rita')).map(({ tab }) => tab)

/** Clears all that a browser keeps, as its settings do. */
async function clear(): Promise<void> {
  await database.close()
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  database = new CacheDatabase(name)
}

test('rows stay in the order in which they came, whatever the clock does, and no two share a key', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ now: fc.integer({ min: 0, max: 5 }), random: fc.double({ min: 0, max: 0.999 }) }),
        {
          minLength: 2,
          maxLength: 12,
        },
      ),
      async (draws) => {
        let draw = { now: 0, random: 0 }
        const keys = { now: () => draw.now, random: () => draw.random }
        const own = new CacheDatabase(crypto.randomUUID())
        const both = [new Outbox(own, keys), new Outbox(own, keys)] as const
        for (const [count, next] of draws.entries()) {
          draw = next
          await both[count % 2 === 0 ? 0 : 1].add(rowOf(String(count)))
        }
        const rows = await both[0].of('rita')
        expect(rows.map(({ tab }) => tab)).toEqual(draws.map((_draw, count) => String(count)))
        await own.close()
      },
    ),
    { numRuns: 30 },
  )
})

test('a tab that still has a row from before the browser’s data were cleared takes nobody’s row away', async () => {
  const key = await outbox.add(rowOf('one'))
  await clear()
  outbox = new Outbox(database, { ...KEYS, now: () => KEYS.now() + 1 })
  await outbox.add(rowOf('two'))
  await outbox.remove([key])
  expect(await tabs()).toEqual(['two'])
})
