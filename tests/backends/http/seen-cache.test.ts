import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import { LateWords } from '../../../src/backends/http/late-words.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { SeenCache } from '../../../src/backends/http/seen-cache.ts'
import type { StoryRecord } from '../../../src/domain/story-record.ts'
import { BLANK_SUMMARY } from '../../../src/domain/story-record.ts'
import { EVERYTHING, NOW, OTHER, REPORTER } from '../test-desk.ts'
import { KEYS } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

let database: CacheDatabase
let seen: SeenCache
let clock: number
beforeEach(() => {
  database = new CacheDatabase(crypto.randomUUID())
  clock = 0
  seen = new SeenCache(database, () => (clock += 1))
})
afterEach(() => database.close())

const recordOf = (headline: string, change: Partial<StoryRecord> = {}): StoryRecord => ({
  ...new ModelServer(v7()).record,
  summary: { ...BLANK_SUMMARY, headline },
  ...change,
})
const listed = async (query: Partial<typeof EVERYTHING> = {}): Promise<readonly string[]> =>
  (await seen.list({ ...EVERYTHING, ...query })).records.map(({ summary }) => summary.headline)

test('lists what was seen as the server would', async () => {
  await seen.keepRecords([
    recordOf('Élysée', { sequence: 1, createdAt: '2026-11-24T12:00:02.000Z' }),
    recordOf('Harbour', { sequence: 3, status: 'submitted', createdAt: '2026-11-24T12:00:01.000Z' }),
    recordOf('Ferry', { sequence: 2, reporters: [OTHER.id], createdAt: '2026-11-24T12:00:03.000Z' }),
  ])
  expect(await listed()).toEqual(['Harbour', 'Ferry', 'Élysée'])
  expect(await listed({ order: 'created' })).toEqual(['Ferry', 'Élysée', 'Harbour'])
  expect(await listed({ search: 'elys' })).toEqual(['Élysée'])
  expect(await listed({ statuses: ['submitted'] })).toEqual(['Harbour'])
  expect(await listed({ reporter: OTHER.id })).toEqual(['Ferry'])
  expect(await listed({ offset: 1, limit: 1 })).toEqual(['Ferry'])
  const page = await seen.list({ ...EVERYTHING, limit: 1 })
  expect([page.total, page.counts.draft, page.counts.submitted]).toEqual([3, 2, 1])
})

test('a record is never written over by an earlier one', async () => {
  const record = recordOf('Later', { sequence: 9 })
  await seen.keepRecords([record])
  await seen.keepRecords([{ ...record, sequence: 8, summary: { ...BLANK_SUMMARY, headline: 'Earlier' } }])
  expect((await seen.record(record.id))?.summary.headline).toBe('Later')
})

test('pictures, answers and stories come back as they were', async () => {
  await seen.keepPicture('f00d', new Blob(['point'], { type: 'image/png' }))
  const picture = await seen.picture('f00d')
  expect([picture?.type, await picture?.text()]).toEqual(['image/png', 'point'])
  await seen.keepAnswer('/api/people', [REPORTER])
  expect(await seen.answer('/api/people')).toEqual([REPORTER])
  const record = recordOf('Kept')
  const story = { id: record.id, record, epoch: 1, state: new Uint8Array([0, 0]) }
  await seen.keepStory(story)
  expect(await seen.story(record.id)).toMatchObject(story)
  expect([await seen.picture('nothing'), await seen.story('nothing'), await seen.record('nothing')]).toEqual([
    null,
    null,
    null,
  ])
})

test('somebody else begins with nothing, but what waits to be sent, and late words, stay for whoever wrote them', async () => {
  await seen.keepPerson(REPORTER)
  await seen.keepRecords([recordOf('Seen by Rita')])
  const outbox = new Outbox(database, KEYS)
  await outbox.add({
    person: REPORTER.id,
    story: 's',
    epoch: 1,
    tab: 'tab',
    client: 1,
    update: new Uint8Array([0, 0]),
    changes: 1,
  })
  await seen.keepPerson({ ...REPORTER, name: 'Rita R. Reporter' })
  expect(await listed()).toEqual(['Seen by Rita'])
  await seen.keepPerson(OTHER)
  expect(await listed()).toEqual([])
  expect(await seen.person()).toEqual(OTHER)
  expect(await outbox.of(REPORTER.id)).toHaveLength(1)
})

test('nobody works here whose session has ended, and only they find again what they saw', async () => {
  await seen.keepPerson(REPORTER)
  await seen.keepRecords([recordOf('Seen by Rita')])
  await seen.keepSignedOut()
  expect(await seen.person()).toBeNull()
  await seen.keepPerson(REPORTER)
  expect([await seen.person(), await listed()]).toEqual([REPORTER, ['Seen by Rita']])
  await seen.keepSignedOut()
  await seen.keepPerson(OTHER)
  expect([await seen.person(), await listed()]).toEqual([OTHER, []])
})

test('of what grows without end the oldest is thrown away', async () => {
  for (let count = 0; count < 360; count++) await seen.keepPicture(String(count), new Blob(['x']))
  expect(await seen.picture('0')).toBeNull()
  expect(await seen.picture('359')).not.toBeNull()
  const left = await database.run(['pictures'], 'readonly', (transaction) =>
    transaction.objectStore('pictures').count(),
  )
  expect(left).toBeLessThanOrEqual(350)
})

test('a browser that keeps nothing holds nothing, and nobody is troubled by it', async () => {
  await database.close()
  await seen.keepPerson(REPORTER)
  await seen.keepRecords([recordOf('Not kept')])
  expect([await seen.person(), await listed(), await seen.answer('/api/me')]).toEqual([null, [], undefined])
  await expect(new LateWords(database, NOW).of('rita', 's')).rejects.toThrow('storage')
})
