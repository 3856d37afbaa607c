import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { HttpConnection } from '../../../src/backends/http/http-connection.ts'
import { HttpStories } from '../../../src/backends/http/http-stories.ts'
import { StoryLine } from '../../../src/backends/http/story-line.ts'
import { spansText } from '../../../src/domain/story-content.ts'
import { headlineOf, REPORTER, type } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

// Words that can't come into their story are kept as late edits when all of them can be read there, and stay to be sent until then.

let server: ModelServer
let desk: ModelDesk
let doc: Y.Doc
beforeEach(async () => {
  server = new ModelServer(v7())
  desk = await modelDesk(server, crypto.randomUUID())
  doc = new Y.Doc()
})
afterEach(() => desk.end())

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const late = async (): Promise<readonly string[]> =>
  (await desk.late.of(REPORTER.id, server.record.id)).map(({ content }) => spansText(content.headline))
const rows = async (): Promise<number> => (await desk.outbox.of(REPORTER.id)).length

function wire() {
  const last = desk.wires.at(-1)
  if (!last) throw new Error('no wire')
  return last
}

/** A line with the story open, all of which is here. */
async function openLine(): Promise<StoryLine> {
  const line = new StoryLine(desk, REPORTER, server.record, () => {})
  void new HttpConnection(desk, line, doc)
  wire().connect()
  await settle()
  return line
}

async function send(line: StoryLine): Promise<void> {
  void line.flush()
  await settle()
  wire().deliver()
  await settle()
}

/** What a tab has left that lives no more: of what it wrote only the last update was not acked. */
async function leave(...words: readonly string[]): Promise<void> {
  const dead = new Y.Doc()
  Y.applyUpdate(dead, Y.encodeStateAsUpdate(server.doc))
  const updates: Uint8Array[] = []
  dead.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of words) type(dead, word)
  const [update = new Uint8Array([0, 0])] = updates.slice(-1)
  const { id: story, epoch } = server.record
  await desk.outbox.add({
    person: REPORTER.id,
    story,
    epoch,
    tab: 'dead',
    client: dead.clientID,
    update,
    changes: 1,
  })
  const state = Y.encodeStateAsUpdate(server.doc)
  await desk.seen.keepStory({
    id: story,
    record: server.record,
    epoch,
    state,
    ahead: Y.encodeStateAsUpdate(dead),
  })
}

async function drain(): Promise<HttpStories> {
  const stories = new HttpStories({ ...desk, isOpen: () => true })
  void stories.drain()
  await settle()
  wire().connect()
  await settle()
  wire().deliver()
  await settle()
  wire().connect()
  await settle()
  return stories
}

test.each([
  ['the record', (): boolean => true],
  ['what the story was closed with', (path: string): boolean => path.includes('/versions')],
])('words stay to be sent while the server does not say %s', async (_what, silent) => {
  const line = await openLine()
  await line.cache()
  type(doc, 'acked ')
  await send(line)
  type(doc, 'refused')
  server.close()
  server.silent = silent
  await send(line)
  await line.words.keep()
  expect([await late(), await rows()]).toEqual([[], 1])

  server.silent = () => false
  wire().connect()
  await settle()
  await send(line)
  expect([await late(), await rows()]).toEqual([['acked refused'], 0])
  await line.end()
})

test.each([
  ['closed', () => server.close()],
  ['reopened since', () => server.reopen()],
])(
  'words for a story that was %s and that build on what is nowhere any more are no late edit: it would not say them',
  async (_what, end) => {
    await leave('lost ', 'left')
    await desk.seen.forget()
    await desk.seen.keepPerson(REPORTER)
    end()
    const stories = await drain()
    expect([await late(), await rows()]).toEqual([[], 1])
    await stories.end()
  },
)

test('a server that was set up anew from a backup gets from this browser what it lost, with the words that build on it', async () => {
  await leave('acked before the backup ', 'unsent')
  const stories = await drain()
  expect(headlineOf(server.doc)).toBe('acked before the backup unsent')
  expect([await late(), await rows()]).toEqual([[], 0])
  await stories.end()
})

test('what can’t be stored just now stays to be sent, and is no late edit', async () => {
  await leave('left')
  server.refusal = { reason: 'storage', message: 'The disk is full.', isClosed: false }
  const stories = await drain()
  expect([await late(), await rows()]).toEqual([[], 1])
  await stories.end()
})

test('what was stored, and only its ack lost, is no late edit when the story was reopened since', async () => {
  const line = await openLine()
  type(doc, 'stored')
  void line.flush()
  await settle()
  wire().lose(true)
  await settle()
  server.reopen()
  await line.look()
  await line.flush()
  await settle()
  expect([await late(), await rows(), line.isLate(doc.clientID)]).toEqual([[], 0, false])
  await line.end()
})

test('words in one document that build on refused ones in another are kept with them', async () => {
  const line = await openLine()
  const other = new Y.Doc()
  void new HttpConnection(desk, line, other)
  type(doc, 'one ')
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'copied')
  type(other, 'two')
  server.close()
  await send(line)
  expect((await late()).at(-1)).toBe('one two')
  expect(await rows()).toBe(0)
  await line.end()
})

test('a tab believes a server that was set up anew from a backup: what came after that is a late edit', async () => {
  server.record = { ...server.record, epoch: 2, sequence: 20 }
  const line = await openLine()
  type(doc, 'unsent')
  await line.words.keep()
  server.record = { ...server.record, epoch: 1, sequence: 3 }
  await line.look()
  await line.flush()
  await settle()
  expect([line.record.sequence, (await desk.seen.record(line.id))?.sequence]).toEqual([3, 3])
  expect([await late(), await rows()]).toEqual([['unsent'], 0])
  await line.end()
})

test('what is left of a story that the server has no more is a late edit of whoever wrote it, or waits', async () => {
  await leave('left')
  await desk.outbox.add({
    person: REPORTER.id,
    story: 'another',
    epoch: 1,
    tab: 'dead',
    client: 1,
    update: Y.encodeStateAsUpdate(new Y.Doc(), new Uint8Array([0])),
    changes: 1,
  })
  const [first] = await desk.outbox.of(REPORTER.id)
  if (!first) throw new Error('no row')
  // Of this one only the second half is here: by itself it says nothing.
  const other = new Y.Doc()
  type(other, 'lost')
  const before = Y.encodeStateVector(other)
  type(other, ' too')
  const half = {
    ...first,
    story: 'third',
    client: other.clientID,
    update: Y.encodeStateAsUpdate(other, before),
  }
  await desk.outbox.add(half)
  server.isGone = true
  const stories = new HttpStories({ ...desk, isOpen: () => true })
  await stories.drain()
  expect(await late()).toEqual(['left'])
  expect((await desk.outbox.of(REPORTER.id)).map(({ story }) => story)).toEqual(['third'])
  expect([stories.unsent, desk.wires.length]).toEqual([1, 0])
  await stories.end()
})

test('a document that only has the number of the old one is not given the old one’s words, nor all of it', async () => {
  type(server.doc, 'the story as it was ')
  await leave('unsent')
  server.doc = new Y.Doc()
  type(server.doc, 'another beginning')
  const stories = await drain()
  expect(headlineOf(server.doc)).toBe('another beginning')
  expect([await late(), await rows()]).toEqual([[], 1])
  await stories.end()
})
