import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, sql } from 'kysely'
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
 * lies, which this process then has to itself, or null for one in memory. Throws `FolderInUse`, `NewerDatabase`, or what
 * the database itself says.
 */
export async function openDatabase(
  where: { readonly url: string; readonly poolSize?: number } | { readonly folder: string | null },
): Promise<Database> {
  const opened =
    'url' in where ? openServer(where.url, where.poolSize ?? POOL_SIZE) : await openEmbedded(where.folder)
  try {
    await migrate(opened.kysely, MIGRATIONS)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

function openServer(url: string, poolSize: number): Database {
  return databaseOf(new Kysely<Tables>({ dialect: postgresDialect(url, poolSize) }), 'postgres', () => {})
}

async function openEmbedded(folder: string | null): Promise<Database> {
  const extensions = { pg_trgm }
  if (folder === null) {
    const pglite = await PGlite.create({ extensions })
    return databaseOf(new Kysely<Tables>({ dialect: new PGliteDialect(pglite) }), 'pglite', () => {})
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    const pglite = await PGlite.create({ dataDir: join(folder, 'database'), extensions })
    return databaseOf(new Kysely<Tables>({ dialect: new PGliteDialect(pglite) }), 'pglite', unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function databaseOf(kysely: Kysely<Tables>, kind: Database['kind'], unlock: () => void): Database {
  return {
    kysely,
    kind,
    async ping() {
      await sql`select 1`.execute(kysely)
    },
    async close() {
      await kysely.destroy()
      unlock()
    },
  }
}
