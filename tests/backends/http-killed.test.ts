import 'fake-indexeddb/auto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
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
import { expectNothingLost } from './http/expect-nothing-lost.ts'
import { CHIEF, REPORTER } from './test-desk.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

type Newsroom = { readonly server: ServerProcess; readonly tab: (person: Person) => Backend }

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

/** Kills the server again and again under people who write and act. */
function expectSurvival({ server, tab }: Newsroom, kills: number): Promise<void> {
  return expectNothingLost(
    [tab(REPORTER), tab(CHIEF)],
    () => tab(REPORTER),
    kills,
    async () => {
      await server.kill()
      await server.start()
    },
  )
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
