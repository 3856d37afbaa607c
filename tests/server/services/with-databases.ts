import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { KEYED_STORES } from '../../../src/rules/desk-storage.ts'
import { migrate } from '../../../src/server/database/migrate.ts'
import { MIGRATIONS } from '../../../src/server/database/migrations.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { inMemory } from './in-memory.ts'
import type { RunningPostgres } from './start-postgres.ts'
import { postgresFolder, startPostgres } from './start-postgres.ts'

/** Where a database is, as `openDatabase` takes it. */
export type Where = Parameters<typeof openDatabase>[0]

/**
 * Runs a suite over an embedded database in memory and over PostgreSQL, which is skipped by name where this machine has
 * none. `open` opens a fresh, empty database, and closes it after the test; `again` opens the one that was opened last once
 * more, as another server would, which only PostgreSQL takes.
 */
export function withDatabases(
  name: string,
  suite: (open: () => Promise<Database>, again: (() => Promise<Database>) | null) => void,
): void {
  describe(`${name}, on PGlite`, () => {
    // Making one takes seconds, and emptying it doesn't: all tests share one, one after the other.
    let shared: Promise<Database> | null = null
    let isFresh = true
    afterAll(async () => {
      await (await shared)?.close()
    })
    suite(async () => {
      shared ??= inMemory().then(openDatabase)
      const database = await shared
      if (!isFresh) await emptyDatabase(database)
      isFresh = false
      return { ...database, close: async () => {} }
    }, null)
  })
  withPostgres(name, (postgres) => {
    const opened = closingAfterEach()
    let count = 0
    let url = ''
    suite(
      async () => {
        count += 1
        url = await postgres().create(`test${count}`)
        return opened({ url })
      },
      () => opened({ url }),
    )
  })
}

/** Takes all rows of a desk out of a database; quick, for properties that begin anew many times. */
export async function forgetRows({ kysely }: Database): Promise<void> {
  const stores = [...Object.keys(KEYED_STORES), 'updates', 'answers', 'story_counts']
  await sql`truncate ${sql.join(stores.map((store) => sql.table(store)))} restart identity cascade`.execute(
    kysely,
  )
  await kysely.insertInto('meta').values({ name: 'sequence', data: null }).execute()
}

/** Makes a database as it was when it was made: nothing but the latest schema. */
async function emptyDatabase({ kysely }: Database): Promise<void> {
  for (const statement of ['drop schema public cascade', 'create schema public']) {
    await sql.raw(statement).execute(kysely)
  }
  await migrate(kysely, MIGRATIONS)
}

/** Runs a suite with one PostgreSQL of its own; skipped by name where this machine has none. */
export function withPostgres(name: string, suite: (postgres: () => RunningPostgres) => void): void {
  describe.skipIf(postgresFolder() === null)(`${name} (needs PostgreSQL)`, () => {
    let running: RunningPostgres | null = null
    beforeAll(async () => {
      running = await startPostgres()
    }, 60_000)
    afterAll(async () => {
      await running?.end()
    })
    suite(() => {
      if (!running) throw new Error('PostgreSQL was not started')
      return running
    })
  })
}

function closingAfterEach(): (where: Where) => Promise<Database> {
  const opened: Database[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()))
  })
  return async (where) => {
    const database = await openDatabase(where)
    opened.push(database)
    return database
  }
}
