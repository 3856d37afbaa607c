import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepLateEdit, LATE_STORES, lateMessage } from '../../src/rules/late-edits.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import { readDocument } from '../../src/rules/stored-document.ts'
import type { Person } from '../../src/domain/person.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { recordWith } from '../domain/story-records.ts'
import { FullDisk, madeIn, withLittleRoom } from '../backends/full-disk.ts'
import { contentOf, NOW, REPORTER, type } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
let update: Uint8Array
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk, contentOf('A'))
  const stored = await disk.run(['updates'], 'readonly', (transaction) => readDocument(transaction, id, 1))
  if (!stored.ok) throw new Error(stored.message)
  const before = Y.encodeStateVector(stored.doc)
  type(stored.doc, ' late')
  update = Y.encodeStateAsUpdate(stored.doc, before)
  const row = (await disk.dump()).stores.get('records')?.get(id) as StoryRow
  disk.plant('records', id, { ...row, status: 'approved' })
})

const keep = (person: Person | null = REPORTER, client = 7, epoch = 1) =>
  disk.run(LATE_STORES, 'strict', (transaction) =>
    keepLateEdit(transaction, { story: id, epoch, client, update }, person, NOW),
  )
const late = async () => [...((await disk.dump()).stores.get('late')?.values() ?? [])]

/** The heads and copies of versions, as they would have been pinned. */
function pin(number: number, epoch: number, headline: string): void {
  const key = `${id}/${number}`
  const head = {
    name: '',
    hash: '',
    at: '',
    by: REPORTER,
    why: 'approve',
    note: '',
    status: 'approved',
    words: 0,
  }
  disk.plant('versions', key, { ...head, key, story: id, number, epoch, suggestions: 0 })
  disk.plant('copies', key, { key, story: id, number, content: contentOf(headline), state: new Uint8Array() })
}

test('the base is the last version of the epoch that was closed, whatever came after', async () => {
  pin(1, 1, 'first')
  pin(2, 1, 'pinned')
  pin(3, 2, 'next')
  await keep()
  expect(await late()).toMatchObject([{ base: contentOf('pinned'), content: contentOf('A late'), epoch: 1 }])
})

test('without a version, or with one that can’t be read, the base is what the epoch says', async () => {
  await keep()
  pin(1, 1, 'hurt')
  disk.plant('copies', `${id}/1`, { key: `${id}/1`, story: id, number: 1, content: 'nonsense' })
  await keep(REPORTER, 8)
  expect(await late()).toMatchObject([{ base: contentOf('A') }, { base: contentOf('A') }])
})

test('what the store refused is kept as it was, for rescue', async () => {
  await keep()
  const [row] = (await late()) as { update: Uint8Array }[]
  const doc = new Y.Doc()
  for (const { update: each } of (await disk.dump()).updates.values()) Y.applyUpdate(doc, each)
  Y.applyUpdate(doc, row?.update ?? new Uint8Array())
  expect(readContent(doc)).toEqual(contentOf('A late'))
})

test('the same document keeps one, another one its own', async () => {
  await keep()
  await keep()
  await keep(REPORTER, 8)
  expect((await late()).map((row) => (row as { key: string }).key)).toEqual([`${id}/1/7`, `${id}/1/8`])
})

test('nobody keeps none', async () => {
  expect(await keep(null)).toMatchObject({ ok: false, reason: 'not allowed' })
  expect(await late()).toEqual([])
})

test('a story whose text is damaged keeps none yet: they wait where they are', async () => {
  disk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' })
  expect(await keep()).toMatchObject({ ok: false, reason: 'damaged' })
  expect(await late()).toEqual([])
})

test('a disk that is full keeps nothing of them', async () => {
  expect(await withLittleRoom(disk, () => keep())).toEqual({ failures: 2, leftovers: 0 })
  expect(await late()).toHaveLength(1)
})

const messages: readonly [string, Parameters<typeof recordWith>[0], RegExp][] = [
  ['approved', { status: 'approved' }, /was approved while you wrote.*kept in this browser.*reopened/],
  ['spiked', { status: 'spiked' }, /was spiked while you wrote.*kept in this browser.*restored/],
  ['begun anew', { epoch: 2, status: 'in review' }, /was begun anew while you wrote.*Open it again/],
]
test.each(messages)(
  'of a story that was %s it is said what is safe and what to do',
  (_what, change, said) => {
    expect(lateMessage(recordWith(change), 1)).toMatch(said)
  },
)
