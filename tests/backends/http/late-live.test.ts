import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LateDeskWire } from '../../../src/backends/http/late-desk-wire.ts'
import { LateLive } from '../../../src/backends/http/late-live.ts'
import { LateStoryWire } from '../../../src/backends/http/late-story-wire.ts'
import type { LivePart } from '../../../src/backends/http/live-part.ts'
import type { WebSocketClass } from '../../../src/backends/http/live-socket.ts'
import type { WireEvents } from '../../../src/backends/http/story-wire.ts'
import { REPORTER, until } from '../test-desk.ts'

/** Far off: only the test says when something happens. */
const NEVER = 1_000_000

type Load = { readonly come: () => void; readonly fail: () => void }

/** What was asked of the live connection, in words. */
let said: string[]
/** The loads under way. */
let loads: Load[]
let live: LateLive

const part = {
  socket: {
    isOpen: false,
    connect: () => Promise.resolve(said.push('connect')),
    disconnect: () => said.push('disconnect'),
    hurry: () => said.push('hurry'),
    destroy: () => said.push('destroy'),
  },
  deskWire: () => ({
    isUp: false,
    here: [],
    subscribe: () => () => {},
    show: (story: string | null) => said.push(`shows ${story}`),
    begin: ({ id }: { readonly id: string }) => said.push(`desk as ${id}`),
    end: () => said.push('desk ends'),
  }),
  storyWire: (name: string, token: () => string) => {
    said.push(`${name} as ${token()}`)
    return {
      doc: new Y.Doc(),
      isReady: true,
      isOver: false,
      awareness: null,
      say: (state: unknown) => said.push(`says ${JSON.stringify(state)}`),
      send: () => Promise.resolve({ kind: 'stored' }),
      end: () => said.push(`${name} ends`),
    }
  },
} as unknown as LivePart

const SILENT: WireEvents = { heard() {}, ready() {}, lost() {}, refused() {}, awareness() {} }

function lateLive({ patience = NEVER, first = NEVER } = {}): LateLive {
  return new LateLive({
    url: 'ws://desk.example/api/live',
    // Nobody makes one here.
    WebSocket: null as unknown as WebSocketClass,
    pauses: { first, most: first },
    again: NEVER,
    patience,
    disconnected() {},
    load() {
      return new Promise((resolve, reject) => {
        loads.push({
          come: () => resolve({ livePart: () => (said.push('made'), part) }),
          fail: () => reject(new TypeError('Failed to fetch')),
        })
      })
    },
  })
}

const come = (): void => loads.at(-1)?.come()
const fail = (): void => loads.at(-1)?.fail()
/** All that waits for a load has gone on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  said = []
  loads = []
  live = lateLive()
})
afterEach(() => live.end())

test('nothing is loaded before there is time for it, and nothing where nobody works', () => {
  live.mayLoad()
  live.hurry()
  expect(loads).toHaveLength(0)
  live.connect()
  live.hurry()
  expect(loads).toHaveLength(0)
  live.mayLoad()
  live.mayLoad()
  expect(loads).toHaveLength(1)
})

test('where nobody asks for anything it is loaded after a while', async () => {
  live = lateLive({ patience: 1 })
  live.connect()
  await until(() => loads.length, 1)
  expect(said).toEqual([])
})

test('it connects when it is there, after whoever waited has been told', async () => {
  live.whenThere({ there: () => said.push('there') })
  live.connect()
  live.load()
  come()
  await settle()
  live.whenThere({ there: () => said.push('there at once') })
  expect(said).toEqual(['made', 'there', 'connect', 'there at once'])
})

test('what could not be loaded is tried again by itself', async () => {
  live = lateLive({ first: 1 })
  live.whenThere({ there: () => said.push('there'), missing: () => said.push('missing') })
  live.connect()
  live.mayLoad()
  fail()
  await until(() => loads.length, 2)
  expect([said, live.isMissing, live.isOpen]).toEqual([['missing'], true, false])
  come()
  await settle()
  expect([said, live.isMissing]).toEqual([['missing', 'made', 'there', 'connect'], false])
})

test('it is tried again at once where there may be a network again, or a story opens; not with each list', async () => {
  live.connect()
  live.mayLoad()
  fail()
  await settle()
  live.mayLoad()
  expect(loads).toHaveLength(1)
  live.hurry()
  fail()
  await settle()
  const wire = new LateStoryWire(live, 'story/a/1', () => 'rita', SILENT)
  expect(loads).toHaveLength(3)
  wire.end()
})

test.each([['come', come] as const, ['fail', fail] as const])(
  'what comes after the end is let go of: %s',
  async (_, become) => {
    live = lateLive({ first: 1 })
    live.whenThere({ there: () => said.push('there'), missing: () => said.push('missing') })
    live.connect()
    live.load()
    live.end()
    become()
    await settle()
    live.connect()
    live.hurry()
    expect([said, loads.length]).toEqual([[], 1])
  },
)

test('who went out while it was being loaded is not connected, and whoever comes in is', async () => {
  const desk = new LateDeskWire(live, { news() {}, up() {}, down() {}, denied() {} })
  desk.begin(REPORTER)
  desk.show('a')
  live.connect()
  live.load()
  desk.end()
  live.disconnect()
  come()
  await settle()
  expect(said).toEqual(['made', 'shows a'])
  desk.begin({ ...REPORTER, id: 'otto' })
  live.connect()
  expect(said.slice(2)).toEqual(['desk as otto', 'connect'])
})

test('the desk’s wire begins with what was said to it before it was there', async () => {
  const desk = new LateDeskWire(live, { news() {}, up() {}, down() {}, denied() {} })
  desk.begin(REPORTER)
  desk.show('a')
  expect([desk.isUp, desk.here]).toEqual([false, []])
  live.connect()
  live.load()
  come()
  await settle()
  expect(said).toEqual(['made', 'shows a', 'desk as rita', 'connect'])
})

test('a story’s wire is lost until it is there, and then says what was to be said', async () => {
  const lost: boolean[] = []
  live.connect()
  const wire = new LateStoryWire(live, 'story/a/1', () => 'rita', {
    ...SILENT,
    lost: (wasReady) => lost.push(wasReady),
  })
  wire.say({ place: 'here' })
  expect(await wire.send(new Uint8Array([0, 0]), () => null)).toEqual({ kind: 'lost' })
  expect([wire.isReady, wire.isOver, wire.doc.store.clients.size]).toEqual([false, false, 0])
  fail()
  await settle()
  expect(lost).toEqual([false])
  live.hurry()
  come()
  await settle()
  expect(said).toEqual(['made', 'story/a/1 as rita', 'says {"place":"here"}', 'connect'])
  expect([wire.isReady, await wire.send(new Uint8Array([0, 0]), () => null)]).toEqual([
    true,
    { kind: 'stored' },
  ])
})

test('a story that is closed while it was being loaded begins no document', async () => {
  live.connect()
  const wire = new LateStoryWire(live, 'story/a/1', () => 'rita', SILENT)
  wire.end()
  come()
  await settle()
  expect([said, wire.isOver, wire.isReady]).toEqual([['made', 'connect'], true, false])
})
