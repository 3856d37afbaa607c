import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderStore } from '../../../src/server/pictures/folder-store.ts'
import { pictureName } from '../../../src/server/pictures/picture-store.ts'
import { smallDisk } from '../services/small-disk.ts'
import { bytesOf, HASH, NAME, storeContract, wordsIn } from './store-contract.ts'

const NOW = (): Date => new Date('2026-11-24T12:00:00Z')
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'stet-pictures-'))
/** Every file in there, by its path. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

storeContract('a folder', async () => {
  const folder = newFolder()
  return {
    store: folderStore(folder, NOW),
    end: async () => rmSync(folder, { recursive: true, force: true }),
  }
})

describe('a folder of pictures', () => {
  let folder: string
  beforeEach(() => {
    folder = newFolder()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('holds a picture under its hash, and nothing beside it', async () => {
    await folderStore(folder, NOW).put(NAME, bytesOf('a picture'))
    expect(filesIn(folder)).toEqual([join('ab', HASH.slice(2))])
  })

  test('takes away what a server that died left half written, after a day', async () => {
    mkdirSync(join(folder, '.new'))
    const [old, young] = [join(folder, '.new', 'old'), join(folder, '.new', 'young')]
    writeFileSync(old, 'half')
    utimesSync(old, new Date('2026-11-23T11:59:00Z'), new Date('2026-11-23T11:59:00Z'))
    writeFileSync(young, 'half')
    utimesSync(young, NOW(), NOW())
    const store = folderStore(folder, NOW)
    await store.put(NAME, bytesOf('a picture'))
    expect(readdirSync(join(folder, '.new'))).toEqual(['young'])
  })

  test('refuses in words where it can’t be written, and leaves nothing', async () => {
    writeFileSync(join(folder, 'ab'), 'in the way')
    await expect(folderStore(folder, NOW).put(NAME, bytesOf('x'))).rejects.toMatchObject({
      name: 'StorageFailure',
      trouble: { cause: 'unknown', message: expect.stringContaining('All words are safe') as string },
    })
    expect(filesIn(folder)).toEqual(['ab'])
  })

  test.each(['ab/../../secret', 'uploads/../x', '../ab/cd', '/etc/passwd', 'ab', ''])(
    'never leaves its folder: %s',
    async (name) => {
      const store = folderStore(folder, NOW)
      await expect(store.get(name)).rejects.toThrow('not a name')
      await expect(store.put(name, bytesOf('x'))).rejects.toThrow('not a name')
    },
  )
})

const disk = smallDisk()

test.skipIf(disk === null)(
  'a full disk refuses a picture, leaves no half of it, keeps the others, and takes it when there is room (skipped where no small disk can be made)',
  async () => {
    const small = disk ?? ''
    const store = folderStore(small, NOW)
    await store.put(NAME, bytesOf('a picture'))
    writeFileSync(join(small, 'filler'), Buffer.alloc(600_000))
    const other = pictureName('cd'.repeat(32))
    const large = new Uint8Array(700_000)
    await expect(store.put(other, large)).rejects.toMatchObject({
      trouble: { cause: 'full', message: expect.stringContaining('disk for pictures is full') as string },
    })
    expect(filesIn(small).toSorted()).toEqual([join('ab', HASH.slice(2)), 'filler'])
    expect(await wordsIn(store, NAME)).toEqual({ words: 'a picture', size: 9 })
    rmSync(join(small, 'filler'))
    await store.put(other, large)
    expect((await store.get(other))?.size).toBe(700_000)
  },
)
