import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { migrate, migrationsOf, NewerDatabase } from '../database/migrate.ts'
import { MIGRATIONS } from '../database/migrations.ts'
import { APPLICATION } from '../database/postgres-dialect.ts'
import type { Database } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import type { BackupHead } from './backup-lines.ts'
import { readLine } from './backup-lines.ts'
import { PictureStage } from './picture-stage.ts'
import { RowLoader } from './row-loader.ts'

export type Restored = {
  /** ISO instant at which the backup was made. */
  readonly at: string
  readonly rows: number
  readonly pictures: number
  /** Pictures are in a bucket, which is restored by its own means. */
  readonly isInBucket: boolean
}

/** Why nothing was restored; the message is for people, and nothing was changed. */
export class NotRestored extends Error {
  constructor(message: string) {
    super(`${message} Nothing was changed.`)
    this.name = 'NotRestored'
  }
}

const BROKEN = 'This file is not a whole backup of Stet: it was cut off, changed, or is something else.'

/**
 * Puts a backup in the place of all that a database holds, and brings it to the latest schema: all of it, or nothing. `pictures` is
 * the folder for its pictures, or null where they are kept in a bucket. Throws `NotRestored` where the database holds a desk
 * already and `mayReplace` isn't set, or where the backup is broken or a newer Stet's.
 */
export async function restoreBackup(
  database: Database,
  pictures: string | null,
  lines: AsyncIterable<string>,
  mayReplace: boolean,
): Promise<Restored> {
  const { kysely } = database
  if (!mayReplace && (await holdsDesk(kysely))) {
    throw new NotRestored(
      'There is a desk in this database already, and a restore replaces all of it. Give an empty database (another DATABASE_URL or STET_DATA), or say --force if what is there may go.',
    )
  }
  const stage = new PictureStage(pictures)
  const read = lines[Symbol.asyncIterator]()
  try {
    const head = headOf(await read.next())
    const restored = await kysely.transaction().execute(async (transaction) => {
      if (database.kind === 'postgres') await refuseRunning(transaction)
      await begin(transaction, head.migrations)
      const counted = await load(transaction, { [Symbol.asyncIterator]: () => read }, stage)
      if (head.migrations.includes(ACCOUNTS)) await closeDoors(transaction)
      await stage.settle()
      return { at: head.at, ...counted, isInBucket: head.pictures === 'bucket' }
    })
    await migrate(kysely, MIGRATIONS)
    return restored
  } finally {
    await stage.end()
  }
}

function headOf(first: IteratorResult<string, unknown>): BackupHead {
  const line = first.done ? null : readLine(first.value)
  if (!line || !('stet' in line)) throw new NotRestored(BROKEN)
  const unknown = line.migrations.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0) {
    throw new NotRestored(
      `This backup was made by a newer version of Stet (it has ${unknown.join(', ')}, which this one doesn’t know). Restore it with that version.`,
    )
  }
  return line
}

/** Anybody or anything: a database that a server was only started on is empty. */
async function holdsDesk(kysely: Kysely<Tables>): Promise<boolean> {
  const migrations = await migrationsOf(kysely)
  const unknown = migrations.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
  if (migrations.length === 0) return false
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from records) or exists (select 1 from people) as found`.execute(kysely)
  return rows[0]?.found === true
}

/** Whoever goes on writing would write into what is restored. */
async function refuseRunning(kysely: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from pg_stat_activity
    where application_name = ${APPLICATION} and datname = current_database() and pid <> pg_backend_pid()`.execute(
    kysely,
  )
  if ((rows[0]?.others ?? 0) === 0) return
  throw new NotRestored('Stet is running on this database. Stop every server of it, then restore.')
}

/** An empty database as it was when the backup was made: what has come since is done to its rows, too. */
async function begin(transaction: Kysely<Tables>, migrations: readonly string[]): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('drop table if exists %I cascade', relname) as statement from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
    union all
    select format('drop function if exists %s cascade', p.oid::regprocedure) from pg_proc p
      where pronamespace = 'public'::regnamespace
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(
    transaction,
  )
  for (const { statement } of rows) await sql.raw(statement).execute(transaction)
  await sql`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)`.execute(
    transaction,
  )
  for (const name of migrations) {
    await MIGRATIONS[name]?.up(transaction)
    await sql`insert into kysely_migration values (${name}, ${new Date(0).toISOString()})`.execute(
      transaction,
    )
  }
}

const ACCOUNTS = '0003-accounts'

/**
 * What let people in when the backup was made, and may have been ended since: sessions, set-up codes and links. Everybody comes
 * in again with their password.
 */
async function closeDoors(transaction: Kysely<Tables>): Promise<void> {
  await sql`delete from sessions`.execute(transaction)
  await sql`delete from set_up_codes`.execute(transaction)
  await sql`update one_time_links set ended = 'taken back' where ended is null`.execute(transaction)
}

async function load(
  transaction: Kysely<Tables>,
  lines: AsyncIterable<string>,
  stage: PictureStage,
): Promise<{ readonly rows: number; readonly pictures: number }> {
  const loader = new RowLoader(transaction)
  await loader.begin()
  let isWhole = false
  for await (const text of lines) {
    const line = isWhole ? null : readLine(text)
    if (line === null || 'stet' in line) throw new NotRestored(BROKEN)
    if (Array.isArray(line)) await loader.add(line)
    else if ('table' in line) await loader.turnTo(line)
    else if ('picture' in line) await stage.turnTo(line.picture)
    else if ('piece' in line) await stage.add(Buffer.from(line.piece, 'base64'))
    else {
      await loader.end()
      if (line.rows !== loader.rows || line.pictures !== stage.pictures) throw new NotRestored(BROKEN)
      isWhole = true
    }
  }
  if (!isWhole) throw new NotRestored(BROKEN)
  return { rows: loader.rows, pictures: stage.pictures }
}
