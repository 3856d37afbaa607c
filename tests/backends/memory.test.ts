import type { Backend } from '../../src/backends/backend.ts'
import { KEYED_STORES } from '../../src/rules/desk-storage.ts'
import { createMemoryBackend, createMemoryDesk } from '../../src/backends/memory.ts'
import { backendContract } from './contract.ts'
import { NOW, SHORT } from './test-desk.ts'

backendContract('memory', async () => {
  const desk = createMemoryDesk()
  const tabs: Backend[] = []
  return {
    tab({ now = NOW } = {}) {
      const tab = createMemoryBackend(desk, { now, delays: SHORT })
      tabs.push(tab)
      return tab
    },
    async change(store, key, change) {
      const { stores } = await desk.storage.dump()
      const row = stores.get(store)?.get(key) ?? { [KEYED_STORES[store]]: key }
      desk.storage.plant(store, key, change(row))
    },
    async plantUpdate(row) {
      desk.storage.plantUpdate(row)
    },
    async countUpdates(id) {
      return [...(await desk.storage.dump()).updates.values()].filter(({ story }) => story === id).length
    },
    async end() {
      await Promise.all(tabs.map((tab) => tab.close()))
    },
  }
})
