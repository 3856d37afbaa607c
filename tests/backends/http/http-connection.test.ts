import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toBase64 } from '../../../src/backends/wire.ts'
import { HttpConnection } from '../../../src/backends/http/http-connection.ts'
import { StoryLine } from '../../../src/backends/http/story-line.ts'
import { headlineOf, REPORTER, type } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

let server: ModelServer
let desk: ModelDesk
let doc: Y.Doc
let line: StoryLine
let connection: HttpConnection
/** What the server does when it is asked to decide, and answers. */
let decided: () => unknown
beforeEach(async () => {
  server = new ModelServer(v7())
  type(server.doc, 'A')
  const model = await modelDesk(server, crypto.randomUUID())
  const post: typeof model.requests.post = async (path, shape) => {
    const answer = JSON.stringify({ ok: true, value: path.endsWith('/decisions') ? decided() : null })
    await settle()
    return model.requests.read(new Response(answer), shape)
  }
  const get: typeof model.requests.get = (path, shape) => model.requests.get(path, shape)
  desk = { ...model, requests: Object.assign(Object.create(model.requests), { get, post }) }
  doc = new Y.Doc()
  line = new StoryLine(desk, REPORTER, server.record, () => {})
  connection = new HttpConnection(desk, line, doc)
  desk.wires[0]?.connect()
  await settle()
})
afterEach(async () => {
  await line.end()
  await desk.end()
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** What a document of its own writes at the end of the server's. */
function written(word: string): Uint8Array {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(server.doc))
  const before = Y.encodeStateVector(other)
  type(other, word)
  const update = Y.encodeStateAsUpdate(other, before)
  Y.applyUpdate(server.doc, update)
  return update
}

/** Has the wire say these at once, as after a pause. */
function hear(...updates: readonly Uint8Array[]): void {
  desk.wires[0]?.hear(Y.mergeUpdates([...updates]))
}

test.each<readonly [string, (before: Uint8Array, effect: Uint8Array, after: Uint8Array) => void]>([
  ['comes in one message with what others wrote', (before, effect, after) => hear(before, effect, after)],
  [
    'comes alone, after what it builds on',
    (before, effect, after) => [before, effect, after].map((each) => hear(each)),
  ],
  [
    'comes late, and what it builds on after the answer',
    (before, effect, after) =>
      void settle()
        .then(settle)
        .then(() => hear(before, effect, after)),
  ],
])('a decision whose effect %s is one step of whoever decided', async (_how, come) => {
  const manager = new Y.UndoManager(doc.getText('headline'), { trackedOrigins: new Set(['maker']) })
  decided = () => {
    const [before, effect, after] = [written(' before'), written(' decided'), written(' after')]
    come(before, effect, after)
    return { verdicts: [], effect: toBase64(effect) }
  }
  expect(await connection.decide([], 'maker')).toEqual({ ok: true, value: [] })
  await settle()
  expect([headlineOf(doc), manager.undoStack.length]).toEqual(['A before decided after', 1])
  manager.undo()
  expect(headlineOf(doc)).toBe('A before after')
})

test('what is typed while a decision is on its way is one’s own, and is sent', async () => {
  decided = () => {
    type(doc, ' typed')
    return { verdicts: [], effect: toBase64(written(' decided')) }
  }
  await connection.decide([], 'maker')
  void connection.flush()
  await settle()
  desk.wires[0]?.deliver()
  await settle()
  expect(connection.state.kind).toBe('saved')
  expect(headlineOf(server.doc)).toBe(headlineOf(doc))
  expect(headlineOf(doc).split(/(?= )/u).toSorted()).toEqual([' decided', ' typed', 'A'])
})

test('nothing is decided while words of one’s own can’t be sent, nor when it is closed', async () => {
  let asked = 0
  decided = () => {
    asked += 1
    return { verdicts: [], effect: null }
  }
  type(doc, ' typed')
  desk.wires[0]?.lose(false)
  expect(await connection.decide([], 'maker')).toMatchObject({ ok: false, reason: 'storage' })
  server.refuse()
  desk.wires[0]?.connect()
  const deciding = connection.decide([], 'maker')
  await settle()
  desk.wires[0]?.deliver()
  expect(await deciding).toMatchObject({ ok: false, reason: 'not allowed' })
  connection.abandon()
  expect(await connection.redecide('undone', [])).toMatchObject({ ok: false })
  expect(asked).toBe(0)
})

test('says once what is different, and nothing after it is closed', async () => {
  const states: string[] = []
  connection.subscribe(() => states.push(connection.state.kind))
  type(doc, ' one')
  type(doc, ' two')
  void connection.flush()
  await settle()
  desk.wires[0]?.deliver()
  await settle()
  expect(states).toEqual(['saving', 'saved'])
  await connection.close()
  type(doc, ' unheard')
  line.changed()
  expect([states.length, line.words.isEmpty]).toEqual([2, true])
})
