import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { toBase64 } from '../../../src/backends/wire.ts'
import type { Person } from '../../../src/domain/person.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import { seederOf } from '../../../src/rules/seeder-of.ts'
import { actOnStory } from '../../../src/server/desk/act-on-story.ts'
import { addStory } from '../../../src/server/desk/add-story.ts'
import { decideSuggestions } from '../../../src/server/desk/decide-suggestions.ts'
import { readOwnNotices } from '../../../src/server/desk/read-own-notices.ts'
import { redecideSuggestions } from '../../../src/server/desk/redecide-suggestions.ts'
import type { ServerDesk } from '../../../src/server/desk/server-desk.ts'
import type { DeskNews } from '../../../src/server/live/desk-hub.ts'
import { memoryHub } from '../../../src/server/live/memory-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { readyContent, suggest, verdictOn } from '../../backends/review-stage.ts'
import { CHIEF, REPORTER, SUB } from '../../backends/test-desk.ts'
import { inMemory } from '../services/in-memory.ts'
import { writeStory } from './write-story.ts'

// What each write tells the other browsers and servers.

let desk: ServerDesk
let news: DeskNews[] = []
let seed = 1

beforeAll(async () => {
  const database = await openDatabase(await inMemory())
  const hub = memoryHub()
  hub.listen((told) => news.push(told))
  desk = {
    storage: new SqlStorage(database),
    database,
    hub,
    now: () => new Date('2026-03-02T09:00:00.000Z'),
    seeder: () => (seed += 1),
    settings: NEWSROOM_SETTINGS,
    log: createLog('silent'),
  }
  await desk.storage.run(['people'], 'strict', async (transaction) => {
    for (const person of [REPORTER, SUB, CHIEF]) await transaction.put('people', person)
  })
}, 60_000)
afterAll(() => desk.database.close())
beforeEach(() => {
  news = []
})

/** Everything that was told up to now. */
async function told(): Promise<readonly DeskNews[]> {
  await new Promise((resolve) => setImmediate(resolve))
  const all = news
  news = []
  return all
}

test('a story that was made far from here is taken over only where it is the one that is made of it here', async () => {
  const story = { id: v7(), content: readyContent(), source: null }
  const other = toBase64(seedUpdate(readyContent(), seederOf(story.id) + 1))
  expect(await addStory(desk, REPORTER, { ...story, seed: other })).toMatchObject({
    ok: false,
    reason: 'invalid',
  })
  expect(await told()).toEqual([])
  const own = toBase64(seedUpdate(readyContent(), seederOf(story.id)))
  expect(await addStory(desk, REPORTER, { ...story, seed: own })).toMatchObject({ ok: true })
  const read: string[] = []
  await writeStory(desk, story.id, REPORTER, (doc) => read.push(toBase64(Y.encodeStateAsUpdate(doc))))
  expect(read).toEqual([own])
})

async function newStory(): Promise<string> {
  const id = v7()
  const made = await addStory(desk, REPORTER, { id, content: readyContent(), source: null })
  expect(made.ok).toBe(true)
  return id
}

test('a new story is told once, however often it is made', async () => {
  const id = await newStory()
  await addStory(desk, REPORTER, { id, content: readyContent(), source: null })
  expect(await told()).toEqual([{ kind: 'changed', ids: [id] }])
})

test('a step tells everybody, and of the notice whom it concerns', async () => {
  const id = await newStory()
  await told()
  const submitted = await actOnStory(desk, REPORTER, id, { type: 'submit' }, null)
  expect(submitted).toMatchObject({ ok: true, value: { status: 'submitted' } })
  const [changed, notices] = await told()
  expect(changed).toEqual({ kind: 'changed', ids: [id] })
  expect(notices).toMatchObject({ kind: 'notices' })
  expect(notices?.kind === 'notices' && notices.people.toSorted()).toEqual([CHIEF.id, SUB.id].toSorted())
  expect(await readOwnNotices(desk, SUB, { upTo: 1_000_000 })).toEqual({ ok: true, value: null })
  expect(await told()).toEqual([{ kind: 'notices', people: [SUB.id] }])
  await readOwnNotices(desk, SUB, { upTo: 1_000_000 })
  expect(await told()).toEqual([])
})

test('what is refused is told to nobody', async () => {
  const id = await newStory()
  await told()
  expect(await actOnStory(desk, SUB, id, { type: 'claim' }, null)).toMatchObject({ reason: 'stale' })
  expect(await actOnStory(desk, SUB, v7(), { type: 'claim' }, null)).toMatchObject({ reason: 'not found' })
  expect(await told()).toEqual([])
})

test('a decision goes to the live document, and to those of other servers', async () => {
  const id = await newStory()
  const doc = await writeStory(desk, id, REPORTER, (doc) => suggest(doc, REPORTER, 's', ' today'))
  await told()
  const effects: [string, number, number][] = []
  const apply = (story: string, epoch: number, { length }: Uint8Array): void => {
    effects.push([story, epoch, length])
  }
  const asked = { epoch: 1, requests: [verdictOn(doc, 's', 'accept')] }
  const decided = await decideSuggestions(desk, apply, CHIEF, id, asked, null)
  expect(decided).toMatchObject({ ok: true, value: { verdicts: [{ verdict: 'accepted' }] } })
  expect(effects).toEqual([[id, 1, expect.any(Number)]])
  expect(await told()).toEqual([
    { kind: 'update', story: id, epoch: 1 },
    { kind: 'changed', ids: [id] },
  ])
  expect(await decideSuggestions(desk, apply, CHIEF, id, asked, null)).toMatchObject({ reason: 'stale' })
  expect(effects).toHaveLength(1)
})

test('an undo that the document doesn’t show is written down nowhere', async () => {
  const id = await newStory()
  const doc = await writeStory(desk, id, REPORTER, (doc) => suggest(doc, REPORTER, 's', ' today'))
  const asked = { epoch: 1, requests: [verdictOn(doc, 's', 'accept')] }
  await decideSuggestions(desk, () => {}, CHIEF, id, asked, null)
  const undone = { epoch: 1, how: 'undone', suggestions: ['s'] } as const
  expect(await redecideSuggestions(desk, CHIEF, id, undone, null)).toEqual({ ok: true, value: null })
  const verdicts = await desk.storage.run(['verdicts'], 'readonly', (transaction) =>
    transaction.ofStory('verdicts', id),
  )
  expect(verdicts).toHaveLength(1)
})

test('what counts is the role that somebody has when it is done, not when they asked', async () => {
  const id = await newStory()
  await actOnStory(desk, REPORTER, id, { type: 'submit' }, null)
  const former: Person = { ...REPORTER, role: 'chief' }
  expect(await actOnStory(desk, former, id, { type: 'claim' }, null)).toMatchObject({ reason: 'not allowed' })
  const nobody: Person = { id: 'gone', name: 'Gone', role: 'chief' }
  expect(await actOnStory(desk, nobody, id, { type: 'claim' }, null)).toMatchObject({ reason: 'not allowed' })
})

test('whoever was deactivated since they asked does nothing more', async () => {
  const id = await newStory()
  const doc = await writeStory(desk, id, REPORTER, (doc) => suggest(doc, REPORTER, 's', ' today'))
  await actOnStory(desk, REPORTER, id, { type: 'submit' }, null)
  const setActive = (is: boolean) =>
    desk.database.kysely.updateTable('people').set({ is_active: is }).where('id', '=', CHIEF.id).execute()
  await setActive(false)
  const verdict = { epoch: 1, requests: [verdictOn(doc, 's', 'accept')] }
  const undone = { epoch: 1, how: 'undone', suggestions: ['s'] } as const
  const refused = [
    await actOnStory(desk, CHIEF, id, { type: 'claim' }, null),
    await decideSuggestions(desk, () => {}, CHIEF, id, verdict, null),
    await redecideSuggestions(desk, CHIEF, id, undone, null),
    await addStory(desk, CHIEF, { id: v7(), content: readyContent(), source: null }),
  ]
  for (const refusal of refused) expect(refusal).toMatchObject({ ok: false, reason: 'not allowed' })
  await setActive(true)
  expect(await actOnStory(desk, CHIEF, id, { type: 'claim' }, null)).toMatchObject({ ok: true })
})
