import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { HttpParts } from '../../../src/backends/http/http-parts.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { SeenCache } from '../../../src/backends/http/seen-cache.ts'
import { memoryLocks } from '../../../src/backends/story-locks.ts'
import { NOW, OTHER, REPORTER, type } from '../test-desk.ts'
import { KEYS } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

// A tab in which somebody else begins to work, far from any server.

class DeadWebSocket extends EventTarget {
  readonly readyState = 0
  binaryType = ''
  send(): void {}
  close(): void {}
}

let name: string
let database: CacheDatabase
let outbox: Outbox
let parts: HttpParts
let log: string[]
/** What of the reporter's words lay in the outbox when a tab was let go. */
let kept: Promise<number>[]
beforeEach(async () => {
  name = crypto.randomUUID()
  database = new CacheDatabase(name)
  outbox = new Outbox(database, KEYS)
  log = []
  kept = []
  const locks = memoryLocks(new Map())
  parts = new HttpParts({
    address: 'http://model',
    now: NOW,
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    WebSocket: DeadWebSocket as unknown as typeof WebSocket,
    cacheName: name,
    locks: {
      ...locks,
      hold(tab) {
        const count = log.push(`hold ${tab}`)
        const letGo = locks.hold(tab)
        return () => {
          log.push(`let go ${count}`)
          kept.push(outbox.of(REPORTER.id).then((rows) => rows.length))
          letGo()
        }
      },
    },
  })
  await parts.session.begin()
})
afterEach(async () => {
  await parts.end()
  await database.close()
})

test('the old name of a tab lives until all words written under it are kept, and the new one from the first', async () => {
  await parts.cameIn(REPORTER)
  const { record, doc: stored } = new ModelServer(v7())
  const state = Y.encodeStateAsUpdate(stored)
  await new SeenCache(database, () => 0).keepStory({ id: record.id, record, epoch: 1, state })
  const doc = new Y.Doc()
  expect(await parts.stories.open(record.id, doc)).toMatchObject({ kind: 'open' })
  type(doc, 'typed a moment ago')
  await parts.cameIn(OTHER)
  await expect.poll(() => kept.length).toBe(1)
  expect(await Promise.all(kept)).toEqual([1])
  const [first, second, third] = log
  expect([first?.slice(0, 4), second?.slice(0, 4), third]).toEqual(['hold', 'hold', 'let go 1'])
  const [row] = await outbox.of(REPORTER.id)
  expect([`hold ${row?.tab}`, parts.stories.unsent]).toEqual([first, 0])
})

test('the same person under another name keeps the tab’s', async () => {
  await parts.cameIn(REPORTER)
  await parts.cameIn({ ...REPORTER, name: 'Rita R. Reporter' })
  expect(log).toHaveLength(1)
})
