import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pid } from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from '../../../src/server/database/folder-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-lock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const HOLD = `
import { lockFolder } from ${JSON.stringify(new URL('../../../src/server/database/folder-lock.ts', import.meta.url).href)}
try {
  lockFolder(process.argv[1])
  console.log('held')
  setInterval(() => {}, 1000000)
} catch (error) {
  console.log(error.name)
}
`

/** Another process that tries to take the folder; what it says, and the way to kill it. */
function holder(): { readonly said: Promise<string>; readonly pid: number; kill(): Promise<void> } {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = once(child.stdout, 'data').then(([chunk]) => String(chunk).trim())
  const ended = once(child, 'close')
  return {
    said,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

test('a folder that is in use is refused, with the number of the process and what to do', () => {
  const unlock = lockFolder(folder)
  const attempt = (): unknown => lockFolder(folder)
  expect(attempt).toThrow(FolderInUse)
  expect(attempt).toThrow(`process ${pid}`)
  expect(attempt).toThrow('stop it first')
  expect(attempt).toThrow('STET_DATA')
  unlock()
  lockFolder(folder)()
})

test('a killed server has given its folder up at once, and a living one has not', async () => {
  const first = holder()
  expect(await first.said).toBe('held')
  expect(() => lockFolder(folder)).toThrow(`process ${first.pid}`)
  await first.kill()
  const unlock = lockFolder(folder)
  const second = holder()
  expect(await second.said).toBe('FolderInUse')
  await second.kill()
  unlock()
})

test('of several that find a killed server’s folder at the same moment one gets it', async () => {
  const dead = holder()
  await dead.said
  await dead.kill()
  const all = Array.from({ length: 5 }, holder)
  const said = await Promise.all(all.map((each) => each.said))
  expect(said.toSorted()).toEqual(['FolderInUse', 'FolderInUse', 'FolderInUse', 'FolderInUse', 'held'])
  await Promise.all(all.map((each) => each.kill()))
})

test.each([
  ['of a process that has the number of a dead one', () => JSON.stringify({ pid, started: 'another start' })],
  ['of a process that is not there', () => JSON.stringify({ pid: 2 ** 22 + 1, started: null })],
  ['that says nothing', () => 'x'],
  ['that was given back', () => JSON.stringify({ pid: 0, started: null })],
])('a lock %s is taken over', (_, content) => {
  writeFileSync(join(folder, 'server-7.lock'), content())
  const unlock = lockFolder(folder)
  expect(readdirSync(folder)).toEqual(['server-8.lock'])
  expect(readFileSync(join(folder, 'server-8.lock'), 'utf8')).toContain(`"pid":${pid}`)
  expect(() => lockFolder(folder)).toThrow(FolderInUse)
  unlock()
})
