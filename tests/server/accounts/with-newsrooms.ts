import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { inMemory } from '../services/in-memory.ts'
import { withPostgres } from '../services/with-databases.ts'
import { TestNewsroom } from './test-newsroom.ts'

type Options = ConstructorParameters<typeof TestNewsroom>[1]

/** `fresh` is a newsroom without anybody; `another` is a second server of the one that was opened last. */
export type Newsrooms = {
  readonly fresh: (options?: Options) => Promise<TestNewsroom>
  readonly another: (options?: Options) => TestNewsroom
}

/**
 * Runs a suite over an embedded database and over PostgreSQL, which is skipped by name where this machine has none. All
 * tests of a suite share the database: it is emptied for each, which is quicker than a new one.
 */
export function withNewsrooms(name: string, suite: (newsrooms: Newsrooms) => void): void {
  describe(`${name}, on PGlite`, () => {
    suite(sharing(async () => openDatabase(await inMemory())))
  })
  withPostgres(name, (postgres) => {
    suite(sharing(async () => openDatabase({ url: await postgres().create('accounts') })))
  })
}

function sharing(open: () => Promise<Database>): Newsrooms {
  let opened: Database | null = null
  const database = (): Database => {
    if (!opened) throw new Error('no database is open')
    return opened
  }
  beforeAll(async () => {
    opened = await open()
  }, 60_000)
  afterAll(() => opened?.close())
  return {
    async fresh(options) {
      await sql`truncate people, credentials, sessions, one_time_links, sign_in_failures, set_up_codes`.execute(
        database().kysely,
      )
      return new TestNewsroom(database(), options)
    },
    another: (options) => new TestNewsroom(database(), options),
  }
}
