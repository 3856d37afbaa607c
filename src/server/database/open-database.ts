import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, sql } from 'kysely'
import { DatabaseUnavailable } from './database-unavailable.ts'
import { DurableFiles } from './durable-files.ts'
import { keepUp } from './embedded-upkeep.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { PGliteDialect } from './pglite-dialect.ts'
import { postgresDialect } from './postgres-dialect.ts'
import type { Tables } from './tables.ts'

/** A newsroom's database, of either kind. */
export type Database = {
  readonly kysely: Kysely<Tables>
  readonly kind: 'pglite' | 'postgres'
  /** Rejects where the database doesn't answer. */
  ping(): Promise<void>
  /** Waits for what is under way, and lets go of the database. */
  close(): Promise<void>
}

const POOL_SIZE = 20

/**
 * Opens a database and brings it to the latest schema. `url` names a PostgreSQL server's; `folder` is where an embedded one
 * lies, which this process then has to itself, or null for one in memory, for tests. Throws `FolderInUse`,
 * `NewerDatabase` or `DatabaseUnavailable`, each with a message for people; anything else is a bug.
 */
export async function openDatabase(
  where: { readonly url: string; readonly poolSize?: number } | { readonly folder: string | null },
): Promise<Database> {
  const opened =
    'url' in where
      ? await openServer(where.url, where.poolSize ?? POOL_SIZE)
      : where.folder === null
        ? await openInMemory()
        : await openInFolder(where.folder)
  try {
    await migrate(opened.kysely, MIGRATIONS)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function openServer(url: string, poolSize: number): Promise<Database> {
  const opened = databaseOf(new Kysely<Tables>({ dialect: postgresDialect(url, poolSize) }), 'postgres')
  try {
    await opened.ping()
    return opened
  } catch (error) {
    await opened.close()
    throw new DatabaseUnavailable(
      'The database that DATABASE_URL names can’t be reached',
      'Check that PostgreSQL runs there, and that address, database, name and password are right; then start Stet again.',
      error,
    )
  }
}

async function openInMemory(): Promise<Database> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  return databaseOf(new Kysely<Tables>({ dialect: new PGliteDialect(pglite, null) }), 'pglite')
}

async function openInFolder(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    const files = new DurableFiles(join(folder, 'database'))
    // As PGlite starts by itself, but for -F, which lets the database never wait for a disk.
    const startParams = PGlite.defaultStartParams.filter((each) => each !== '-F')
    const pglite = await PGlite.create({ fs: files, startParams, extensions: { pg_trgm } })
    const kysely = new Kysely<Tables>({ dialect: new PGliteDialect(pglite, files) })
    // What it can't tidy up now it can the next time; what is stored doesn't hang on it.
    const stopUpkeep = keepUp(
      kysely,
      () => files.logged,
      () => {},
    )
    const opened = databaseOf(kysely, 'pglite')
    return {
      ...opened,
      async close() {
        await stopUpkeep()
        await opened.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw new DatabaseUnavailable(
      `The embedded database in ${folder} can’t be opened`,
      'Check that the disk has room and that this folder may be written to. If it lasts, keep a copy of the folder and restore the last backup into another one.',
      error,
    )
  }
}

function databaseOf(kysely: Kysely<Tables>, kind: Database['kind']): Database {
  return {
    kysely,
    kind,
    ping: async () => {
      await sql`select 1`.execute(kysely)
    },
    close: () => kysely.destroy(),
  }
}
