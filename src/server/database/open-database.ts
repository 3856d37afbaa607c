import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, sql } from 'kysely'
import { DurableFiles } from './durable-files.ts'
import { keepUp } from './embedded-upkeep.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { PGliteDialect } from './pglite-dialect.ts'
import type { DatabaseTimes } from './postgres-dialect.ts'
import { DATABASE_TIMES, postgresDialect } from './postgres-dialect.ts'
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
 * Where a database is: a PostgreSQL server's URL, or an embedded one's folder, null for one in memory (tests), which begins
 * as `copyOf`, the dump of another. `times` are DATABASE_TIMES but in tests.
 */
export type DatabasePlace =
  | { readonly url: string; readonly poolSize?: number; readonly times?: DatabaseTimes }
  | { readonly folder: string }
  | { readonly folder: null; readonly copyOf?: Blob }

/**
 * Opens a database and brings it to the latest schema. An embedded one's folder belongs to this process until it is closed.
 * Throws `FolderInUse` or `NewerDatabase`, each with a message for people, or what the database's driver or the file
 * system says.
 */
export async function openDatabase(where: DatabasePlace): Promise<Database> {
  const opened = await connectDatabase(where)
  try {
    await migrate(opened.kysely, MIGRATIONS)
    if (!('url' in where)) return opened
  } catch (error) {
    await opened.close()
    throw error
  }
  await opened.close()
  return reaching(onServer(where, where.times ?? DATABASE_TIMES))
}

/**
 * The same, but leaves the database as it is, and lets everything take as long as it does: for copying it, and for replacing
 * what is in it.
 */
export async function connectDatabase(where: DatabasePlace): Promise<Database> {
  if (!('url' in where))
    return where.folder === null ? openInMemory(where.copyOf) : openInFolder(where.folder)
  return reaching(onServer(where, null))
}

/** Connects, so that a server which has nothing to do yet is seen to run on the database, too. */
async function reaching(opened: Database): Promise<Database> {
  try {
    await opened.ping()
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

function onServer(where: Extract<DatabasePlace, { url: string }>, times: DatabaseTimes | null): Database {
  const dialect = postgresDialect(where.url, where.poolSize ?? POOL_SIZE, times)
  return databaseOf(new Kysely<Tables>({ dialect }), 'postgres')
}

async function openInMemory(copyOf: Blob | undefined): Promise<Database> {
  const pglite = await PGlite.create({
    ...(copyOf ? { loadDataDir: copyOf } : {}),
    extensions: { pg_trgm },
  })
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
    throw error
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
