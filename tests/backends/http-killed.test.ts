import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Backend, Outcome } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import type { Person } from '../../src/domain/person.ts'
import type { ServerConfig } from '../../src/server/config.ts'
import { openDatabase } from '../../src/server/database/open-database.ts'
import { withPostgres } from '../server/services/with-databases.ts'
import { testConfig } from '../server/test-server.ts'
import { beginSession, SECRET, SHORT_PAUSES } from './http/http-desk.ts'
import type { ServerProcess } from './http/server-process.ts'
import { freePort, serverProcess } from './http/server-process.ts'
import { testBrowser } from './http/test-browser.ts'
import { CHIEF, contentOf, headlineOf, openIn, REPORTER, storyOf, type, valueOf } from './test-desk.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

type Newsroom = { readonly server: ServerProcess; tab(person: Person): Backend }

/** A server that can be killed, in which two people are signed in already. */
async function newsroom(database: ServerConfig['database']): Promise<Newsroom> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const cookies = new Map<string, string>()
  const opened = await openDatabase(database)
  const desk = { database: opened, now: () => new Date() }
  for (const person of [REPORTER, CHIEF]) {
    cookies.set(person.id, await beginSession({ address, desk }, person))
  }
  await opened.close()
  const server = await serverProcess(testConfig({ port, url: address, database, secret: SECRET }))
  ends.push(() => server.end())
  await server.start()
  return {
    server,
    tab(person) {
      const { fetch, WebSocket } = testBrowser(address, cookies.get(person.id))
      const tab = createHttpBackend({
        address,
        now: () => new Date(),
        fetch,
        WebSocket,
        cacheName: crypto.randomUUID(),
        pauses: { ...SHORT_PAUSES, tries: [50, 200, 500, 1000, 2000, 4000] },
      })
      ends.push(() => tab.close())
      return tab
    },
  }
}

/** Kills the server again and again under people who write and act; at the end everything is there, and once. */
async function expectSurvival(room: Newsroom, kills: number): Promise<void> {
  const { server } = room
  const [rita, carla] = [room.tab(REPORTER), room.tab(CHIEF)]
  const id = await storyOf(rita, contentOf('A'))
  const one = await openIn(rita, id)
  const two = await openIn(carla, id)
  const words: string[] = []
  const acts: { readonly name: string; readonly outcome: Promise<Outcome<unknown>> }[] = []
  const desk = { isOpen: true }
  let caught = 0
  const writing = (async () => {
    for (let count = 0; desk.isOpen; count++) {
      const word = `<${count}>`
      words.push(word)
      type(count % 3 === 0 ? two.doc : one.doc, word)
      if (count % 40 === 0) {
        const name = `version ${count}`
        acts.push({ name, outcome: rita.act(id, { type: 'keep version', name }) })
      }
      await pause(8)
    }
  })()
  const isUp = (): boolean => [one, two].every(({ connection }) => connection.state.kind !== 'offline')
  let seed = 20_261_126
  for (let kill = 0; kill < kills; kill++) {
    seed = (seed * 16_807) % 2_147_483_647
    await expect.poll(isUp, { timeout: 20_000, interval: 5 }).toBe(true)
    await pause(seed % 200)
    if ([one, two].some(({ connection }) => connection.state.kind === 'saving')) caught += 1
    await server.kill()
    await server.start()
  }
  desk.isOpen = false
  await writing
  const saved = (): readonly string[] => [one, two].map(({ connection }) => connection.state.kind)
  await expect.poll(saved, { timeout: 20_000, interval: 20 }).toEqual(['saved', 'saved'])
  const done: string[] = []
  for (const { name, outcome } of acts) if ((await outcome).ok) done.push(name)

  const fresh = room.tab(REPORTER)
  const stored = headlineOf((await openIn(fresh, id)).doc)
  const wrong = words.filter((word) => stored.split(word).length !== 2)
  expect([wrong, words.length > 5 * kills, caught > kills / 4]).toEqual([[], true, true])
  expect([headlineOf(one.doc), headlineOf(two.doc)]).toEqual([stored, stored])
  const names = valueOf(await fresh.versions(id)).map(({ name }) => name)
  expect(names).toHaveLength(new Set(names).size)
  expect(done.filter((name) => !names.includes(name))).toEqual([])
  expect([rita.link?.unsent, carla.link?.unsent]).toEqual([0, 0])
}

withPostgres('a server on PostgreSQL', (postgres) => {
  test('that is killed 50 times between receiving and answering loses nothing and doubles nothing', async () => {
    await expectSurvival(await newsroom({ url: await postgres().create('killed'), poolSize: 5 }), 50)
  }, 600_000)
})

test('an embedded server that is killed loses nothing and doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  await expectSurvival(await newsroom({ folder }), 3)
}, 300_000)
