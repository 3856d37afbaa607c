import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import type { RunningPostgres } from './start-postgres.ts'
import { postgresFolder, startPostgres } from './start-postgres.ts'

/** Where a database is, as `openDatabase` takes it. */
export type Where = Parameters<typeof openDatabase>[0]

/**
 * Runs a suite over an embedded database in memory and over PostgreSQL, which is skipped by name where this machine has
 * none. `open` opens a fresh, empty database; what it opened is closed after each test, if the test didn't. `again` opens the
 * one that was opened last once more, as another server would; only PostgreSQL takes that.
 */
export function withDatabases(
  name: string,
  suite: (open: () => Promise<Database>, again: (() => Promise<Database>) | null) => void,
): void {
  describe(`${name}, on PGlite`, () => {
    const opened = closingAfterEach()
    suite(() => opened({ folder: null }), null)
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
