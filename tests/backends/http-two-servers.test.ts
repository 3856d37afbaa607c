import 'fake-indexeddb/auto'
import { afterEach, describe, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import type { Person } from '../../src/domain/person.ts'
import { openDatabase } from '../../src/server/database/open-database.ts'
import type { CuttingProxy } from '../server/services/cutting-proxy.ts'
import { startCuttingProxy } from '../server/services/cutting-proxy.ts'
import { redisProgram, startRedis } from '../server/services/start-redis.ts'
import { withPostgres } from '../server/services/with-databases.ts'
import { testConfig } from '../server/test-server.ts'
import { beginSession, SECRET, SHORT_PAUSES } from './http/http-desk.ts'
import type { ServerProcess } from './http/server-process.ts'
import { freePort, serverProcess } from './http/server-process.ts'
import { testBrowser } from './http/test-browser.ts'
import { expectNothingLost } from './http/expect-nothing-lost.ts'
import { CHIEF, REPORTER, SUB } from './test-desk.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const ORIGIN = 'http://localhost:4173'
const KILLS = 4

type Server = ServerProcess & { readonly address: string }

/** One of the servers of a newsroom, in a process of its own. */
async function startServer(url: string, redisUrl: string): Promise<Server> {
  const port = await freePort()
  const database = { url, poolSize: 5 }
  const server = await serverProcess(testConfig({ port, url: ORIGIN, database, redisUrl, secret: SECRET }))
  ends.push(() => server.end())
  await server.start()
  return { ...server, address: `http://127.0.0.1:${port}` }
}

type Desk = { readonly tab: Backend; readonly way: CuttingProxy }

/** Somebody's tab on a way that leads to a server, and can lead to another. */
async function sit(cookie: string, to: Server): Promise<Desk> {
  const way = await startCuttingProxy(to.address, () => Infinity)
  const { fetch, WebSocket } = testBrowser(ORIGIN, cookie)
  const tab = createHttpBackend({
    address: way.address,
    now: () => new Date(),
    fetch,
    WebSocket,
    cacheName: crypto.randomUUID(),
    pauses: { ...SHORT_PAUSES, tries: [50, 200, 500, 1000, 2000, 4000] },
  })
  ends.push(async () => {
    await tab.close()
    await way.end()
  })
  return { tab, way }
}

describe.skipIf(redisProgram() === null)('needs Redis', () => {
  withPostgres('two servers of one newsroom', (postgres) => {
    test('of which one is killed under load lose nothing and double nothing, wherever its people go', async () => {
      const redis = await startRedis()
      if (!redis) throw new Error('Redis was not started')
      ends.push(() => redis.end())
      const url = await postgres().create('two')
      const cookies = new Map<Person, string>()
      const opened = await openDatabase({ url })
      for (const person of [REPORTER, CHIEF, SUB]) {
        const desk = { database: opened, now: () => new Date() }
        cookies.set(person, await beginSession({ address: ORIGIN, desk }, person))
      }
      await opened.close()
      const servers = [await startServer(url, redis.url), await startServer(url, redis.url)] as const
      const seat = (person: Person, server: Server): Promise<Desk> => sit(cookies.get(person) ?? '', server)
      const moving = await seat(REPORTER, servers[0])
      const [left, right] = [await seat(CHIEF, servers[0]), await seat(SUB, servers[1])]
      const fresh = await seat(REPORTER, servers[1])
      // One goes to the server that is there, the other two wait for theirs, which are killed in turn.
      await expectNothingLost(
        [moving.tab, left.tab, right.tab],
        () => fresh.tab,
        KILLS,
        async (count) => {
          const [killed, other] = count % 2 === 0 ? servers : ([servers[1], servers[0]] as const)
          await killed.kill()
          moving.way.to = other.address
          await killed.start()
        },
      )
    }, 120_000)
  })
})
