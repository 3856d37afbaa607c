import type { Kysely, Migration } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** The database was written by a newer Stet; the message is for people. */
export class NewerDatabase extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `This database was written by a newer version of Stet (it has ${unknown.join(', ')}, which this one doesn’t know). Nothing was changed. Start the newer version, or restore a backup that this one made.`,
    )
    this.name = 'NewerDatabase'
  }
}

/**
 * Brings a database to the latest of these migrations; all of it happens, or nothing. Several servers may do that at once:
 * one does it, and the others wait. Throws `NewerDatabase` where the database has gone through others.
 */
export async function migrate(
  kysely: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
    // Their order would be told from clocks, which may have gone back between two versions.
    allowUnorderedMigrations: true,
  })
  await refuseNewer(kysely, migrations)
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  // A newer server may have been quicker.
  await refuseNewer(kysely, migrations)
  throw error
}

/** The migrations that a database has gone through, in their order; none where it is empty. */
export async function migrationsOf(kysely: Kysely<Tables>): Promise<readonly string[]> {
  const there = await sql<{ found: boolean }>`
    select to_regclass(${DEFAULT_MIGRATION_TABLE}) is not null as found`.execute(kysely)
  if (!there.rows[0]?.found) return []
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(kysely)
  return rows.map(({ name }) => name)
}

async function refuseNewer(
  kysely: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const unknown = (await migrationsOf(kysely)).filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
}
