import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DeskWire } from '../../../src/backends/http/desk-wire.ts'
import { LiveSocket } from '../../../src/backends/http/live-socket.ts'
import type { Person } from '../../../src/domain/person.ts'
import { CHIEF, REPORTER, until } from '../test-desk.ts'
import type { DeskServer } from './http-desk.ts'
import { beginSession, SHORT_PAUSES, startDeskServer } from './http-desk.ts'
import { testBrowser } from './test-browser.ts'

// What the server tells a tab, over a connection of its own.

let running: DeskServer
beforeAll(async () => {
  running = await startDeskServer({ folder: null })
}, 60_000)
afterAll(() => running.stop())

type Tab = { readonly wire: DeskWire; readonly socket: LiveSocket; readonly told: unknown[] }
const tabs: Tab[] = []
beforeEach(() => running.makeDesk())
afterEach(() => {
  for (const { wire, socket } of tabs.splice(0)) {
    wire.end()
    socket.destroy()
  }
})

/** A tab of somebody who is signed in, or of nobody (`cookie` ''). */
async function newTab(person: Person, signedIn = true): Promise<Tab> {
  const { server } = running
  const cookie = signedIn ? await beginSession(server, person) : ''
  const socket = new LiveSocket({
    url: `${server.address.replace(/^http/, 'ws')}/api/live`,
    WebSocket: testBrowser(server.address, cookie).WebSocket,
    pauses: SHORT_PAUSES.reconnect,
  })
  const told: unknown[] = []
  const wire = new DeskWire(socket, SHORT_PAUSES.again, {
    news: (news) => told.push(news),
    up: () => told.push('up'),
    down: () => told.push('down'),
    denied: () => told.push('denied'),
  })
  const tab = { wire, socket, told }
  tabs.push(tab)
  wire.begin(person)
  void socket.connect()
  return tab
}
const here = ({ wire }: Tab) => wire.here.map(({ person, story }) => [person.id, story])

test('is up when the server has let this person in, down when it lets them go, and says each once', async () => {
  const { wire, socket, told } = await newTab(REPORTER)
  expect(wire.isUp).toBe(false)
  await until(() => wire.isUp, true)
  socket.disconnect()
  await until(() => wire.isUp, false)
  void socket.connect()
  await until(() => wire.isUp, true)
  wire.end()
  wire.end()
  expect(told).toEqual(['up', 'down', 'up', 'down'])
})

test('hears the news of everybody, and of notices only its own', async () => {
  const [rita, carla] = [await newTab(REPORTER), await newTab(CHIEF)]
  await until(() => [rita.wire.isUp, carla.wire.isUp], [true, true])
  const { hub } = running.server.desk
  hub.post({ kind: 'notices', people: [REPORTER.id] })
  hub.post({ kind: 'changed', ids: ['a', 'b'] })
  const changed = { kind: 'changed', ids: ['a', 'b'] }
  await until(() => [rita.told.length, carla.told.length], [3, 2])
  expect(rita.told).toEqual(['up', { kind: 'notices' }, changed])
  expect(carla.told).toEqual(['up', changed])
})

test('sees who is here and which story they show, by name, and tells of each difference once', async () => {
  const rita = await newTab(REPORTER)
  const carla = await newTab(CHIEF)
  await until(
    () => here(rita),
    [
      [CHIEF.id, null],
      [REPORTER.id, null],
    ],
  )
  const seen: unknown[] = []
  const leave = rita.wire.subscribe(() => seen.push(here(rita)[0]))
  carla.wire.show('a')
  await until(() => here(rita)[0], [CHIEF.id, 'a'])
  carla.wire.show('a')
  carla.wire.show('b')
  await until(() => here(rita)[0], [CHIEF.id, 'b'])
  leave()
  carla.wire.end()
  await until(() => here(rita), [[REPORTER.id, null]])
  expect(seen).toEqual([
    [CHIEF.id, 'a'],
    [CHIEF.id, 'b'],
  ])
  rita.wire.end()
  expect(here(rita)).toEqual([])
})

test('a tab whose session is ended is told, and is not up any more', async () => {
  const { wire, told } = await newTab(REPORTER)
  await until(() => wire.isUp, true)
  const { desk } = running.server
  desk.hub.post({ kind: 'ended', person: REPORTER.id, session: null })
  await until(() => told.some((each) => each === 'down'), true)
  expect(told).toContainEqual({ kind: 'session ended' })
})

test('without a session nobody is let in', async () => {
  const outside = await newTab(REPORTER, false)
  const inside = await newTab(CHIEF)
  await until(() => here(inside), [[CHIEF.id, null]])
  expect([outside.wire.isUp, here(outside)]).toEqual([false, [[REPORTER.id, null]]])
  expect(outside.told).not.toContain('up')
})
