import { deleteDB, openDB, type IDBPDatabase } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import { createIndexedDbBackend } from '../../src/backends/indexed-db.ts'
import { renewLog, type RenewedLog } from '../../src/backends/renew-log.ts'

// That the browser then has a new log is seen in tests/end-to-end/durability.e2e.ts, where it can be killed.

const started: RenewedLog[] = []
let look: IDBPDatabase

beforeEach(async () => {
  await deleteDB('stet-log')
  await start()
  await end()
  look = await openDB('stet-log')
})
afterEach(async () => {
  await end()
  look.close()
})

async function start(): Promise<RenewedLog> {
  const log = renewLog()
  started.push(log)
  await log.ready
  return log
}

async function end(): Promise<void> {
  for (const { end } of started.splice(0)) end()
  await expect.poll(async () => (await navigator.locks.query()).held?.filter(isOurs)).toEqual([])
}

const isOurs = ({ name }: LockInfo): boolean => name === 'stet-log'

const tabs = (): Promise<number> => look.count('tabs')

/** How often something was written to fill the log, while `work` ran. */
async function fillings(work: () => Promise<unknown>): Promise<number> {
  // oxlint-disable-next-line typescript/unbound-method -- called on its store below
  const { put } = IDBObjectStore.prototype
  let count = 0
  IDBObjectStore.prototype.put = function counted(this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (this.name === 'filling') count += 1
    return put.apply(this, args)
  }
  try {
    await work()
  } finally {
    IDBObjectStore.prototype.put = put
  }
  return count
}

test('a tab is noted before anything may be written, and until it ends', async () => {
  await start()
  expect(await tabs()).toBe(1)
  await end()
  expect(await tabs()).toBe(0)
})

test('who was killed leaves a note: the log is filled, and nothing stays of it', async () => {
  await look.add('tabs', true)
  expect(await fillings(start)).toBeGreaterThan(70)
  expect(await tabs()).toBe(1)
  expect(await look.count('filling')).toBe(0)
})

test('the log stays as it is where everybody ended, and where another tab is at work', async () => {
  expect(await fillings(start)).toBe(0)
  await look.add('tabs', true)
  expect(await fillings(start)).toBe(0)
  expect(await tabs()).toBe(3)
})

test('two tabs that start at once after a kill: one fills the log, and the other waits for it', async () => {
  await look.add('tabs', true)
  const filled = await fillings(async () => {
    const logs = [renewLog(), renewLog()]
    started.push(...logs)
    await Promise.race(logs.map(({ ready }) => ready))
    expect(await look.count('filling')).toBe(0)
    await Promise.all(logs.map(({ ready }) => ready))
  })
  expect(filled).toBeGreaterThan(70)
  expect(filled).toBeLessThan(140)
  expect(await tabs()).toBe(2)
})

test('a page that is left has ended, and one that comes back is at work again', async () => {
  await start()
  dispatchEvent(new PageTransitionEvent('pagehide'))
  await expect.poll(tabs).toBe(0)
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await expect.poll(tabs).toBe(1)
  await end()
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  expect(await tabs()).toBe(0)
})

const now = (): Date => new Date()
const backends: readonly [string, () => Backend][] = [
  ['IndexedDB', () => createIndexedDbBackend({ now, name: crypto.randomUUID() })],
  ['a server', () => createHttpBackend({ address: location.origin, now, cacheName: crypto.randomUUID() })],
]
test.each(backends)('the tab of a desk over %s is at work until it is closed', async (_kind, make) => {
  const backend = make()
  await expect.poll(tabs).toBe(1)
  await backend.close()
  await expect.poll(tabs).toBe(0)
})

test('where IndexedDB refuses, whoever waits goes on', async () => {
  look.close()
  await deleteDB('stet-log')
  const newer = await openDB('stet-log', 9)
  await start()
  newer.close()
  await deleteDB('stet-log')
  await start()
  await end()
  look = await openDB('stet-log')
  expect(await tabs()).toBe(0)
})
