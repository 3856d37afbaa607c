import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { applyAction, ACT_STORES } from '../../../src/rules/apply-action.ts'
import { changeStoredChecks, CHECKS_STORES, readChecks } from '../../../src/rules/checks.ts'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import { linesOf, writeFileOf } from '../../../src/server/backup/backup-file.ts'
import { NotRestored, restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { tableShapes } from '../../../src/server/backup/table-shapes.ts'
import { NothingToBackUp, writeBackup } from '../../../src/server/backup/write-backup.ts'
import type { Database, DatabasePlace } from '../../../src/server/database/open-database.ts'
import { connectDatabase, openDatabase } from '../../../src/server/database/open-database.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { CHIEF, contentOf, NOW } from '../../backends/test-desk.ts'
import { ruleOf } from '../../domain/checks/house-rules.ts'
import { withPostgres } from '../services/with-databases.ts'

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
const PICTURE = `ab/${'ab'.repeat(32)}`

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-backup-'))
  file = join(folder, 'stet.backup')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Does something with a database, and closes it. */
async function using<Value>(
  place: DatabasePlace,
  work: (database: Database) => Promise<Value>,
  open: typeof openDatabase = openDatabase,
): Promise<Value> {
  const database = await open(place)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** A desk with a bit of everything in it, the odd characters, too. */
async function fill(database: Database): Promise<void> {
  const storage = new SqlStorage(database)
  const source = { name: 'wire.txt', type: 'text/plain', text: 'half \ud83d, nul \0, “quoted”\\' }
  for (let number = 1; number <= 3; number += 1) {
    await storage.run(CREATE_STORES, 'strict', (transaction) =>
      createStory(
        transaction,
        { id: idOf(number), content: contentOf(`Story ${number} \0 \ud83d`), source },
        9,
        CHIEF,
        NOW,
      ),
    )
  }
  await storage.run(ACT_STORES, 'strict', (transaction) =>
    applyAction(transaction, idOf(1), { type: 'keep version', name: 'first' }, CHIEF, {
      now: NOW,
      seeder: () => 5,
      settings: NEWSROOM_SETTINGS,
    }),
  )
  await storage.run(['updates'], 'strict', async (transaction) => {
    const key = await transaction.addUpdate({
      story: idOf(2),
      epoch: 1,
      update: new Uint8Array(300_000).fill(255),
    })
    await transaction.deleteUpdates([key])
    await transaction.putAnswer('key', { ok: true }, NOW().toISOString())
  })
  await storage.run(CHECKS_STORES, 'strict', (transaction) =>
    changeStoredChecks(transaction, { type: 'put rules', rules: [ruleOf('ferry')] }, CHIEF, NOW),
  )
  const person = { name: 'Rita', role: 'reporter', email: 'rita@paper.example', is_active: false }
  await database.kysely
    .insertInto('people')
    .values({ id: 'rita', ...person })
    .execute()
}

/** What lets Rita in, or somebody else. */
const DOORS: readonly string[] = [
  `insert into sessions values ('s', 'token', 'rita', now(), now(), now() + interval '1 day', null, null)`,
  `insert into set_up_codes values ('hash', now())`,
  `insert into one_time_links (id, kind, token, person, made_at, expires_at, ended) values
    ('open', 'reset', 'a', 'rita', now(), now() + interval '1 day', null),
    ('invites', 'invitation', 'b', null, now(), now() + interval '1 day', null),
    ('used', 'reset', 'c', 'rita', now(), now() + interval '1 day', 'used')`,
  `insert into credentials (id, account_id, provider_id, user_id, password, created_at, updated_at) values
    ('c', 'rita', 'credential', 'rita', 'a hash', now(), now())`,
]

/** Every row of every table, as the database itself writes it. */
async function everything(database: Database): Promise<unknown> {
  const tables = await tableShapes(database.kysely)
  const rows = await Promise.all(
    tables.map(async ({ table }) => {
      const found = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        database.kysely,
      )
      return [table, found.rows.map(({ row }) => row).toSorted()]
    }),
  )
  return { rows, tables }
}

const backUp = (database: Database, pictures: string | null): Promise<void> =>
  writeFileOf(writeBackup(database, pictures, NOW()), file)

const restoreInto = (place: DatabasePlace, pictures: string | null = null, mayReplace = false) =>
  using(place, (database) => restoreBackup(database, pictures, linesOf(file), mayReplace), connectDatabase)

function suite(places: () => Promise<readonly [from: DatabasePlace, to: DatabasePlace]>): void {
  test('what was backed up is restored as it was, with its pictures, and people go on with it', async () => {
    const [from, to] = await places()
    const pictures = join(folder, 'pictures')
    mkdirSync(join(pictures, 'ab'), { recursive: true })
    mkdirSync(join(pictures, '.new'))
    const bytes = new Uint8Array(1_000_000).map((_, index) => index % 251)
    writeFileSync(join(pictures, PICTURE), bytes)
    writeFileSync(join(pictures, '.new', 'half'), 'x')
    const before = await using(from, async (database) => {
      await fill(database)
      await backUp(database, pictures)
      // The writers of updates are among what is kept.
      const writers = await database.kysely.selectFrom('updates').select('by').execute()
      expect(writers).toContainEqual({ by: CHIEF.id })
      return everything(database)
    })
    const other = join(folder, 'other')
    const restored = await restoreInto(to, other)
    expect(restored).toMatchObject({ at: NOW().toISOString(), pictures: 1, isInBucket: false })
    expect(new Uint8Array(readFileSync(join(other, PICTURE)))).toEqual(bytes)
    await using(to, async (database) => {
      expect(await everything(database)).toEqual(before)
      const storage = new SqlStorage(database)
      const checks = await storage.run(CHECKS_STORES, 'readonly', readChecks)
      expect(checks.settings.rules).toEqual([ruleOf('ferry')])
      await storage.run(['updates', 'records'], 'strict', async (transaction) => {
        const opened = await readDocument(transaction, idOf(3), 1)
        expect(opened.ok && opened.doc.getText('headline').toJSON()).toBe('Story 3 \0 \ufffd')
        // No key is ever given twice, not even one whose row is gone.
        expect(
          await transaction.addUpdate({
            story: idOf(3),
            epoch: 1,
            update: Y.encodeStateAsUpdate(new Y.Doc()),
          }),
        ).toBe(5)
        expect((await transaction.countStories()).byStatus.draft).toBe(3)
      })
      await storage.run(CREATE_STORES, 'strict', (transaction) =>
        createStory(transaction, { id: idOf(4), content: contentOf('new'), source: null }, 9, CHIEF, NOW),
      )
      await storage.run(['records'], 'readonly', async (transaction) => {
        expect((await transaction.countStories()).byStatus.draft).toBe(4)
      })
    })
  }, 120_000)

  test('a desk that is there is left alone, unless it may be replaced; and so it is where the backup is broken', async () => {
    const [from, to] = await places()
    await using(from, async (database) => {
      await fill(database)
      await backUp(database, null)
    })
    const before = await using(to, async (database) => {
      const storage = new SqlStorage(database)
      await storage.run(CREATE_STORES, 'strict', (transaction) =>
        createStory(transaction, { id: idOf(77), content: contentOf('mine'), source: null }, 9, CHIEF, NOW),
      )
      return everything(database)
    })
    await expect(restoreInto(to)).rejects.toThrow('--force')
    const whole = readFileSync(file)
    for (const broken of [
      whole.subarray(0, whole.length - 40),
      whole.subarray(0, 300),
      Buffer.from('hello'),
      damaged(whole),
    ]) {
      writeFileSync(file, broken)
      const failing = restoreInto(to, null, true)
      await expect(failing).rejects.toBeInstanceOf(NotRestored)
      await expect(failing).rejects.toThrow('not a whole backup')
    }
    expect(await using(to, everything)).toEqual(before)
    writeFileSync(file, whole)
    expect(await restoreInto(to, null, true)).toMatchObject({ isInBucket: true })
    const stories = await using(to, ({ kysely }) =>
      kysely.selectFrom('records').select('id').orderBy('id').execute(),
    )
    expect(stories.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
  }, 120_000)
}

/** The same with one byte in its middle turned over. */
function damaged(whole: Buffer): Buffer {
  const copy = Buffer.from(whole)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 255
  return copy
}

withPostgres('between PostgreSQL and an embedded database', (postgres) => {
  let count = 0
  const fresh = async (): Promise<DatabasePlace> => {
    count += 1
    return { url: await postgres().create(`backup${count}`) }
  }
  describe('from the one', () => {
    suite(async () => [await fresh(), { folder: join(folder, 'b') }])
  })
  describe('from the other', () => {
    suite(async () => [{ folder: join(folder, 'a') }, await fresh()])
  })

  test('a backup is of one moment, while others go on writing', async () => {
    const place = await fresh()
    await using(place, async (database) => {
      await fill(database)
      const storage = new SqlStorage(database)
      const lines: string[] = []
      for await (const line of writeBackup(database, null, NOW())) {
        lines.push(line)
        if (lines.length !== 2) continue
        await storage.run(CREATE_STORES, 'strict', (transaction) =>
          createStory(
            transaction,
            { id: idOf(50), content: contentOf('later'), source: null },
            9,
            CHIEF,
            NOW,
          ),
        )
      }
      expect(lines.length).toBeGreaterThan(20)
      expect(lines.filter((line) => line.includes(idOf(50)))).toEqual([])
    })
  })

  test('a database on which a server runs is not restored into', async () => {
    const [from, to] = [await fresh(), await fresh()]
    await using(from, async (database) => {
      await fill(database)
      await backUp(database, null)
    })
    await using(to, async () => {
      await expect(restoreInto(to, null, true)).rejects.toThrow('Stop every server')
    })
    await restoreInto(to)
  })

  test('what let people in is not restored: sessions, set-up codes and links; their passwords are', async () => {
    const [from, to] = [await fresh(), await fresh()]
    await using(from, async (database) => {
      await fill(database)
      for (const statement of DOORS) await sql.raw(statement).execute(database.kysely)
      await backUp(database, null)
    })
    await restoreInto(to)
    const left = await using(to, async ({ kysely }) => {
      const { rows } = await sql<object>`select
        (select count(*) from sessions) as sessions, (select count(*) from set_up_codes) as codes,
        (select count(*) from one_time_links where ended is null) as links,
        (select ended from one_time_links where id = 'used') as used,
        (select count(*) from credentials where password = 'a hash') as passwords`.execute(kysely)
      return rows
    })
    expect(left.map((row) => JSON.parse(JSON.stringify(row)) as object)).toEqual([
      { sessions: 0, codes: 0, links: 0, used: 'used', passwords: 1 },
    ])
  })

  test('an empty database has nothing to back up', async () => {
    const failing = using(await fresh(), (database) => backUp(database, null), connectDatabase)
    await expect(failing).rejects.toBeInstanceOf(NothingToBackUp)
  })
})
