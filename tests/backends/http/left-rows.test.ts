import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { HttpStories } from '../../../src/backends/http/http-stories.ts'
import { takeLeft } from '../../../src/backends/http/left-rows.ts'
import { headlineOf, REPORTER, type, until } from '../test-desk.ts'
import type { ModelDesk } from './model-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

// What a tab leaves that dies, and the living ones that find it.

let server: ModelServer
let name: string
let living: Set<string>
const opened: ModelDesk[] = []
const begun: HttpStories[] = []
beforeEach(() => {
  server = new ModelServer(v7())
  name = crypto.randomUUID()
  living = new Set()
})
afterEach(async () => {
  await Promise.all(begun.splice(0).map((stories) => stories.end()))
  await Promise.all(opened.splice(0).map((desk) => desk.end()))
})

async function newTab(tab: string): Promise<ModelDesk> {
  living.add(tab)
  const desk = await modelDesk(server, name)
  opened.push(desk)
  return {
    ...desk,
    tab: () => tab,
    isAlive: (other) => Promise.resolve(living.has(other)),
    isUp: () => true,
    isOpen: () => true,
  }
}

function storiesOf(desk: ModelDesk): HttpStories {
  const stories = new HttpStories(desk)
  begun.push(stories)
  return stories
}

/** Words of a tab that lives no more. */
async function leave({ outbox }: ModelDesk, word: string): Promise<void> {
  const dead = new Y.Doc()
  Y.applyUpdate(dead, Y.encodeStateAsUpdate(server.doc))
  const before = Y.encodeStateVector(dead)
  type(dead, word)
  const { id: story, epoch } = server.record
  const update = Y.encodeStateAsUpdate(dead, before)
  await outbox.add({
    person: REPORTER.id,
    story,
    epoch,
    tab: 'dead',
    client: dead.clientID,
    update,
    changes: 1,
  })
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const of = () => ({ story: server.record.id, epoch: 1 })

test('however many tabs come for a row at once, exactly one takes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 4 }), async (rows, tabs) => {
      name = crypto.randomUUID()
      const desks = await Promise.all(Array.from({ length: tabs }, (_each, tab) => newTab(`tab ${tab}`)))
      for (let row = 0; row < rows; row++) if (desks[0]) await leave(desks[0], String(row))
      const taken = await Promise.all(desks.map((desk) => takeLeft(desk, REPORTER, of())))
      const keys = taken.flatMap((each) => each.map(({ key }) => key))
      expect([keys.length, new Set(keys).size]).toEqual([rows, rows])
      for (const [tab, each] of taken.entries()) {
        expect(each.every((row) => row.tab === `tab ${tab}`)).toBe(true)
      }
    }),
    { numRuns: 15 },
  )
})

test('what was taken by a tab that dies before it sent it is taken by the next', async () => {
  const one = await newTab('one')
  await leave(one, 'left')
  expect(await takeLeft(one, REPORTER, of())).toHaveLength(1)
  const two = await newTab('two')
  expect(await takeLeft(two, REPORTER, of())).toEqual([])
  living.delete('one')
  expect(await takeLeft(two, REPORTER, of())).toMatchObject([{ tab: 'two' }])
})

test('a row that was sent meanwhile is not taken, and nobody takes for somebody who has left', async () => {
  const one = await newTab('one')
  await leave(one, 'left')
  const rows = await one.outbox.of(REPORTER.id)
  await one.outbox.remove(rows.map(({ key }) => key))
  expect(await one.outbox.claim(rows, 'one')).toEqual([])
  await leave(one, 'left')
  expect(await takeLeft(one, { ...REPORTER, id: 'otto' }, of())).toEqual([])
  one.session.end()
  expect(await takeLeft(one, REPORTER, of())).toEqual([])
})

test('two tabs that find the same words send them once, and count them once', async () => {
  const [one, two] = [await newTab('one'), await newTab('two')]
  await leave(one, 'left')
  const both = [storiesOf(one), storiesOf(two)]
  for (const stories of both) void stories.count()
  await settle()
  expect(both.map(({ unsent }) => unsent)).toEqual([1, 1])
  for (const { wires } of [one, two]) for (const wire of wires) wire.connect()
  await settle()
  await Promise.all(both.map((stories) => stories.count()))
  expect(both.map(({ unsent }) => unsent)).toEqual([1, 1])
  let sent = 0
  for (const { wires } of [one, two]) {
    for (const wire of wires) {
      if (wire.isSending) sent += 1
      wire.deliver()
    }
  }
  await settle()
  await Promise.all(both.map((stories) => stories.count()))
  expect([sent, headlineOf(server.doc), ...both.map(({ unsent }) => unsent)]).toEqual([1, 'left', 0, 0])
})

test('words of a tab that dies go out without any way being lost: when they are counted, and that happens by itself', async () => {
  const desk = await newTab('one')
  const stories = storiesOf({ ...desk, pauses: { ...desk.pauses, others: 5 } })
  living.add('dead')
  await leave(desk, 'left')
  await stories.count()
  expect([stories.unsent, desk.wires.length]).toEqual([1, 0])
  living.delete('dead')
  await until(() => desk.wires.length, 1)
  desk.wires[0]?.connect()
  await settle()
  desk.wires[0]?.deliver()
  await until(() => [headlineOf(server.doc), stories.unsent], ['left', 0])
})
