import { beforeEach, expect, test } from 'vitest'
import { CONTENT_SCHEMA } from '../../src/domain/story-doc.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import { recordOf } from '../../src/rules/stored-shapes.ts'
import {
  lastSequence,
  listedRecord,
  nextSequence,
  putChange,
  readOwnStory,
  readStory,
  readUpdates,
} from '../../src/rules/story-rows.ts'
import { FullDisk, madeIn } from '../backends/full-disk.ts'
import { NOW } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk)
})
const row = async (): Promise<StoryRow> => (await disk.dump()).stores.get('records')?.get(id) as StoryRow

test('a sound row is current, and a key that a newer Stet put beside is kept through a change', async () => {
  disk.plant('records', id, { ...(await row()), mood: 'new' })
  const story = await disk.all((transaction) => readOwnStory(transaction, id))
  if (!story.ok) throw new Error(story.message)
  await disk.all((transaction) => putChange(transaction, story.row, recordOf(story.row), 0, NOW))
  expect(await row()).toMatchObject({ mood: 'new', sequence: 2, order: -2, born: -1 })
})

const stored: readonly [string, object, object, object][] = [
  [
    'of a newer schema',
    { schema: CONTENT_SCHEMA + 1 },
    { ok: true, kind: 'newer' },
    { ok: false, reason: 'not allowed' },
  ],
  ['newer and odd', { schema: CONTENT_SCHEMA + 1, summary: 7 }, { ok: true, kind: 'newer' }, { ok: false }],
  ['damaged', { epoch: 'x' }, { ok: false, reason: 'damaged' }, { ok: false, reason: 'damaged' }],
  ['of no schema', { schema: null }, { ok: false, reason: 'damaged' }, { ok: false, reason: 'damaged' }],
]
test.each(stored)('a row %s is told apart', async (_what, change, read, own) => {
  disk.plant('records', id, { ...(await row()), ...change })
  expect(await disk.all((transaction) => readStory(transaction, id))).toMatchObject(read)
  expect(await disk.all((transaction) => readOwnStory(transaction, id))).toMatchObject(own)
})

test('no row is not found', async () => {
  expect(await disk.all((transaction) => readStory(transaction, 'x'))).toMatchObject({ reason: 'not found' })
})

test('a damaged row is listed under its id, with what is sound of it', async () => {
  expect(listedRecord({ ...(await row()), epoch: 'x' })).toEqual(recordOf(await row()))
  expect(listedRecord({ id })).toMatchObject({ id, status: 'draft', sequence: 0 })
})

test('places count up by one, also within one transaction', async () => {
  const given = await disk.all(async (transaction) => [
    await nextSequence(transaction),
    await nextSequence(transaction),
  ])
  expect(given).toEqual([2, 3])
  expect(await disk.all(lastSequence)).toBe(3)
})

test.each([{ name: 'sequence' }, { name: 'sequence', value: '9' }])(
  'a place that is lost (%o) goes on from the latest story',
  async (meta) => {
    await madeIn(disk)
    disk.plant('meta', 'sequence', meta)
    expect(await disk.all(lastSequence)).toBeNull()
    expect(await disk.all(nextSequence)).toBe(3)
    expect(await disk.all(nextSequence)).toBe(4)
  },
)

test('the first place of an empty desk is 1', async () => {
  expect(await new FullDisk().all(nextSequence)).toBe(1)
})

test('updates come oldest first, after a key, with the key of the last', async () => {
  for (const byte of [1, 2]) disk.plantUpdate({ story: id, epoch: 1, update: new Uint8Array([byte]) })
  const read = (after: number, epoch = 1) =>
    disk.all((transaction) => readUpdates(transaction, id, epoch, after))
  expect(await read(1)).toEqual({
    ok: true,
    updates: [new Uint8Array([1]), new Uint8Array([2])],
    keys: [2, 3],
    writers: [null, null],
    last: 3,
  })
  expect(await read(3)).toEqual({ ok: true, updates: [], keys: [], writers: [], last: 3 })
  expect(await read(0, 2)).toMatchObject({ keys: [], last: 0 })
  disk.plantUpdate({ story: id, epoch: 1, update: [1, 2, 3] })
  expect(await read(0)).toMatchObject({ ok: false, reason: 'damaged' })
  expect(await read(4)).toMatchObject({ ok: true, keys: [] })
})
