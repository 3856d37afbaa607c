import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { HttpConnection } from '../../../src/backends/http/http-connection.ts'
import { StoryLine } from '../../../src/backends/http/story-line.ts'
import { LIMITS } from '../../../src/backends/wire.ts'
import { headlineOf, REPORTER, type, until } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

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

function wire() {
  const last = desk.wires.at(-1)
  if (!last) throw new Error('no wire')
  return last
}

/** A line with the story open, all of which is here. */
async function openLine(): Promise<{ readonly line: StoryLine; readonly connection: HttpConnection }> {
  const line = new StoryLine(desk, REPORTER, server.record, () => {})
  const connection = new HttpConnection(desk, line, doc)
  wire().connect()
  await settle()
  return { line, connection }
}

test('a line is over before it is forgotten, however long it takes to keep its story', async () => {
  desk = {
    ...desk,
    pauses: { ...desk.pauses, linger: 1 },
    seen: Object.assign(Object.create(desk.seen), { keepStory: () => new Promise(() => {}) }),
  }
  let wasOver: boolean | null = null
  const line: StoryLine = new StoryLine(desk, REPORTER, server.record, () => {
    wasOver = line.isOver
  })
  const connection = new HttpConnection(desk, line, doc)
  wire().connect()
  await settle()
  connection.abandon()
  await until(() => wasOver, true)
  expect(wire().isOver).toBe(true)
})

test('what is refused to somebody who may comment is not sent again and again', async () => {
  const { requests } = desk
  const get: typeof requests.get = async (path, shape) => {
    await settle()
    return requests.get(path, shape)
  }
  desk = { ...desk, isOpen: () => true, requests: Object.assign(Object.create(requests), { get }) }
  const { line } = await openLine()
  type(doc, 'typed before it was submitted')
  server.refuse()
  let sent = 0
  const send = wire().send.bind(wire())
  wire().send = (update, whole) => {
    sent += 1
    const answer = send(update, whole)
    setImmediate(() => {
      wire().deliver()
      setImmediate(() => wire().connect())
    })
    return answer
  }
  await line.words.keep()
  void line.flush()
  for (let round = 0; round < 10; round++) await settle()
  // Once as the draft that it was taken for, once as what it is.
  expect(sent).toBe(2)

  server.allow()
  await line.look()
  await settle()
  expect([sent, headlineOf(server.doc)]).toEqual([3, 'typed before it was submitted'])
  await line.end()
})

test('more than one message takes goes in several, and what alone is too much never reaches the wire', async () => {
  const { line, connection } = await openLine()
  const sizes: number[] = []
  const send = wire().send.bind(wire())
  wire().send = (update, whole) => {
    sizes.push(update.length)
    return send(update, whole)
  }
  for (let part = 0; part < 4; part++) type(doc, 'x'.repeat(1_500_000))
  void line.flush()
  for (let round = 0; round < 3; round++) {
    await settle()
    wire().deliver()
  }
  await settle()
  expect(sizes).toHaveLength(2)
  expect(Math.max(...sizes)).toBeLessThan(LIMITS.update)
  expect([headlineOf(server.doc).length, connection.state.kind]).toEqual([6_000_000, 'saved'])

  type(doc, 'y'.repeat(5_100_000))
  await line.flush()
  expect(sizes).toHaveLength(2)
  expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
  expect(await desk.outbox.of(REPORTER.id)).toHaveLength(1)
  await line.end()
})

test('rows that can’t be sent in one message are never made one', async () => {
  const { line } = await openLine()
  for (let part = 0; part < 4; part++) type(doc, 'x'.repeat(1_500_000))
  await line.words.keep()
  const rows = await desk.outbox.of(REPORTER.id)
  expect(rows.map(({ changes }) => changes)).toEqual([3, 1])
  await line.end()
})

test('typing is sent though the browser’s storage hangs', async () => {
  const outbox = Object.assign(Object.create(desk.outbox), { add: () => new Promise(() => {}) })
  desk = { ...desk, outbox }
  const { line } = await openLine()
  type(doc, 'one ')
  void line.words.keep()
  await settle()
  for (const word of ['', 'two']) {
    type(doc, word)
    void line.flush()
    await settle()
    wire().deliver()
    await settle()
  }
  expect([headlineOf(server.doc), line.words.isEmpty]).toEqual(['one two', true])
})

test('what one turn of taking words over broke on keeps the next ones from nothing', async () => {
  const { line } = await openLine()
  const send = wire().send.bind(wire())
  wire().send = () => {
    throw new Error('a bug')
  }
  type(doc, 'one')
  await expect(line.adopt([])).rejects.toThrow('a bug')
  wire().send = send
  const adopting = line.adopt([])
  await settle()
  wire().deliver()
  await adopting
  expect([headlineOf(server.doc), line.words.isEmpty]).toEqual(['one', true])
  await line.end()
})

test('what was lost on the way is sent when there is one again, though the browser’s storage hangs', async () => {
  const outbox = Object.assign(Object.create(desk.outbox), { add: () => new Promise(() => {}) })
  desk = { ...desk, outbox }
  const { line } = await openLine()
  type(doc, 'one ')
  void line.flush()
  await settle()
  wire().lose(false)
  await settle()
  type(doc, 'two')
  wire().connect()
  await settle()
  wire().deliver()
  await settle()
  expect([headlineOf(server.doc), line.words.isEmpty]).toEqual(['one two', true])
})
