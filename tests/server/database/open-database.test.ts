import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { FolderInUse } from '../../../src/server/database/folder-lock.ts'
import { NewerDatabase } from '../../../src/server/database/migrate.ts'
import { MIGRATIONS } from '../../../src/server/database/migrations.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { withDatabases, withPostgres } from '../services/with-databases.ts'

withDatabases('an open database', (open) => {
  test('answers with numbers for counts and keys, bytes as bytes, JSON as it was written, and instants as dates', async () => {
    const database = await open()
    await database.ping()
    const { kysely } = database
    const odd = JSON.stringify({ b: 'nul \0, lone \ud800, é', a: [1.5, null, true] })
    const { rows } = await sql<Record<string, unknown>>`
      select count(*) as counted, 7::bigint as key, 1.5::numeric as number, ${-0.5}::float8 as place,
        ${new Uint8Array([0, 255, 7])}::bytea as bytes, ${odd}::json as json, ${['a', 'b,"']}::text[] as texts,
        ${new Date('2026-11-24T12:00:00Z')}::timestamptz as at, true as flag, null as nothing`.execute(kysely)
    expect(rows).toEqual([
      {
        counted: 1,
        key: 7,
        number: 1.5,
        place: -0.5,
        bytes: new Uint8Array([0, 255, 7]),
        json: JSON.parse(odd),
        texts: ['a', 'b,"'],
        at: new Date('2026-11-24T12:00:00Z'),
        flag: true,
        nothing: null,
      },
    ])
  })

  test('says how many rows a statement changed', async () => {
    const { kysely } = await open()
    const one = { id: 'rita', name: 'Rita', role: 'reporter', email: null }
    const made = await kysely
      .insertInto('people')
      .values([one, { ...one, id: 'otto' }])
      .execute()
    expect(made.map(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)).toEqual([2n])
    const [changed] = await kysely.updateTable('people').set({ role: 'chief' }).execute()
    expect(changed?.numUpdatedRows).toBe(2n)
    const [gone] = await kysely.deleteFrom('people').where('id', '=', 'rita').execute()
    expect(gone?.numDeletedRows).toBe(1n)
  })

  test('takes a transaction back that fails, and the next one finds nothing of it', async () => {
    const { kysely } = await open()
    const failing = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('meta').values({ name: 'person', data: '1' }).execute()
      await sql`select 1 / 0`.execute(transaction)
    })
    await expect(failing).rejects.toThrow('division by zero')
    const swallowing = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('meta').values({ name: 'person', data: '1' }).execute()
      await sql`select 1 / 0`.execute(transaction).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow(/abort|roll/i)
    const rows = await kysely.selectFrom('meta').selectAll().where('name', '=', 'person').execute()
    expect(rows).toEqual([])
  })

  test('one after the other use it, however many ask at once', async () => {
    const { kysely } = await open()
    const add = (): Promise<unknown> =>
      kysely.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('meta')
          .select('data')
          .where('name', '=', 'sequence')
          .forUpdate()
          .executeTakeFirst()
        const next = String(Number(row?.data ?? 0) + 1)
        await transaction.updateTable('meta').set({ data: next }).where('name', '=', 'sequence').execute()
      })
    await Promise.all(Array.from({ length: 20 }, add))
    expect(await kysely.selectFrom('meta').select('data').execute()).toEqual([{ data: 20 }])
  })
})

test('an embedded database keeps what it is given, and is nobody else’s while it is open', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'stet-data-')), 'made', 'by it')
  const first = await openDatabase({ folder })
  await first.kysely.insertInto('contents').values({ id: 'a', data: '{"b":1}' }).execute()
  await expect(openDatabase({ folder })).rejects.toThrow(FolderInUse)
  await first.close()
  const second = await openDatabase({ folder })
  expect(await second.kysely.selectFrom('contents').selectAll().execute()).toEqual([
    { id: 'a', data: { b: 1 } },
  ])
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(second.kysely)
  await second.close()
  const newer = openDatabase({ folder })
  await expect(newer).rejects.toThrow(NewerDatabase)
  await expect(newer).rejects.toThrow('9999-later')
  // The refused one has let go of the folder.
  await expect(openDatabase({ folder })).rejects.toThrow(NewerDatabase)
  rmSync(folder, { recursive: true })
}, 120_000)

withPostgres('a PostgreSQL', (postgres) => {
  test('is migrated once, however many servers start at the same moment', async () => {
    const url = await postgres().create('together')
    const all = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url, poolSize: 2 })))
    const [first] = all
    const done =
      first &&
      (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(first.kysely))
    expect(done?.rows.map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS))
    await Promise.all(all.map((database) => database.close()))
  })

  test('that is not there is said to be so, and nothing waits for it', async () => {
    const url = postgres().url.replace(/:\d+\//, ':1/')
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
