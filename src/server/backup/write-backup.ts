import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Database } from '../database/open-database.ts'
import { migrationsOf } from '../database/migrate.ts'
import type { Tables } from '../database/tables.ts'
import type { BackupLine, BackupTable } from './backup-lines.ts'
import { tableShapes } from './table-shapes.ts'

/** So many rows are read at a time. */
const ROWS = 200
/** So many bytes of a picture stand in one line: a multiple of three, so that base64 fits. */
const PIECE = 3 * 64 * 1024

/**
 * All that a newsroom keeps, as it is at one moment, line by line; others may go on writing meanwhile. `pictures` is the
 * folder of pictures, or null where they are in a bucket. Throws where the database was never a desk's.
 */
export async function* writeBackup(
  database: Database,
  pictures: string | null,
  at: Date,
): AsyncGenerator<string> {
  const text = (line: BackupLine): string => `${JSON.stringify(line)}\n`
  const counted = { rows: 0, pictures: 0 }
  const { kysely } = database
  const migrations = [...(await migrationsOf(kysely))]
  if (migrations.length === 0) throw new NothingToBackUp()
  yield text({
    stet: 'backup',
    version: 1,
    at: at.toISOString(),
    migrations,
    pictures: pictures === null ? 'bucket' : 'here',
  })
  const transaction = await kysely
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    for (const table of await tableShapes(transaction)) {
      yield text(table)
      for await (const row of rowsOf(transaction, table)) {
        counted.rows += 1
        yield text(row)
      }
    }
  } finally {
    await transaction.rollback().execute()
  }
  // After the rows: a picture is there before any row says so.
  for (const name of pictures === null ? [] : await picturesIn(pictures)) {
    counted.pictures += 1
    yield text({ picture: name })
    for await (const piece of createReadStream(join(pictures ?? '', name), { highWaterMark: PIECE })) {
      yield text({ piece: (piece as Buffer).toString('base64') })
    }
  }
  yield text(counted)
}

/** The message is for people. */
export class NothingToBackUp extends Error {
  constructor() {
    super(
      'There is no desk in this database yet, so there is nothing to back up. See that DATABASE_URL or STET_DATA name the right one.',
    )
    this.name = 'NothingToBackUp'
  }
}

async function* rowsOf(
  kysely: Kysely<Tables>,
  { table, columns }: BackupTable,
): AsyncGenerator<(string | null)[]> {
  const values = sql.join(columns.map(({ name }) => sql`${sql.ref(name)}::text`))
  await sql`declare rows no scroll cursor for select array[${values}] as values from ${sql.table(table)}`.execute(
    kysely,
  )
  for (;;) {
    const { rows } = await sql<{ values: (string | null)[] }>`fetch ${sql.lit(ROWS)} from rows`.execute(
      kysely,
    )
    for (const row of rows) yield row.values
    if (rows.length < ROWS) break
  }
  await sql`close rows`.execute(kysely)
}

/** Names of whole pictures and of parts of such as are on their way; what is just being written is neither. */
async function picturesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => !name.startsWith('.'))
    .toSorted()
}
