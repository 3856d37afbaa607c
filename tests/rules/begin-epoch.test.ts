import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { beginEpoch } from '../../src/rules/begin-epoch.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import { readThreads } from '../../src/domain/threads/read-threads.ts'
import { recordWith } from '../domain/story-records.ts'
import { FullDisk } from '../backends/full-disk.ts'
import { commentOn, openIds, readyContent, suggest } from '../backends/review-stage.ts'
import { REPORTER, SUB } from '../backends/test-desk.ts'

const APPROVED = recordWith({ status: 'approved' })
let disk: FullDisk
let closed: Y.Doc
beforeEach(() => {
  disk = new FullDisk()
  closed = new Y.Doc()
  Y.applyUpdate(closed, seedUpdate(readyContent('Closed'), 5))
  commentOn(closed, SUB, 'c', 'Sure?')
})

function pin(number: number, headline: string, change: object = {}): void {
  const [story, key] = [APPROVED.id, `${APPROVED.id}/${number}`]
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
  disk.plant('versions', key, { ...head, key, story, number, epoch: 1, suggestions: 0, ...change })
  disk.plant('copies', key, { key, story, number, content: readyContent(headline), state: new Uint8Array() })
}

const begin = (before: StoryRecord = APPROVED, hasOpen = false): Promise<Y.Doc> =>
  disk.all((transaction) => beginEpoch(transaction, before, closed, hasOpen, 42))
const saidBy = (doc: Y.Doc): unknown => readContent(doc).headline

test('an approved story begins anew with what its approval pinned, by a client of its own', async () => {
  pin(1, 'Of another epoch', { epoch: 0 })
  pin(2, 'Pinned')
  pin(3, 'Kept after it', { why: 'keep version' })
  const doc = await begin()
  expect(saidBy(doc)).toEqual(readyContent('Pinned').headline)
  expect([...doc.store.clients.keys()]).toEqual([42])
  expect(readThreads(doc).map(({ id }) => id)).toEqual(['c'])
})

test('with no version of its approval, or a damaged one, it begins with what its document says', async () => {
  expect(saidBy(await begin())).toEqual(readyContent('Closed').headline)
  pin(1, 'Hurt')
  disk.plant('copies', `${APPROVED.id}/1`, { key: `${APPROVED.id}/1`, content: null })
  expect(saidBy(await begin())).toEqual(readyContent('Closed').headline)
})

test('what is restored with open suggestions keeps them open, and all that hangs on them', async () => {
  suggest(closed, SUB, 's', ' today')
  const doc = await begin(recordWith({ status: 'spiked' }), true)
  expect(openIds(doc)).toEqual(['s'])
  expect(readContent(doc)).toEqual(readContent(closed))
  expect(readContent(doc, 'was')).toEqual(readContent(closed, 'was'))
  expect(readThreads(doc)).toEqual(readThreads(closed))
  expect(doc.clientID).toBe(42)
})

test('what is restored without any is written anew, without the history of before', async () => {
  for (let time = 0; time < 500; time++) {
    closed.getText('headline').insert(0, 'x')
    closed.getText('headline').delete(0, 1)
  }
  const doc = await begin(recordWith({ status: 'spiked' }))
  expect(readContent(doc)).toEqual(readContent(closed))
  expect([...doc.store.clients.keys()]).toEqual([42])
})
