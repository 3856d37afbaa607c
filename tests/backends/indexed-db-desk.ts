import { deleteDB } from 'idb'
import type { Backend } from '../../src/backends/backend.ts'
import { KEYED_STORES } from '../../src/rules/desk-storage.ts'
import { openDatabase } from '../../src/backends/indexed-db-schema.ts'
import { createIndexedDbBackend } from '../../src/backends/indexed-db.ts'
import type { TestDesk } from './test-desk.ts'
import { NOW, SHORT } from './test-desk.ts'

/** A desk in this place's IndexedDB, of which every tab is a backend in this page with a memory of its own. */
export async function makeIndexedDbDesk(): Promise<TestDesk> {
  const name = `test-${crypto.randomUUID()}`
  const tabs: Backend[] = []
  const planter = await openDatabase(name, {})
  return {
    tab({ now = NOW } = {}) {
      const kept = new Map<string, string>()
      const tab = createIndexedDbBackend({
        name,
        now,
        delays: SHORT,
        tab: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
      })
      tabs.push(tab)
      return tab
    },
    async change(store, key, change) {
      const transaction = planter.transaction(store, 'readwrite')
      const rows = transaction.objectStore(store)
      const row = ((await rows.get(key)) as object | undefined) ?? { [KEYED_STORES[store]]: key }
      await rows.put(change(row) as never)
      await transaction.done
    },
    async plantUpdate(row) {
      await planter.add('updates', row as never)
    },
    countUpdates: (id) =>
      planter.countFromIndex('updates', 'story', IDBKeyRange.bound([id, 0, 0], [id, Infinity, Infinity])),
    async end() {
      await Promise.all(tabs.map((tab) => tab.close()))
      planter.close()
      await deleteDB(name)
    },
  }
}
