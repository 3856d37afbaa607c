import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { createHttpBackend } from '../../src/backends/http.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import type { Person } from '../../src/domain/person.ts'
import type { ServerConfig } from '../../src/server/config.ts'
import { openDatabase } from '../../src/server/database/open-database.ts'
import { createLog } from '../../src/server/log.ts'
import { beginUpload } from '../../src/server/pictures/begin-upload.ts'
import { folderStore } from '../../src/server/pictures/folder-store.ts'
import { keepPicture } from '../../src/server/pictures/keep-picture.ts'
import { pictureName } from '../../src/server/pictures/picture-store.ts'
import { SqlStorage } from '../../src/server/storage/sql-storage.ts'
import { hashOf } from '../server/pictures/picture-stage.ts'
import { pngOf } from '../server/pictures/sample-pictures.ts'
import { withPostgres } from '../server/services/with-databases.ts'
import { testConfig } from '../server/test-server.ts'
import { beginSession, SECRET, SHORT_PAUSES } from './http/http-desk.ts'
import type { ServerProcess } from './http/server-process.ts'
import { freePort, serverProcess } from './http/server-process.ts'
import { testBrowser } from './http/test-browser.ts'
import { expectNothingLost } from './http/expect-nothing-lost.ts'
import { CHIEF, REPORTER, valueOf } from './test-desk.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

type Newsroom = { readonly server: ServerProcess; readonly tab: (person: Person) => Backend }

/** A server that can be killed, in which two people are signed in already. */
async function newsroom(
  database: ServerConfig['database'],
  change: Partial<ServerConfig> = {},
): Promise<Newsroom> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const cookies = new Map<string, string>()
  const opened = await openDatabase(database)
  const desk = { database: opened, now: () => new Date() }
  for (const person of [REPORTER, CHIEF]) {
    cookies.set(person.id, await beginSession({ address, desk }, person))
  }
  await opened.close()
  const server = await serverProcess(testConfig({ port, url: address, database, secret: SECRET, ...change }))
  ends.push(() => server.end())
  await server.start()
  return {
    server,
    tab(person) {
      const { fetch, WebSocket } = testBrowser(address, cookies.get(person.id))
      const tab = createHttpBackend({
        address,
        now: () => new Date(),
        fetch,
        WebSocket,
        cacheName: crypto.randomUUID(),
        pauses: { ...SHORT_PAUSES, tries: [50, 200, 500, 1000, 2000, 4000] },
      })
      ends.push(() => tab.close())
      return tab
    },
  }
}

/** Kills the server again and again under people who write and act. */
function expectSurvival({ server, tab }: Newsroom, kills: number): Promise<void> {
  return expectNothingLost(
    [tab(REPORTER), tab(CHIEF)],
    () => tab(REPORTER),
    kills,
    async () => {
      await server.kill()
      await server.start()
    },
  )
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  )

/** What is stored of pictures, as a server sees it a day later that takes another one. */
async function sweptADayLater(url: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  const database = await openDatabase({ url })
  const now = (): Date => new Date(Date.now() + 25 * 3_600_000)
  const desk = {
    storage: new SqlStorage(database),
    now,
    settings: NEWSROOM_SETTINGS,
    log: createLog('silent'),
  }
  const store = folderStore(folder, now)
  const pictures = { desk, store, newId: randomUUID }
  const other = pngOf(100)
  valueOf(await beginUpload(pictures, CHIEF.id, { hash: hashOf(other), size: other.length }))
  valueOf(await keepPicture(pictures, CHIEF.id, hashOf(other), other))
  const { rows } = await sql<{
    hash: string
  }>`select hash from pictures where hash <> ${hashOf(other)}`.execute(database.kysely)
  const left = await sql<{ parts: number }>`select count(*) as parts from upload_parts`.execute(
    database.kysely,
  )
  await database.close()
  const files = filesIn(folder).filter((name) => name !== pictureName(hashOf(other)))
  return { pictures: rows.map(({ hash }) => hash), files, parts: left.rows[0]?.parts }
}

withPostgres('a server on PostgreSQL', (postgres) => {
  test('that is killed 50 times between receiving and answering loses nothing and doubles nothing', async () => {
    await expectSurvival(await newsroom({ url: await postgres().create('killed'), poolSize: 5 }), 50)
  }, 600_000)

  test('that is killed while a picture arrives has it once in the end, shows no part of it, and leaves none behind', async () => {
    const url = await postgres().create('pictures')
    const folder = temporaryFolder()
    const { server, tab } = await newsroom({ url, poolSize: 5 }, { pictures: { kind: 'folder', folder } })
    const [rita, carla] = [tab(REPORTER), tab(CHIEF)]
    await Promise.all([rita.me(), carla.me()])
    const bytes = pngOf(2_000_000)
    const hash = hashOf(bytes)
    const shares = [0.02, 0.3, 0.8]
    const shown: unknown[] = []
    let killing = Promise.resolve()
    const kill = async (): Promise<void> => {
      await pause(shares.length * 7)
      await server.kill()
      await server.start()
      const asked = await carla.picture(hash)
      shown.push(asked.ok ? asked.value : asked.reason)
    }
    const sent = await rita.putPicture(new Blob([bytes], { type: 'image/png' }), (share) => {
      if (share < (shares[0] ?? Infinity)) return
      shares.shift()
      killing = killing.then(kill)
    })
    await killing
    expect(sent).toEqual({ ok: true, value: { hash } })
    expect([shares, shown.slice(0, -1)]).toEqual([[], [null, null]])
    // The last of them may have come just behind the picture, and what the server never answered to is sent again.
    await expect
      .poll(async () => valueOf(await carla.picture(hash))?.size, { timeout: 20_000 })
      .toBe(bytes.length)
    expect(hashOf(new Uint8Array((await valueOf(await carla.picture(hash))?.arrayBuffer()) ?? []))).toBe(hash)
    await server.kill()
    expect(await sweptADayLater(url, folder)).toEqual({
      pictures: [hash],
      files: [pictureName(hash)],
      parts: 0,
    })
  }, 120_000)
})

test('an embedded server that is killed loses nothing and doubles nothing', async () => {
  await expectSurvival(await newsroom({ folder: temporaryFolder() }), 3)
}, 300_000)
