import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import type { WeakWay } from './http/weak-way.ts'
import { weakWay } from './http/weak-way.ts'
import { contentOf, openIn, OTHER, REPORTER, storyOf, type, until } from './test-desk.ts'

// What becomes of words that were not sent when their writer signs out.

let running: DeskServer
let desk: HttpTestDesk
let way: WeakWay
let id: string
beforeAll(async () => {
  running = await startDeskServer({ folder: null })
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  way = await weakWay(running)
  id = await storyOf(await desk.signIn(REPORTER), contentOf('A'))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await way.end()
  await desk.end()
})

/** Somebody who writes where they may not: it is refused as long as nobody allows it. */
async function withRefusedWords() {
  const { backend, cacheName } = await way.tab(OTHER)
  const { doc, connection } = await openIn(backend, id)
  type(doc, ' forbidden')
  await connection.flush()
  await until(() => connection.state, { ...connection.state, kind: 'failed' })
  return { backend, cacheName, connection }
}

test('nobody is signed out whose words would be lost, unless they mean it', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const { backend, connection } = await withRefusedWords()
  const refused = await backend.accounts?.signOut()
  expect(refused).toMatchObject({ ok: false, reason: 'storage', unkept: 1 })
  expect(refused).toHaveProperty('message', expect.stringMatching(/still signed in.*1 change of yours has/u))
  expect(await backend.me()).toEqual(OTHER)
  expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
  expect(await backend.accounts?.signOut({ loses: true })).toEqual({ ok: true, value: null })
  expect(await backend.me()).toBeNull()
})

test('words that this browser keeps are there when the same person signs in again', async () => {
  const { backend, cacheName } = await withRefusedWords()
  expect(backend.link?.unsent).toBe(1)
  expect(await backend.accounts?.signOut()).toEqual({ ok: true, value: null })
  await backend.close()
  const again = await way.tab(OTHER, { cacheName })
  await until(async () => {
    const late = await again.backend.lateEdits(id)
    return late.ok ? late.value.length : late
  }, 1)
})
