import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Backend } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import type { LiveModule } from '../../src/backends/http/late-live.ts'
import { memoryLocks } from '../../src/backends/story-locks.ts'
import { inMemory } from '../server/services/in-memory.ts'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { SHORT_PAUSES, startDeskServer } from './http/http-desk.ts'
import { testBrowser } from './http/test-browser.ts'
import {
  contentOf,
  headlineOf,
  headlines,
  NOW,
  openIn,
  REPORTER,
  storyOf,
  SUB,
  type,
  until,
} from './test-desk.ts'

// A server that answers, and a live connection whose part of Stet doesn't come.

let running: DeskServer
let desk: HttpTestDesk
let id: string
let tab: Backend
/** How many sockets were opened. */
let sockets: number
let isCut: boolean
/** Holds back the part that is being loaded. */
let held: Promise<unknown>

beforeAll(async () => {
  running = await startDeskServer(await inMemory())
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  const first = await desk.signIn(REPORTER)
  id = await storyOf(first, contentOf('A'))
  const { connection } = await openIn(first, id)
  await connection.close()
  await first.close()
  sockets = 0
  isCut = true
  held = Promise.resolve()
  tab = await open()
})
afterEach(async () => {
  await tab.close()
  await desk.end()
})

/** A tab of the reporter's browser, which has seen the story. */
async function open(cacheName = desk.cacheOf(REPORTER)): Promise<Backend> {
  const { fetch, WebSocket } = testBrowser(running.server.address, await desk.sessionOf(REPORTER))
  return createHttpBackend({
    address: running.server.address,
    now: NOW,
    fetch,
    WebSocket: class extends WebSocket {
      constructor(url: string) {
        super(url)
        sockets += 1
      }
    },
    cacheName,
    pauses: SHORT_PAUSES,
    locks: memoryLocks(new Map()),
    async loadLive(): Promise<LiveModule> {
      if (isCut) throw new TypeError('Failed to fetch dynamically imported module')
      await held
      return import('../../src/backends/http/live-part.ts')
    },
  })
}

test('the desk is read, nothing says that it is saved, and what is written is sent when the part comes', async () => {
  expect(await headlines(tab)).toEqual(['A'])
  const { doc, connection } = await openIn(tab, id)
  expect([tab.link?.isUp, connection.state]).toEqual([false, { kind: 'offline', unsent: 0 }])
  type(doc, 'B')
  await connection.flush()
  expect(connection.state).toEqual({ kind: 'offline', unsent: 1 })
  expect(tab.link?.unsent).toBe(1)

  isCut = false
  await until(() => [tab.link?.isUp, connection.state.kind], [true, 'saved'])
  const other = await desk.signIn(SUB)
  expect(headlineOf((await openIn(other, id)).doc)).toBe(headlineOf(doc))
})

test('a story that was never seen here says that a part is missing, not that the server is', async () => {
  const fresh = await open(crypto.randomUUID())
  const opened = await fresh.open(id, new Y.Doc())
  expect(opened).toMatchObject({ ok: false, reason: 'storage' })
  expect(JSON.stringify(opened)).toContain('A part of Stet could not be loaded')
  isCut = false
  await until(() => fresh.link?.isUp, true)
  expect(headlineOf((await openIn(fresh, id)).doc)).toBe('A')
  await fresh.close()
})

test('a desk that is closed while the part is on its way opens no socket', async () => {
  let come: () => void = () => {}
  held = new Promise<void>((resolve) => {
    come = resolve
  })
  isCut = false
  expect(await headlines(tab)).toEqual(['A'])
  await tab.close()
  come()
  // Another tab, whose part is asked for later, is up: whatever the first would have done is done.
  const next = await open()
  await until(() => next.link?.isUp, true)
  expect(sockets).toBe(1)
  await next.close()
})
