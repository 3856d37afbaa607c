import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { spansText } from '../../src/domain/story-content.ts'
import { Outbox } from '../../src/backends/http/outbox.ts'
import { CacheDatabase } from '../../src/backends/http/cache-database.ts'
import { inMemory } from '../server/services/in-memory.ts'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import { KEYS } from './http/model-desk.ts'
import type { Tab, WeakWay } from './http/weak-way.ts'
import { weakWay } from './http/weak-way.ts'
import { openIds, suggest, take, verdictOn } from './review-stage.ts'
import {
  CHIEF,
  contentOf,
  headlineOf,
  headlines,
  NOW,
  openIn,
  OTHER,
  REPORTER,
  storyOf,
  SUB,
  type,
  until,
  valueOf,
} from './test-desk.ts'

// What becomes of a reporter's words where the way to the server is bad.

let running: DeskServer
let desk: HttpTestDesk
let way: WeakWay
let rita: Tab
let id: string
beforeAll(async () => {
  running = await startDeskServer(await inMemory())
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  way = await weakWay(running)
  rita = await way.tab(REPORTER)
  id = await storyOf(rita.backend, contentOf('A'))
})
afterEach(async () => {
  await way.end()
  await desk.end()
})

/** What the server has stored, as somebody sees it who comes over a good way. */
async function stored(): Promise<string> {
  const tab = await desk.signIn(SUB)
  const { doc } = await openIn(tab, id)
  const said = headlineOf(doc)
  await tab.close()
  return said
}

/** Leaves a tab as a browser does that is killed: nothing is said to anybody. */
async function kill(tab: Tab): Promise<void> {
  way.cut()
  await until(() => tab.backend.link?.isUp, false)
  await tab.backend.close()
}

const times = (text: string, word: string): number => text.split(word).length - 1

test('an answer that is lost is asked for again, and what it was about is done once', async () => {
  way.proxy.isDeaf = true
  const keeping = rita.backend.act(id, { type: 'keep version', name: 'Once' })
  const other = await desk.signIn(SUB)
  await until(async () => valueOf(await other.versions(id)).length, 1)
  way.proxy.isDeaf = false
  expect(await keeping).toMatchObject({ ok: true })
  expect(valueOf(await other.versions(id))).toHaveLength(1)
  expect(valueOf(await other.events(id))).toHaveLength(2)
})

test('a decision whose answer is lost is made once, and is in the document as one change of whoever decided', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  suggest(doc, REPORTER, 's', ' more')
  await connection.flush()
  const origin = { name: 'rita' }
  const changes: unknown[] = []
  doc.on('update', (_update: Uint8Array, by: unknown) => changes.push(by))
  way.proxy.isDeaf = true
  const deciding = connection.decide([verdictOn(doc, 's', 'accept')], origin)
  const other = await desk.signIn(SUB)
  await until(async () => valueOf(await other.verdicts(id)).length, 1)
  way.proxy.isDeaf = false
  expect(await deciding).toMatchObject({ ok: true })
  expect([openIds(doc), headlineOf(doc), changes]).toEqual([[], 'A more', [origin]])
  expect(valueOf(await other.verdicts(id))).toHaveLength(1)
})

test('a way that is cut again and again loses no word and doubles none', async () => {
  const susan = await way.tab(CHIEF)
  const one = await openIn(rita.backend, id)
  const two = await openIn(susan.backend, id)
  let seed = 7
  way.proxy.lives = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return 500 + (seed % 6000)
  }
  way.proxy.cutAll()
  const words: string[] = []
  for (let count = 0; count < 120; count++) {
    const word = `<${count}>`
    words.push(word)
    type(count % 2 === 0 ? one.doc : two.doc, word)
    if (count % 4 === 0) await one.connection.flush()
  }
  way.mend()
  await until(() => [one.connection.state.kind, two.connection.state.kind], ['saved', 'saved'])
  expect(way.proxy.figures.cuts).toBeGreaterThan(2)
  const all = await stored()
  for (const word of words) expect([word, times(all, word)]).toEqual([word, 1])
  await until(() => [headlineOf(one.doc), headlineOf(two.doc)], [all, all])
})

test('writing goes on without the server, is counted, and goes out once when it is back', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  way.cut()
  await until(() => connection.state, { kind: 'offline', unsent: 0 })
  for (let count = 0; count < 300; count++) type(doc, `<${count}>`)
  await connection.flush()
  expect(connection.state).toEqual({ kind: 'offline', unsent: 300 })
  expect([rita.backend.link?.isUp, rita.backend.link?.unsent]).toEqual([false, 300])
  expect(await connection.decide([], null)).toMatchObject({ ok: false, reason: 'storage' })
  expect(await rita.backend.act(id, { type: 'submit' })).toMatchObject({ ok: false, reason: 'storage' })
  way.mend()
  await until(() => connection.state, { kind: 'saved' })
  expect(rita.backend.link?.unsent).toBe(0)
  const all = await stored()
  for (let count = 0; count < 300; count++) expect(times(all, `<${count}>`)).toBe(1)
})

test('words outlast the browser, are shown before there is a server again, and are sent by whoever comes next there', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  await connection.flush()
  await until(async () => (await openCached(rita)) !== null, true)
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, 'b')
  await connection.flush()
  await kill(rita)

  const dark = way.darkTab(rita)
  expect(await dark.backend.me()).toEqual(REPORTER)
  expect(await dark.backend.accounts?.gate()).toEqual({ ok: true, value: 'signed in' })
  const again = await openIn(dark.backend, id)
  expect(headlineOf(again.doc)).toBe('Ab')
  expect(again.doc.clientID).not.toBe(doc.clientID)
  expect(again.connection.state).toEqual({ kind: 'offline', unsent: 1 })
  type(again.doc, 'c')
  expect(await headlines(dark.backend)).toEqual(['A'])
  await again.connection.flush()
  await kill(dark)

  way.mend()
  const last = way.darkTab(rita)
  await until(async () => stored(), 'Abc')
  await until(() => last.backend.link?.unsent, 0)
  expect(headlineOf((await openIn(last.backend, id)).doc)).toBe('Abc')
})

test('what was stored a moment before the way was lost is shown from this browser, with what was typed after it', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  await connection.flush()
  type(doc, 'b')
  await connection.flush()
  expect(connection.state).toEqual({ kind: 'saved' })
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, 'c')
  await connection.flush()
  await kill(rita)
  const dark = way.darkTab(rita)
  expect(headlineOf((await openIn(dark.backend, id)).doc)).toBe('Abc')
})

/** What a browser keeps of the story, or null. */
async function openCached({ cacheName }: Tab): Promise<unknown> {
  const database = new CacheDatabase(cacheName)
  try {
    return (
      (await database.run(['stories'], 'readonly', (transaction) =>
        transaction.objectStore('stories').get(id),
      )) ?? null
    )
  } finally {
    await database.close()
  }
}

test('two tabs that were away at once both bring their words, and rows that come twice or backwards double none', async () => {
  const second = await way.tab(REPORTER, { cacheName: rita.cacheName })
  const one = await openIn(rita.backend, id)
  const two = await openIn(second.backend, id)
  way.cut()
  await until(() => [one.connection.state.kind, two.connection.state.kind], ['offline', 'offline'])
  for (const word of ['b', 'c', 'd']) {
    type(one.doc, word)
    await one.connection.flush()
    two.doc.getText('headline').insert(0, word.toUpperCase())
    await two.connection.flush()
  }
  const database = new CacheDatabase(rita.cacheName)
  const outbox = new Outbox(database, KEYS)
  const rows = await outbox.of(REPORTER.id)
  expect(rows.length).toBeGreaterThan(4)
  // As tabs leave them that live no more.
  for (const { key: _key, ...row } of rows.toReversed()) await outbox.add({ ...row, tab: 'gone' })
  way.mend()
  await until(() => [one.connection.state.kind, two.connection.state.kind], ['saved', 'saved'])
  await until(async () => (await outbox.of(REPORTER.id)).length, 0)
  await database.close()
  expect(await stored()).toBe('DCBAbcd')
  await until(() => [headlineOf(one.doc), headlineOf(two.doc)], ['DCBAbcd', 'DCBAbcd'])
})

test('words for a story that was approved meanwhile are kept as late ones, and are not in it', async () => {
  const sub = await desk.signIn(SUB)
  await take(rita.backend, id, { type: 'submit' })
  await take(sub, id, { type: 'claim' })
  const chief = await way.tab(CHIEF)
  const { doc, connection } = await openIn(chief.backend, id)
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, ' late')
  await connection.flush()
  await kill(chief)
  await take(sub, id, { type: 'request changes', note: 'Shorter.' })
  await take(sub, id, { type: 'spike' }).catch(() => null)
  const boss = await desk.signIn(CHIEF)
  await take(boss, id, { type: 'spike' }).catch(() => null)
  await take(boss, id, { type: 'restore' })
  way.mend()
  const again = way.darkTab(chief)
  await until(async () => valueOf(await again.backend.lateEdits(id)).length, 1)
  const [late] = valueOf(await again.backend.lateEdits(id))
  expect([
    late?.epoch,
    late?.by,
    spansText(late?.base.headline ?? []),
    spansText(late?.content.headline ?? []),
  ]).toEqual([1, CHIEF.id, 'A', 'A late'])
  expect(await stored()).toBe('A')
  await until(() => again.backend.link?.unsent, 0)
})

test('what was refused before the browser was closed doesn’t stand in the way of what is written next', async () => {
  const otto = await way.tab(OTHER)
  const { doc, connection } = await openIn(otto.backend, id)
  type(doc, ' forbidden')
  await connection.flush()
  expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
  await kill(otto)
  way.mend()
  const again = way.darkTab(otto)
  await until(async () => valueOf(await again.backend.lateEdits(id)).length, 1)
  const next = await openIn(again.backend, id)
  expect([headlineOf(next.doc), next.connection.state.kind]).toEqual(['A', 'read-only'])
  expect(spansText(valueOf(await again.backend.lateEdits(id))[0]?.content.headline ?? [])).toBe('A forbidden')
})

test('words stay with whoever wrote them: nobody else in that browser sends them, or sees what they saw', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, 'b')
  await connection.flush()
  await kill(rita)
  way.mend()
  const otto = await way.tab(OTHER, { cacheName: rita.cacheName })
  expect(await otto.backend.me()).toEqual(OTHER)
  expect(otto.backend.link?.unsent).toBe(0)
  expect(await stored()).toBe('A')
  await otto.backend.close()
  const again = await way.tab(REPORTER, { cacheName: rita.cacheName })
  await until(async () => stored(), 'Ab')
  await until(() => again.backend.link?.unsent, 0)
})

test('a session that ends leaves the words where they are, and says that somebody has to sign in', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  const told: unknown[] = []
  rita.backend.watch(({ ids }) => told.push(ids.length))
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, 'b')
  await connection.flush()
  rita.browser.cookie = ''
  way.mend()
  await until(async () => rita.backend.me(), null)
  expect(await rita.backend.accounts?.gate()).not.toEqual({ ok: true, value: 'signed in' })
  expect(told).toContain(0)
  expect(
    await rita.backend.list({ search: '', statuses: [], order: 'changed', offset: 0, limit: 5 }),
  ).toMatchObject({
    ok: false,
    reason: 'not allowed',
  })
  const again = await way.tab(REPORTER, { cacheName: rita.cacheName })
  await until(async () => stored(), 'Ab')
  await again.backend.close()
})

test('a tab in whose browser somebody else signs in sends nothing more: its words wait for whoever wrote them', async () => {
  const { doc, connection } = await openIn(rita.backend, id)
  const states: string[] = []
  connection.subscribe(() => states.push(connection.state.kind))
  way.cut()
  await until(() => connection.state.kind, 'offline')
  type(doc, ' by Rita')
  await connection.flush()
  rita.browser.cookie = await desk.sessionOf(CHIEF)
  // One that was begun in Rita's session, and came through, would rightly send her words.
  const { begun } = rita.browser
  await until(() => rita.browser.begun > begun, true)
  way.mend()
  await until(async () => rita.backend.me(), CHIEF)
  expect(states.at(-1)).toBe('read-only')
  await until(() => rita.backend.link?.isUp, true)
  const next = await openIn(rita.backend, id)
  expect(headlineOf(next.doc)).toBe('A')
  expect(valueOf(await rita.backend.record(id))?.reporters).toEqual([REPORTER.id])
  await rita.backend.close()
  await way.tab(REPORTER, { cacheName: rita.cacheName })
  await until(async () => stored(), 'A by Rita')
})

const DAY = 24 * 60 * 60 * 1000
test.each([DAY, -DAY])('a browser whose clock is off by %d ms works as any other', async (off) => {
  const now = (): Date => new Date(NOW().getTime() + off)
  const tab = await way.tab(CHIEF, { now })
  const { doc, connection } = await openIn(tab.backend, id)
  type(doc, 'b')
  await connection.flush()
  expect(connection.state).toEqual({ kind: 'saved' })
  const record = await take(tab.backend, id, { type: 'submit' })
  expect(record.changedAt).toBe(NOW().toISOString())
  const newer = await storyOf(rita.backend, contentOf('Newer'))
  await until(async () => (await headlines(tab.backend))[0], 'Newer')
  way.cut()
  await until(() => tab.backend.link?.isUp, false)
  expect(await headlines(tab.backend)).toEqual(['Newer', 'Ab'])
  expect(valueOf(await tab.backend.record(newer))?.summary.headline).toBe('Newer')
})

test('without a server what was seen is there, and what was not says so', async () => {
  const { backend } = rita
  await storyOf(backend, contentOf('B'))
  await headlines(backend)
  await backend.people()
  valueOf(await backend.events(id))
  way.cut()
  await until(() => backend.link?.isUp, false)
  expect(await headlines(backend)).toEqual(['B', 'A'])
  expect(await headlines(backend, { search: 'a' })).toEqual(['A'])
  expect(await backend.people()).toEqual([REPORTER])
  expect(valueOf(await backend.events(id))).toHaveLength(1)
  expect(backend.trouble).toBeNull()
  for (const missing of [await backend.versions(id), await backend.rawData(id)]) {
    expect(missing).toMatchObject({ ok: false, reason: 'storage' })
  }
  const unseen = valueOf(
    await backend.list({ search: 'b', statuses: [], order: 'changed', offset: 0, limit: 1 }),
  )
  const opened = await backend.open(unseen.records[0]?.id ?? '', new Y.Doc())
  expect(opened).toMatchObject({ ok: false, reason: 'storage' })
  expect(opened).toHaveProperty('message', expect.stringContaining('not kept in this browser'))
})
