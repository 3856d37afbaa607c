import type { Migration } from 'kysely'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import { migrate, migrationsOf, NewerDatabase } from '../../../src/server/database/migrate.ts'
import { MIGRATIONS } from '../../../src/server/database/migrations.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { tableShapes } from '../../../src/server/backup/table-shapes.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { listStoriesSql } from '../../../src/server/storage/list-stories-sql.ts'
import { CHIEF, contentOf, EVERYTHING, NOW } from '../../backends/test-desk.ts'
import { withDatabases } from '../services/with-databases.ts'
import { EARLIEST_ROWS } from './earliest-rows.ts'

const LATER = '01890000-0000-7000-8000-000000000009'
const NAMES = Object.keys(MIGRATIONS)
const upTo = (name: string): Readonly<Record<string, Migration>> =>
  Object.fromEntries(Object.entries(MIGRATIONS).filter(([each]) => each <= name))

/** Takes everything out of a database, so that it is as a new one is. */
async function makeBare({ kysely }: Database): Promise<void> {
  await sql`drop schema public cascade`.execute(kysely)
  await sql`create schema public`.execute(kysely)
}

/** Names and types of all columns, and names of all indexes and triggers. */
async function schemaOf({ kysely }: Database): Promise<unknown> {
  const { rows } = await sql<{ definition: string }>`
    select indexdef as definition from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1`.execute(kysely)
  const tables = await tableShapes(kysely)
  return [tables.map(({ table, columns }) => ({ table, columns })), rows]
}

withDatabases('migrations', (open) => {
  test('run forward from every earlier schema, with rows in it, and end in the same one', async () => {
    const database = await open()
    const latest = await schemaOf(database)
    for (const name of NAMES) {
      await makeBare(database)
      await migrate(database.kysely, upTo(name))
      for (const statement of EARLIEST_ROWS) await sql.raw(statement).execute(database.kysely)
      await migrate(database.kysely, MIGRATIONS)
      expect(await migrationsOf(database.kysely)).toEqual(NAMES)
      expect(await schemaOf(database)).toEqual(latest)
      const storage = new SqlStorage(database)
      const page = await listStoriesSql(storage, { ...EVERYTHING, search: 'ferry' })
      expect([page.total, page.counts.draft, page.counts.approved]).toEqual([1, 1, 1])
      expect(page.records.map(({ summary }) => summary.headline)).toEqual(['The ferry'])
      const made = await storage.run(CREATE_STORES, 'strict', (transaction) =>
        createStory(transaction, { id: LATER, content: contentOf('Later'), source: null }, 9, CHIEF, NOW),
      )
      expect(made).toMatchObject({ ok: true, record: { sequence: 4 } })
      await storage.run(['people', 'updates'], 'readonly', async (transaction) => {
        expect(await transaction.get('people', 'rita')).toEqual({
          id: 'rita',
          name: 'Rita',
          role: 'reporter',
        })
        // Of rows that are older than this nobody knows who wrote them.
        expect(await transaction.updatesAfter('story-a', 1, 0)).toMatchObject([{ epoch: 1, by: null }])
        expect(await transaction.allUpdates(LATER)).toMatchObject([{ epoch: 1, by: CHIEF.id }])
      })
    }
  })

  test('are the same again where nothing is new, and refuse what is newer', async () => {
    const database = await open()
    await migrate(database.kysely, MIGRATIONS)
    expect(await migrationsOf(database.kysely)).toEqual(NAMES)
    const older = migrate(database.kysely, upTo('0001-desk'))
    await expect(older).rejects.toThrow(NewerDatabase)
    await expect(older).rejects.toThrow(NAMES.at(-1) ?? '')
  })

  test('do not mind a clock that has gone back since the last one', async () => {
    const database = await open()
    await makeBare(database)
    await migrate(database.kysely, upTo('0002-queues'))
    await sql`update kysely_migration set timestamp = '2099-01-01T00:00:00.000Z' where name = '0001-desk'`.execute(
      database.kysely,
    )
    await migrate(database.kysely, MIGRATIONS)
    await migrate(database.kysely, MIGRATIONS)
    expect(await migrationsOf(database.kysely)).toEqual(NAMES)
  })

  test('happen whole or not at all', async () => {
    const database = await open()
    await makeBare(database)
    const failing: Migration = {
      async up(kysely) {
        await sql`create table half (id text)`.execute(kysely)
        throw new Error('on the way')
      },
    }
    await expect(migrate(database.kysely, { ...MIGRATIONS, '9999-failing': failing })).rejects.toThrow(
      'on the way',
    )
    expect(await migrationsOf(database.kysely)).toEqual([])
    await migrate(database.kysely, MIGRATIONS)
    expect(await migrationsOf(database.kysely)).toEqual(NAMES)
  })
})
