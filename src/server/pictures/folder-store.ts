import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { PictureStore, StoredFile } from './picture-store.ts'

/** Files that are being written; one that stays behind when a server dies is no picture, and goes after a day. */
const NEW = '.new'
const DAY = 86_400_000

/** Pictures in a folder, which several servers may share. A file is there whole or not at all. */
export function folderStore(folder: string, now: () => Date): PictureStore {
  const fileOf = (name: string): string => {
    // Names are the server's own: this can't happen, and must not become a way out of the folder.
    if (!/^(?:[\da-f]{2}|uploads)\/[\da-f-]+$/.test(name)) throw new Error(`not a name of a file: ${name}`)
    return join(folder, name)
  }
  let isSwept = false

  async function write(file: string, bytes: Uint8Array): Promise<void> {
    await makeFolder(join(folder, NEW))
    await makeFolder(dirname(file))
    const beside = join(folder, NEW, randomUUID())
    try {
      const handle = await open(beside, 'wx', 0o640)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, file)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
    await syncFolder(dirname(file))
  }

  async function sweep(): Promise<void> {
    for (const name of await readdir(join(folder, NEW))) {
      const file = join(folder, NEW, name)
      // Another server may be quicker.
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
      if (now().getTime() - mtimeMs > DAY) await rm(file, { force: true })
    }
  }

  return {
    put: (name, bytes) =>
      failing(async () => {
        await write(fileOf(name), bytes)
        if (isSwept) return
        isSwept = true
        await sweep()
      }),
    get: (name, range) => failing(() => read(fileOf(name), range?.first, range?.last)),
    remove: (name) => failing(() => rm(fileOf(name), { force: true })),
  }
}

async function read(file: string, start?: number, end?: number): Promise<StoredFile | null> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  if (!found) return null
  const bytes = createReadStream(file, {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  })
  return { size: found.size, body: Readable.toWeb(bytes) as StoredFile['body'] }
}

/** Makes a folder and what it stands in; what is new outlasts a loss of power, as the files in it do. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o750 })
  if (first === undefined) return
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at))
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? ''

async function failing<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (FULL.has(code)) throw new StorageFailure({ cause: 'full', message: FULL_MESSAGE })
    if (code !== '') throw new StorageFailure({ cause: 'unknown', message: failedMessage(code) })
    throw error
  }
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT'])
const FULL_MESSAGE =
  'The newsroom’s disk for pictures is full, so this one was not stored. Your file is safe where it was. Tell whoever looks after the server to free some room, then try again.'
const failedMessage = (code: string): string =>
  `The newsroom’s folder for pictures can’t be used (${code}). All words are safe. Tell whoever looks after the server, then try again.`
