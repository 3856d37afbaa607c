import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Backend } from '../../../src/backends/backend.ts'
import { KEYED_STORES } from '../../../src/rules/desk-storage.ts'
import { backendContract } from '../contract.ts'
import type { TestDesk } from '../test-desk.ts'
import { headlineOf, NOW, openIn, SHORT, storyOf, tabOf, type, valueOf } from '../test-desk.ts'
import { pathOf } from './folder-transaction.ts'
import { createJsonFolderBackend, openJsonFolder } from './json-folder.ts'
import { JsonFiles } from './json-files.ts'

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'stet-json-folder-'))

/** A desk in a folder; `end` takes the folder away unless it is to be opened again. */
function deskIn(folder: string): TestDesk & { close(): Promise<void> } {
  const desk = openJsonFolder(folder)
  const files = new JsonFiles(folder)
  const tabs: Backend[] = []
  let planted = 1_000_000
  const put = async (path: string, row: object): Promise<void> => files.write(new Map([[path, row]]))
  const close = async (): Promise<void> => {
    await Promise.all(tabs.map((tab) => tab.close()))
  }
  return {
    tab({ now = NOW } = {}) {
      const tab = createJsonFolderBackend(desk, { now, delays: SHORT })
      tabs.push(tab)
      return tab
    },
    async change(store, key, change) {
      const path = pathOf(store, key)
      await put(
        path,
        change(((await files.read(path)) as object | undefined) ?? { [KEYED_STORES[store]]: key }),
      )
    },
    async plantUpdate(row) {
      planted += 1
      await put(pathOf('updates', planted), { ...row, key: planted })
    },
    async countUpdates(id) {
      const rows = await Promise.all((await files.list('updates')).map((path) => files.read(path)))
      return rows.filter((row) => (row as { readonly story: string }).story === id).length
    },
    close,
    async end() {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

backendContract('a folder of JSON files', async () => deskIn(await newFolder()))

describe('a folder of JSON files', () => {
  let folder: string
  beforeEach(async () => {
    folder = await newFolder()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('holds a story for the next process', async () => {
    const before = deskIn(folder)
    const tab = await tabOf(before)
    const id = await storyOf(tab)
    const { doc, connection } = await openIn(tab, id)
    type(doc, ', told twice')
    await connection.flush()
    await before.close()
    const after = deskIn(folder)
    const opened = await openIn(await tabOf(after), id)
    expect(headlineOf(opened.doc)).toBe('A story, told twice')
    await after.close()
  })

  test('finishes what a process that died had begun to write', async () => {
    const files = new JsonFiles(folder)
    await files.write(new Map([['people/old.json', { id: 'old' }]]))
    const journal = [
      ['people/rita.json', { id: 'rita', name: 'Rita', role: 'chief' }],
      ['people/old.json', null],
    ]
    await writeFile(join(folder, 'journal.json'), JSON.stringify(journal))
    const desk = deskIn(folder)
    expect(await desk.tab().people()).toEqual([{ id: 'rita', name: 'Rita', role: 'chief' }])
    expect(await readdir(folder)).not.toContain('journal.json')
    await desk.close()
  })

  test('forgets a journal that was never whole', async () => {
    await writeFile(join(folder, 'journal.json.new'), '[["people/rita.json",{"id":')
    const desk = deskIn(folder)
    expect(await desk.tab().people()).toEqual([])
    await desk.close()
  })

  test('refuses in words where the folder can’t be written, and stores nothing', async () => {
    const desk = deskIn(folder)
    const tab = await tabOf(desk)
    // A folder where the journal's file should go can't be written, whoever one is.
    await mkdir(join(folder, 'journal.json.new'))
    const saved = await tab.savePerson({ id: 'new', name: 'New', role: 'chief' })
    expect(saved).toMatchObject({ ok: false, reason: 'storage' })
    await rm(join(folder, 'journal.json.new'), { recursive: true })
    expect((await tab.people()).map(({ id }) => id)).toEqual(['rita'])
    valueOf(await tab.savePerson({ id: 'new', name: 'New', role: 'chief' }))
    await desk.close()
  })

  test('keeps bytes as bytes', async () => {
    const files = new JsonFiles(folder)
    const row = { key: 1, update: new Uint8Array([0, 1, 255]), bytes: new Uint8Array([7]).buffer }
    await files.write(new Map([['updates/1.json', row]]))
    expect(await files.read('updates/1.json')).toEqual(row)
    expect(await readFile(join(folder, dirname('updates/1.json'), '1.json'), 'utf8')).toContain('AAH/')
  })
})
