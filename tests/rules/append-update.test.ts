import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { accessIn, APPEND_STORES, appendUpdate } from '../../src/rules/append-update.ts'
import { readDocument } from '../../src/rules/stored-document.ts'
import type { DeskTransaction, StoryRow } from '../../src/rules/desk-storage.ts'
import type { Person } from '../../src/domain/person.ts'
import { addAuthor } from '../../src/domain/story-doc.ts'
import { startThread } from '../../src/domain/threads/write-threads.ts'
import { recordWith, WRITER } from '../domain/story-records.ts'
import { FullDisk, madeIn, withLittleRoom } from '../backends/full-disk.ts'
import { CHIEF, NOW, OTHER, REPORTER, SUB } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk)
})

/** What each change of the story is as an update. */
function updateBy(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}
const UPDATE = updateBy((doc) => doc.getText('headline').insert(0, 'Words '))
const commentBy = (by: string, id = 't'): Uint8Array =>
  updateBy((doc) =>
    startThread(doc, {
      id,
      by,
      at: NOW().toISOString(),
      anchor: { kind: 'field', field: 'headline' },
      quote: '',
      message: { id: 'm', text: 'Is it?', mentions: [] },
    }),
  )
const COMMENT = commentBy(OTHER.id)
const FACT = updateBy((doc) => doc.getMap('origins').set(`${doc.clientID}:0`, {}))

const append = (
  person: Person | null = REPORTER,
  after = 1,
  epoch = 1,
  now = NOW,
  update: Uint8Array = UPDATE,
) =>
  disk.run(APPEND_STORES, 'strict', (transaction) =>
    appendUpdate(transaction, { id, epoch, after }, update, person, now),
  )
const row = async (): Promise<StoryRow> => (await disk.dump()).stores.get('records')?.get(id) as StoryRow
const change = async (changed: object): Promise<void> =>
  disk.plant('records', id, { ...(await row()), ...changed })
const size = async (): Promise<number> => (await disk.dump()).updates.size

test('an update is stored after all others, and the row says that its summary is behind', async () => {
  const before = await row()
  expect(await append()).toEqual({ ok: true, key: 2, others: [], record: null })
  expect(await append(REPORTER, 2)).toMatchObject({ key: 3 })
  expect(await row()).toEqual({ ...before, unsummarised: 1 })
})

test('all that it looks at is asked for at once, and all that it writes', async () => {
  await append()
  await change({ unsummarised: 0 })
  const asked: string[] = []
  const appended = disk.run(APPEND_STORES, 'strict', (transaction) => {
    const noted: DeskTransaction = {
      ...transaction,
      get: (store, key) => (asked.push(`get ${store}`), transaction.get(store, key)),
      updatesAfter: (...of) => (asked.push('updates'), transaction.updatesAfter(...of)),
      addUpdate: (row) => (asked.push('add'), transaction.addUpdate(row)),
      put: (store, row) => (asked.push(`put ${store}`), transaction.put(store, row)),
    }
    const answer = appendUpdate(noted, { id, epoch: 1, after: 2 }, UPDATE, Promise.resolve(REPORTER), NOW)
    expect(asked).toEqual(['get records', 'updates'])
    return answer
  })
  expect(await appended).toMatchObject({ ok: true, key: 3 })
  expect(asked).toEqual(['get records', 'updates', 'add', 'put records'])
})

test('an update is stored with who wrote it, whether or not it makes them a reporter', async () => {
  await append(SUB)
  await append(CHIEF)
  await append(OTHER, 1, 1, NOW, COMMENT)
  const rows = [...(await disk.dump()).updates.values()]
  expect(rows.map(({ by }) => by)).toEqual([REPORTER.id, SUB.id, CHIEF.id, OTHER.id])
})

test('the answer holds what others stored since, and nothing that was known', async () => {
  const theirs = new Uint8Array([0, 0])
  disk.plantUpdate({ story: 'another', epoch: 1, update: theirs })
  disk.plantUpdate({ story: id, epoch: 1, update: theirs })
  disk.plantUpdate({ story: id, epoch: 2, update: theirs })
  expect(await append(REPORTER, 1)).toMatchObject({ key: 5, others: [theirs] })
  expect(await append(REPORTER, 5)).toMatchObject({ key: 6, others: [] })
})

test('a chief who edits a draft becomes one of its reporters, once, as the latest change', async () => {
  const second = await madeIn(disk)
  expect(await append(CHIEF)).toMatchObject({ record: { reporters: ['rita', 'carla'], sequence: 3 } })
  expect(await append(CHIEF)).toMatchObject({ record: null })
  expect((await row()).reporters).toEqual(['rita', 'carla'])
  const latest = await disk.all((transaction) => transaction.firstStories('changed', null, 2))
  expect(latest.map((each) => (each as StoryRow).id)).toEqual([id, second])
})

test('whoever edits in review does not become a reporter', async () => {
  await change({ status: 'in review', claimant: SUB.id })
  expect(await append(SUB)).toMatchObject({ ok: true, record: null })
  expect((await row()).reporters).toEqual(['rita'])
})

test('the clock set back by a day changes no order', async () => {
  await append(CHIEF, 1, 1, () => new Date('2026-11-23T12:00:00Z'))
  expect(await row()).toMatchObject({ sequence: 2, order: -2, changedAt: '2026-11-23T12:00:00.000Z' })
})

test('a chief who only comments on a draft wrote none of it, and may approve it yet', async () => {
  expect(await append(CHIEF, 1, 1, NOW, commentBy(CHIEF.id))).toMatchObject({ ok: true, record: null })
  expect((await row()).reporters).toEqual(['rita'])
})

test('a sub who suggests in a draft stores it, and does not become a reporter', async () => {
  expect(await append(SUB)).toMatchObject({ ok: true, record: null })
  expect((await row()).reporters).toEqual(['rita'])
})

test.each([
  ['bytes that are no update', Uint8Array.of(9, 9, 9)],
  ['half an update', UPDATE.subarray(0, UPDATE.length - 4)],
  ['something of no length', Uint8Array.of(1, 1, 9, 0, 0, 0, 0)],
  ['nothing at all', new Uint8Array()],
])('whoever edits stores no %s, which nobody could open again', async (_what, update) => {
  const before = await size()
  expect(await append(REPORTER, 1, 1, NOW, update)).toMatchObject({ ok: false, reason: 'invalid' })
  expect(await size()).toBe(before)
})

/** An update whose predecessor is nowhere. */
function orphan(): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('threads').set('first', 'lost')
  const before = Y.encodeStateVector(doc)
  doc.getMap('threads').set('second', 'builds on it')
  return Y.encodeStateAsUpdate(doc, before)
}

const beside: readonly [string, Uint8Array, boolean][] = [
  ['a comment', COMMENT, true],
  ['a comment in another name', commentBy(SUB.id), false],
  ['a fact about what they insert themselves', FACT, true],
  ['a fact about what another inserts', updateBy((doc) => doc.getMap('origins').set('7:0', {})), false],
  ['words', UPDATE, false],
  ['a comment with words in it', Y.mergeUpdates([COMMENT, UPDATE]), false],
  ['a plain field', updateBy((doc) => doc.getMap('fields').set('slug', 'mine')), false],
  ['an author', updateBy((doc) => addAuthor(doc, 'a', { name: 'Me', role: '' })), false],
  ['bytes that are no update', new Uint8Array([9, 9, 9]), false],
  ['a comment that builds on what was never stored', orphan(), false],
]
test.each(beside)('whoever may only comment stores %s: or not', async (_what, update, isStored) => {
  const before = await size()
  expect(await append(OTHER, 1, 1, NOW, update)).toMatchObject({ ok: isStored })
  expect(await size()).toBe(before + Number(isStored))
})

/** Appends as a server does, which has the story's document at hand; answers also with how often all of the text was read. */
async function appendTo(doc: Y.Doc, person: Person, update: Uint8Array): Promise<readonly [unknown, number]> {
  let readings = 0
  const answer = await disk.run(APPEND_STORES, 'strict', (transaction) => {
    const counting = {
      ...transaction,
      updatesAfter: (story: string, epoch: number, key: number) => {
        if (key === 0) readings += 1
        return transaction.updatesAfter(story, epoch, key)
      },
    }
    return appendUpdate(counting, { id, epoch: 1, after: 1, doc }, update, person, NOW)
  })
  return [answer, readings]
}

async function documentNow(): Promise<Y.Doc> {
  const stored = await disk.run(['updates'], 'readonly', (transaction) => readDocument(transaction, id, 1))
  if (!stored.ok) throw new Error(stored.message)
  return stored.doc
}

test('whoever edits signs with their own name as well, where the document is at hand', async () => {
  const doc = await documentNow()
  const before = await size()
  const forged = await appendTo(doc, REPORTER, commentBy(SUB.id))
  expect(forged).toMatchObject([{ ok: false, reason: 'not allowed' }, 1])
  expect(await size()).toBe(before)
  expect(await appendTo(doc, REPORTER, commentBy(REPORTER.id))).toMatchObject([{ ok: true }, 1])
  expect(await appendTo(doc, SUB, Y.mergeUpdates([UPDATE, commentBy(OTHER.id, 'more')]))).toMatchObject([
    { ok: false },
    1,
  ])
})

test('what is typed is stored without reading the story', async () => {
  const doc = await documentNow()
  doc.getText('headline').insert(2, 'x')
  const typed = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(await documentNow()))
  for (const person of [REPORTER, SUB]) {
    expect(await appendTo(await documentNow(), person, typed)).toMatchObject([{ ok: true }, 0])
  }
})

const closed: readonly [string, object, number][] = [
  ['approved', { status: 'approved' }, 1],
  ['published', { status: 'published' }, 1],
  ['spiked', { status: 'spiked', spikedFrom: 'draft' }, 1],
  ['begun anew', { epoch: 2 }, 1],
]
test.each(closed)('a story that was %s takes nothing any more, and says so', async (_what, changed) => {
  await change(changed)
  for (const person of [REPORTER, SUB, CHIEF]) {
    expect(await append(person)).toMatchObject({ ok: false, reason: 'not allowed', isClosed: true })
  }
  expect(await size()).toBe(1)
})

test('what is refused for now is not closed', async () => {
  await change({ status: 'submitted' })
  expect(await append(REPORTER)).not.toHaveProperty('isClosed', true)
})

const refused: readonly [string, () => unknown, Person | null, string][] = [
  ['nobody is at work', () => null, null, 'not allowed'],
  ['it is another’s draft', () => null, OTHER, 'not allowed'],
  ['it was submitted meanwhile', () => change({ status: 'submitted' }), REPORTER, 'not allowed'],
  [
    'it was spiked meanwhile',
    () => change({ status: 'spiked', spikedFrom: 'draft' }),
    REPORTER,
    'not allowed',
  ],
  ['it was reopened meanwhile', () => change({ epoch: 2 }), REPORTER, 'not allowed'],
  ['a newer Stet wrote it', () => change({ schema: 99 }), REPORTER, 'not allowed'],
  ['its record is damaged', () => change({ reporters: 'rita' }), REPORTER, 'damaged'],
  [
    'what others stored is damaged',
    () => disk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' }),
    REPORTER,
    'damaged',
  ],
]
test.each(refused)(
  'where %s nothing is stored, and the refusal says why',
  async (_what, prepare, person, reason) => {
    await prepare()
    const before = [await row(), await size()]
    const answer = await append(person)
    expect(answer).toMatchObject({ ok: false, reason })
    expect(answer).toHaveProperty('message', expect.stringMatching(/\w{3,}.*[.!]$/))
    expect([await row(), await size()]).toEqual(before)
  },
)

test('a story that is gone is not found', async () => {
  id = 'elsewhere'
  expect(await append()).toMatchObject({ ok: false, reason: 'not found' })
  expect(await size()).toBe(1)
})

test('a disk that is full at any of its writes stores neither the words nor the name', async () => {
  expect(await withLittleRoom(disk, () => append(CHIEF))).toEqual({ failures: 3, leftovers: 0 })
  expect((await row()).reporters).toEqual(['rita', 'carla'])
  disk.failsAtEnd = true
  const before = [await row(), await size()]
  await expect(append()).rejects.toThrow('full')
  expect([await row(), await size()]).toEqual(before)
})

test('a closed epoch and nobody may only read', () => {
  const record = recordWith({ epoch: 2 })
  expect(accessIn(record, WRITER, 2).right).toBe('edit')
  expect(accessIn(record, WRITER, 1)).toMatchObject({
    right: 'read',
    why: expect.stringContaining('reopened') as string,
  })
  expect(accessIn(record, null, 2)).toMatchObject({
    right: 'read',
    why: expect.stringContaining('who you are') as string,
  })
})
