import { sql } from 'kysely'
import type { Backend } from '../../../src/backends/backend.ts'
import { createHttpBackend } from '../../../src/backends/http.ts'
import type { Pauses } from '../../../src/backends/http/http-desk.ts'
import { PAUSES } from '../../../src/backends/http/http-desk.ts'
import type { Person } from '../../../src/domain/person.ts'
import { EVERY_STORE } from '../../../src/backends/indexed-db-schema.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { memoryLocks } from '../../../src/backends/story-locks.ts'
import { KEYED_STORES } from '../../../src/rules/desk-storage.ts'
import { accountsOf } from '../../../src/server/accounts/account-tables.ts'
import { sessionCookie } from '../../../src/server/accounts/session-cookie.ts'
import { Sessions } from '../../../src/server/accounts/sessions.ts'
import type { ServerConfig } from '../../../src/server/config.ts'
import type { RunningServer, ServerParts } from '../../../src/server/start-server.ts'
import { startServer } from '../../../src/server/start-server.ts'
import { testConfig } from '../../server/test-server.ts'
import type { TestDesk } from '../test-desk.ts'
import { NOW, SHORT, until } from '../test-desk.ts'
import { testBrowser } from './test-browser.ts'

/** Short, so that tests need not wait. */
export const SHORT_PAUSES: Pauses = {
  ...PAUSES,
  send: SHORT.store,
  cache: 50,
  linger: 50,
  again: 20,
  live: 10,
  tries: [20, 100, 400],
  reconnect: { first: 30, most: 200 },
}

export const SECRET = 'a secret of these tests, which is long enough to be one: 5d12e8b0'
const PARTS: ServerParts = {
  now: NOW,
  count: () => Promise.resolve(null),
  upkeep: { quiet: SHORT.summary, most: 200, compactFrom: 500 },
}

/** A whole server with a desk that is emptied for each test. */
export type DeskServer = {
  readonly server: RunningServer
  makeDesk(): Promise<HttpTestDesk>
  stop(): Promise<void>
}

export type HttpTestDesk = TestDesk & {
  signIn(person: Person): Promise<Backend>
  /** The cookie of a new session of somebody. */
  sessionOf(person: Person): Promise<string>
  /** Name of what somebody's browser keeps. */
  cacheOf(person: Person): string
}

export async function startDeskServer(
  database: ServerConfig['database'],
  parts: ServerParts = {},
): Promise<DeskServer> {
  const server = await startServer(testConfig({ database, secret: SECRET }), { ...PARTS, ...parts })
  return { server, makeDesk: () => emptyDesk(server), stop: () => server.stop() }
}

/** A session of somebody, as signing in makes it, without the password that takes so long to check. */
export async function beginSession(
  {
    address,
    desk,
  }: Pick<RunningServer, 'address'> & { readonly desk: Pick<RunningServer['desk'], 'database' | 'now'> },
  person: Person,
): Promise<string> {
  const accounts = accountsOf(desk.database)
  const { id, name, role } = person
  await accounts
    .insertInto('people')
    .values({ id, name, role, email: `${id}@paper.example`, is_active: true, updated_at: new Date() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const sessions = new Sessions(accounts, SECRET, desk.now)
  const { token } = await accounts.transaction().execute((tx) => sessions.begin(tx, id, ''))
  const cookie = await sessionCookie(address, SECRET).keep(token, new Headers())
  return cookie.split(';', 1)[0] ?? ''
}

const TABLES = [
  'records',
  'story_counts',
  'searches',
  'contents',
  'sources',
  'updates',
  'events',
  'versions',
  'copies',
  'verdicts',
  'notices',
  'late',
  'pictures',
  'uploads',
  'answers',
  'people',
]

/** Takes all rows away, again where what the server still does for the last test is in the way. */
async function empty(database: Database): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await database.kysely.transaction().execute(async (tx) => {
        for (const table of TABLES) await sql`delete from ${sql.table(table)}`.execute(tx)
        await sql`update meta set data = null`.execute(tx)
      })
      return
    } catch (error) {
      if (tries === 10) throw error
    }
  }
}

async function emptyDesk(server: RunningServer): Promise<HttpTestDesk> {
  const { database, storage } = server.desk
  await empty(database)
  const desk = crypto.randomUUID()
  const held = new Map<string, number>()
  const tabs: Backend[] = []
  let last: { readonly person: Person; readonly cookie: string } | null = null
  const cacheOf = (person: Person | null): string => `test-${desk}-${person?.id ?? 'nobody'}`
  const open = (now: () => Date): Backend => {
    const { fetch, WebSocket } = testBrowser(server.address, last?.cookie ?? '')
    const tab = createHttpBackend({
      address: server.address,
      now,
      fetch,
      WebSocket,
      cacheName: cacheOf(last?.person ?? null),
      pauses: SHORT_PAUSES,
      locks: memoryLocks(held),
    })
    tabs.push(tab)
    return tab
  }
  return {
    tab: ({ now = NOW } = {}) => open(now),
    async signIn(person) {
      last = { person, cookie: await beginSession(server, person) }
      const tab = open(NOW)
      await until(() => tab.link?.isUp, true)
      return tab
    },
    sessionOf: (person) => beginSession(server, person),
    cacheOf,
    async setRole({ id }, role) {
      const accounts = accountsOf(database)
      await accounts.updateTable('people').set({ role }).where('id', '=', id).execute()
      server.desk.hub.post({ kind: 'people' })
    },
    async change(store, key, change) {
      await storage.run(EVERY_STORE, 'strict', async (transaction) => {
        const row = ((await transaction.get(store, key)) as object | undefined) ?? {
          [KEYED_STORES[store]]: key,
        }
        await transaction.put(store, change(row) as never)
      })
    },
    async plantUpdate(row) {
      const { update } = row as { readonly update: unknown }
      // A column of bytes holds nothing but bytes.
      const bytes = update instanceof Uint8Array ? update : new TextEncoder().encode(String(update))
      await storage.run(EVERY_STORE, 'strict', (transaction) =>
        transaction.addUpdate({ ...row, update: bytes } as never),
      )
    },
    async countUpdates(id) {
      const rows = await storage.run(EVERY_STORE, 'readonly', (transaction) => transaction.allUpdates(id))
      return rows.length
    },
    async end() {
      await Promise.all(tabs.splice(0).map((tab) => tab.close()))
    },
  }
}
