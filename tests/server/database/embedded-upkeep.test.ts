import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tidy } from '../../../src/server/database/embedded-upkeep.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'

test('tidying up gives the room of replaced rows back for new ones, and cuts the log off', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tidy-'))
  const database = await openDatabase({ folder })
  const { kysely } = database
  const size = async (): Promise<number> => {
    const { rows } = await sql<{ size: number }>`select pg_relation_size('updates') as size`.execute(kysely)
    return rows[0]?.size ?? 0
  }
  const log = (): number => readdirSync(join(folder, 'database', 'pg_wal')).length
  const turnOver = async (): Promise<void> => {
    await sql`insert into updates (story, epoch, bytes)
      select 'a', 1, sha512(n::text::bytea) from generate_series(1, 60000) n`.execute(kysely)
    await sql`delete from updates`.execute(kysely)
  }
  await turnOver()
  const before = await size()
  const logged = log()
  await tidy(kysely)
  await turnOver()
  await tidy(kysely)
  await turnOver()
  expect(log()).toBeLessThan(logged * 2)
  expect(await size()).toBeLessThan(before * 1.2)
  await database.close()
  rmSync(folder, { recursive: true })
}, 120_000)
