import { v7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CREATE_STORES, createStory, isStoryId } from '../../src/rules/create-story.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import { readContent } from '../../src/domain/read-content.ts'
import type { Person } from '../../src/domain/person.ts'
import { FullDisk, withLittleRoom } from '../backends/full-disk.ts'
import { contentOf, NOW, REPORTER } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(() => {
  disk = new FullDisk()
  id = v7()
})

const SOURCE = { name: 'wire', type: 'text/plain', text: 'copy' }
const CONTENT = contentOf('Harbour', 'Crème brûlée', 'slug')
const create = (person: Person | null = REPORTER, now = NOW, seeder = 7) =>
  disk.run(CREATE_STORES, 'strict', (transaction) =>
    createStory(transaction, { id, content: CONTENT, source: SOURCE }, seeder, person, now),
  )

test('all that is kept of a story is there after it, each in its store', async () => {
  expect(await create()).toMatchObject({ ok: true, made: true, record: { id, hasSource: true } })
  const { stores, updates } = await disk.dump()
  const row = stores.get('records')?.get(id)
  expect(row).toMatchObject({ sequence: 1, order: -1, born: -1, unsummarised: 0 })
  expect(stores.get('sources')?.get(id)).toEqual({ ...SOURCE, id })
  expect(stores.get('contents')?.get(id)).toEqual({ id, content: CONTENT })
  expect(stores.get('searches')?.get(id)).toMatchObject({
    text: expect.stringContaining('creme brulee') as string,
  })
  expect(stores.get('events')?.get(1)).toMatchObject({ story: id, type: 'create', from: null, to: 'draft' })
  const [update] = updates.values()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update?.update ?? new Uint8Array())
  expect(readContent(doc)).toEqual(CONTENT)
  expect([...doc.store.clients.keys()]).toEqual([7])
})

test('made again, with whatever words and by whomever, it is as it was', async () => {
  await create()
  const before = await disk.dump()
  expect(await create(null, NOW, 8)).toMatchObject({ ok: true, made: false, record: { reporters: ['rita'] } })
  expect(await disk.dump()).toEqual(before)
})

test('a story whose row is damaged is not made over', async () => {
  await create()
  disk.plant('records', id, { id, status: 'draft' })
  const before = await disk.dump()
  expect(await create()).toMatchObject({ ok: false, reason: 'damaged' })
  expect(await disk.dump()).toEqual(before)
})

test('nobody makes no story, and takes no place in the order', async () => {
  expect(await create(null)).toMatchObject({ ok: false, reason: 'not allowed' })
  expect((await disk.dump()).stores.get('meta')?.size).toBe(0)
})

test('a clock that was set back by a day changes the date for people and no order', async () => {
  await create()
  const first = id
  id = v7()
  await create(REPORTER, () => new Date('2026-11-23T12:00:00Z'))
  const latest = await disk.all((transaction) => transaction.firstStories('created', null, 9))
  expect(latest.map((row) => (row as StoryRow).id)).toEqual([id, first])
  expect(latest[0]).toMatchObject({ createdAt: '2026-11-23T12:00:00.000Z', sequence: 2 })
})

test('a disk that is full at any of its writes keeps nothing of a story', async () => {
  expect(await withLittleRoom(disk, create)).toEqual({ failures: 7, leftovers: 0 })
  disk.failsAtEnd = true
  const before = await disk.dump()
  id = v7()
  await expect(create()).rejects.toThrow('full')
  expect(await disk.dump()).toEqual(before)
})

const ids: readonly [string, boolean][] = [
  ['01932f5e-0000-7000-8000-000000000000', true],
  ['01932f5e-0000-7000-bfff-ffffffffffff', true],
  ['01932f5e-0000-4000-8000-000000000000', false],
  ['01932f5e-0000-7000-7000-000000000000', false],
  ['01932F5E-0000-7000-8000-000000000000', false],
  ['01932f5e00007000800000000000000', false],
  ['01932f5e-0000-7000-8000-000000000000\n', false],
  ['../01932f5e-0000-7000-8000-00000000000', false],
  ['', false],
]
test.each(ids)('%o as an id of a story: %o', (given, expected) => {
  expect(isStoryId(given)).toBe(expected)
})
