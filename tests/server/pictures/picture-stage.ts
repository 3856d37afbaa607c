import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { StorageFailure } from '../../../src/rules/desk-storage.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { createLog } from '../../../src/server/log.ts'
import { folderStore } from '../../../src/server/pictures/folder-store.ts'
import type { PictureDesk } from '../../../src/server/pictures/picture-desk.ts'
import type { PictureStore } from '../../../src/server/pictures/picture-store.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { inMemory } from '../services/in-memory.ts'
import { withPostgres } from '../services/with-databases.ts'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Pictures over a real database and a real folder, of which single calls can be made to fail. */
export type PictureStage = PictureDesk & {
  readonly database: Database
  /** Calls of the store that fail next, by name. */
  readonly failing: ('put' | 'get' | 'remove')[]
  /** Hours to the server's clock. */
  later(hours: number): void
  /** Every file that is stored, by its name. */
  files(): readonly string[]
  /** Lines of the server's log. */
  readonly logged: string[]
  /** Another server over the same database and folder. */
  another(database: Database): PictureDesk
}

type Stages = (settings?: { readonly maxPictureBytes: number }) => PictureStage

/**
 * Runs a suite over an embedded database and over PostgreSQL (skipped by name where there is none), each opened once and
 * emptied before every test. `again` opens the same database as another server does; only PostgreSQL takes that.
 */
export function withPictures(
  name: string,
  suite: (stage: Stages, again: (() => Promise<Database>) | null) => void,
): void {
  describe(`${name}, on PGlite`, () => {
    suite(
      stagesOver(async () => openDatabase(await inMemory())),
      null,
    )
  })
  withPostgres(name, (postgres) => {
    const others: Database[] = []
    let url = ''
    afterEach(async () => {
      await Promise.all(others.splice(0).map((database) => database.close()))
    })
    const stage = stagesOver(async () => {
      url = await postgres().create('pictures')
      return openDatabase({ url })
    })
    suite(stage, async () => {
      const other = await openDatabase({ url })
      others.push(other)
      return other
    })
  })
}

/** Makes stages, and takes their folders away after each test. */
function stagesOver(open: () => Promise<Database>): Stages {
  const folders: string[] = []
  let opened: Database | null = null
  beforeAll(async () => {
    opened = await open()
  }, 60_000)
  beforeEach(async () => {
    if (opened) await sql`truncate pictures, uploads, upload_parts`.execute(opened.kysely)
  })
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => opened?.close())
  return (settings) => {
    if (!opened) throw new Error('the database was not opened')
    const database = opened
    const folder = mkdtempSync(join(tmpdir(), 'stet-pictures-'))
    folders.push(folder)
    let time = Date.parse('2026-11-24T12:00:00Z')
    const now = (): Date => new Date(time)
    const failing: PictureStage['failing'] = []
    const logged: string[] = []
    const deskOver = (one: Database): PictureDesk['desk'] => ({
      storage: new SqlStorage(one),
      now,
      settings: { ...NEWSROOM_SETTINGS, ...settings },
      log: createLog('info', (line) => void logged.push(line)),
    })
    return {
      database,
      desk: deskOver(database),
      store: failingStore(folderStore(folder, now), failing),
      newId: randomUUID,
      failing,
      logged,
      later(hours) {
        time += hours * 3_600_000
      },
      files: () =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
      another: (one) => ({ desk: deskOver(one), store: folderStore(folder, now), newId: randomUUID }),
    }
  }
}

function failingStore(store: PictureStore, failing: PictureStage['failing']): PictureStore {
  const checked = async (name: PictureStage['failing'][number]): Promise<void> => {
    if (failing[0] !== name) return
    failing.shift()
    throw new StorageFailure({ cause: 'full', message: 'The disk is full.' })
  }
  return {
    async put(name, bytes) {
      await checked('put')
      return store.put(name, bytes)
    },
    async get(name, range) {
      await checked('get')
      return store.get(name, range)
    },
    async remove(name) {
      await checked('remove')
      return store.remove(name)
    },
  }
}
