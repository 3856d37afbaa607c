import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../src/server/database/open-database.ts'

const source = (path: string): string =>
  JSON.stringify(new URL(`../../../src/server/${path}`, import.meta.url).href)

const WRITE = `
import { openDatabase } from ${source('database/open-database.ts')}
import { SqlStorage } from ${source('storage/sql-storage.ts')}
const storage = new SqlStorage(await openDatabase({ folder: process.argv[1] }))
for (let number = 1; ; number += 1) {
  await storage.run([], 'relaxed', (transaction) => transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([number]) }))
  process.stdout.write(number + '\\n')
}
`

test('what an embedded database said was stored is there after its server was killed, and the folder is free at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITE, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = once(child, 'close')
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.split('\n').length > 25) child.kill('SIGKILL')
  })
  await ended
  const stored = said.split('\n').slice(0, -1).map(Number)
  expect(stored.length).toBeGreaterThan(20)
  const database = await openDatabase({ folder })
  const rows = await database.kysely.selectFrom('updates').select('bytes').orderBy('key').execute()
  expect(rows.slice(0, stored.length).map(({ bytes }) => bytes[0])).toEqual(stored)
  // The last one may have been stored before it was said.
  expect(rows.length - stored.length).toBeLessThanOrEqual(1)
  await database.close()
  rmSync(folder, { recursive: true })
}, 120_000)
