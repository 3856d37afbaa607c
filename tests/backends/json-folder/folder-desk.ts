import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Backend } from '../../../src/backends/backend.ts'
import { KEYED_STORES } from '../../../src/rules/desk-storage.ts'
import type { TestDesk } from '../test-desk.ts'
import { NOW, SHORT } from '../test-desk.ts'
import { pathOf } from './folder-transaction.ts'
import { createJsonFolderBackend, openJsonFolder } from './json-folder.ts'
import { JsonFiles } from './json-files.ts'

/** An empty folder. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'stet-json-folder-'))

/** A desk in a folder; `end` takes the folder away unless it is to be opened again. */
export function deskIn(folder: string): TestDesk & { close(): Promise<void> } {
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

/** A desk in a folder of its own. */
export const newDesk = async (): Promise<TestDesk> => deskIn(await newFolder())
