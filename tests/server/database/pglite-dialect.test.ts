import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { inMemory } from '../services/in-memory.ts'

let database: Database
beforeAll(async () => {
  database = await openDatabase(await inMemory())
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  await sql`drop table if exists things`.execute(database.kysely)
  await sql`create table things (name text primary key, count bigint, bytes bytea)`.execute(database.kysely)
})

const names = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`select name from things order by name`.execute(database.kysely)
  return rows.map(({ name }) => name)
}

test('a transaction whose statement failed isn’t taken for stored where it goes on to its end', async () => {
  const going = database.kysely.transaction().execute(async (tx) => {
    await sql`insert into things values ('a')`.execute(tx)
    await sql`insert into things values ('a')`.execute(tx).catch(() => {})
  })
  await expect(going).rejects.toThrow('aborted by a statement that failed')
  expect(await names()).toEqual([])
  // What comes next has nothing of that.
  await database.kysely.transaction().execute(async (tx) => {
    await sql`insert into things values ('b')`.execute(tx)
  })
  expect(await names()).toEqual(['b'])
})

test('a statement that failed outside of a transaction leaves nothing for the next one', async () => {
  await expect(sql`select nothing`.execute(database.kysely)).rejects.toThrow('nothing')
  await database.kysely.transaction().execute(async (tx) => {
    await sql`insert into things values ('a')`.execute(tx)
  })
  expect(await names()).toEqual(['a'])
})

test('whoever is in a transaction is alone there, and others come in turn', async () => {
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const done: string[] = []
  const first = database.kysely.transaction().execute(async (tx) => {
    await sql`insert into things values ('first')`.execute(tx)
    await held
    await sql`delete from things`.execute(tx)
  })
  const others = ['second', 'third'].map(async (name) => {
    await sql`insert into things values (${name})`.execute(database.kysely)
    done.push(name)
  })
  letGo()
  await Promise.all([first, ...others])
  expect(done).toEqual(['second', 'third'])
  expect(await names()).toEqual(['second', 'third'])
})

test('counts come as numbers, bytes as they are, and changes with how many there were', async () => {
  const bytes = new Uint8Array([0, 92, 120, 255])
  await sql`insert into things values ('a', ${2 ** 40}, ${bytes}), ('b', 1, null)`.execute(database.kysely)
  const { rows } = await sql`select count, bytes from things where name = 'a'`.execute(database.kysely)
  expect(rows).toEqual([{ count: 2 ** 40, bytes }])
  const all = database.kysely.withTables<{ things: { name: string; count: number } }>()
  const changed = await all.updateTable('things').set({ count: 3 }).executeTakeFirst()
  const gone = await all.deleteFrom('things').where('name', '=', 'nobody').executeTakeFirst()
  expect([changed.numUpdatedRows, gone.numDeletedRows]).toEqual([2n, 0n])
})
