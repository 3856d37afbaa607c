import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DERIVE_STORES, deriveStory, healStory } from '../../src/rules/derive-story.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import { FullDisk, madeIn, withLittleRoom } from '../backends/full-disk.ts'
import { contentOf, headlineOf, NOW, type } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk, contentOf('Harbour', 'Crème brûlée TK'))
})

const row = async (): Promise<StoryRow> => (await disk.dump()).stores.get('records')?.get(id) as StoryRow
const kept = async (store: 'searches' | 'contents'): Promise<object | undefined> =>
  (await disk.dump()).stores.get(store)?.get(id)

/** Stores a change as another tab would, past the summary. */
async function written(text: string): Promise<void> {
  const doc = new Y.Doc()
  for (const { story, update } of (await disk.dump()).updates.values())
    if (story === id) Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  type(doc, text)
  const update = Y.encodeStateAsUpdate(doc, before)
  await disk.all((transaction) => transaction.addUpdate({ story: id, epoch: 1, update }))
  disk.plant('records', id, { ...(await row()), unsummarised: 1 })
}

const heal = () => disk.run(DERIVE_STORES, 'relaxed', (transaction) => healStory(transaction, id, NOW))

test('what is derived tells of every word that is stored', async () => {
  await written(' réopens')
  expect(await heal()).toMatchObject({
    ok: true,
    record: { summary: { headline: 'Harbour réopens', tks: 1 } },
  })
  expect(await row()).toMatchObject({ unsummarised: 0, summary: { headline: 'Harbour réopens', words: 3 } })
  expect(await kept('searches')).toMatchObject({ text: expect.stringContaining('reopens') as string })
  expect(await kept('contents')).toMatchObject({ content: { headline: [{ text: 'Harbour réopens' }] } })
})

test('a document that knows a part is brought up to what others stored, with its origin', async () => {
  const doc = new Y.Doc()
  const [first] = (await disk.dump()).updates
  if (!first) throw new Error('no seed')
  Y.applyUpdate(doc, first[1].update)
  await written(' reopens')
  const origins: unknown[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
  const derived = await disk.all((transaction) =>
    deriveStory(transaction, { id, epoch: 1, after: first[0] }, doc, 'me', NOW),
  )
  expect(derived).toMatchObject({ ok: true, last: first[0] + 1 })
  expect(headlineOf(doc)).toBe('Harbour reopens')
  expect(origins).toEqual(['me'])
})

test('it is the latest change of the desk, even where the clock was set back by a day', async () => {
  const second = await madeIn(disk)
  await disk.all((transaction) => healStory(transaction, id, () => new Date('2026-11-23T12:00:00Z')))
  const latest = await disk.all((transaction) => transaction.firstStories('changed', null, 2))
  expect(latest.map((each) => (each as StoryRow).id)).toEqual([id, second])
  expect((await row()).changedAt).toBe('2026-11-23T12:00:00.000Z')
})

test('a story whose text is gone keeps what can still be read of it', async () => {
  const before = [await kept('contents'), await kept('searches'), (await row()).summary]
  const { updates } = await disk.dump()
  await disk.all((transaction) => transaction.deleteUpdates([...updates.keys()]))
  disk.plant('records', id, { ...(await row()), unsummarised: 1 })
  expect(await heal()).toMatchObject({ ok: false, reason: 'damaged' })
  expect([await kept('contents'), await kept('searches'), (await row()).summary]).toEqual(before)
})

const hurt: readonly [string, () => unknown, string][] = [
  ['no record', () => disk.plant('records', id, { id, order: 'x' }), 'damaged'],
  ['bytes that are no update', () => disk.plantUpdate({ story: id, epoch: 1, update: 7 }), 'damaged'],
  ['a newer schema', async () => disk.plant('records', id, { ...(await row()), schema: 99 }), 'not allowed'],
]
test.each(hurt)('with %s nothing of it is written', async (_what, hurtIt, reason) => {
  await hurtIt()
  const before = [await row(), await kept('contents'), await kept('searches')]
  expect(await heal()).toMatchObject({ ok: false, reason })
  expect([await row(), await kept('contents'), await kept('searches')]).toEqual(before)
})

test('words that a submitted story refuses are in no list and no search, where nothing else is behind', async () => {
  const doc = new Y.Doc()
  for (const { update } of (await disk.dump()).updates.values()) Y.applyUpdate(doc, update)
  type(doc, ' refused')
  disk.plant('records', id, { ...(await row()), status: 'submitted' })
  const before = await row()
  const derived = await disk.run(DERIVE_STORES, 'relaxed', (transaction) =>
    deriveStory(transaction, { id, epoch: 1, after: 0 }, doc, null, NOW),
  )
  expect(derived).toMatchObject({ ok: true, record: { summary: { headline: 'Harbour' } } })
  expect(await row()).toEqual(before)
})

test('a document of a closed epoch derives nothing', async () => {
  disk.plant('records', id, { ...(await row()), epoch: 2 })
  const before = await kept('contents')
  const doc = new Y.Doc()
  const derived = await disk.all((transaction) =>
    deriveStory(transaction, { id, epoch: 1, after: 5 }, doc, null, NOW),
  )
  expect(derived).toMatchObject({ ok: true, last: 5, record: { epoch: 2, summary: { headline: 'Harbour' } } })
  expect(await kept('contents')).toEqual(before)
})

test('a disk that is full at any of its writes leaves the story as it was, still marked as behind', async () => {
  await written(' reopens')
  expect(await withLittleRoom(disk, heal)).toEqual({ failures: 4, leftovers: 0 })
  expect(await row()).toMatchObject({ unsummarised: 0, summary: { headline: 'Harbour reopens' } })
})
