import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { DATABASE_TIMES } from '../../../src/server/database/postgres-dialect.ts'
import { PREPARED } from '../../../src/server/database/prepared-pool.ts'
import { withPostgres } from '../services/with-databases.ts'

withPostgres('statements of a pool', (postgres) => {
  let database: Database
  beforeAll(async () => {
    // Whoever waits for an answer gives up long before the database does.
    const times = { ...DATABASE_TIMES, answer: 1500 }
    database = await openDatabase({ url: postgres().url, poolSize: 1, times })
  }, 60_000)
  afterAll(() => database.close())

  const prepared = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      database.kysely,
    )
    return rows.map(({ statement }) => statement)
  }
  const backend = async (): Promise<unknown> =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.kysely)).rows[0]?.pid

  test('are kept prepared where they ask for it, once each, and no others are', async () => {
    const texts = [`${PREPARED}select $1::int + 1 as one`, `${PREPARED}select $1::int + 2 as two`]
    const answers: unknown[] = []
    for (const text of [...texts, ...texts, 'select $1::int + 3 as three']) {
      const { rows } = await database.kysely.executeQuery(CompiledQuery.raw(text, [1]))
      answers.push(...rows)
    }
    expect(answers).toEqual([{ one: 2 }, { two: 3 }, { one: 2 }, { two: 3 }, { three: 4 }])
    expect((await prepared()).toSorted()).toEqual(texts)
  })

  test('that are not answered end their connection, and the next one has another', async () => {
    const before = await backend()
    const work = database.kysely.transaction().execute(async (tx) => {
      await sql`select pg_sleep(60)`.execute(tx).catch(() => {})
      // It would wait behind what is still under way.
      await sql`select 1`.execute(tx)
    })
    await expect(work).rejects.toThrow('Query read timeout')
    expect(await backend()).not.toBe(before)
    expect(await prepared()).toEqual([])
  })
})
