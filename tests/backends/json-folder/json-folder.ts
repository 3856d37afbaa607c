import type { Backend } from '../../../src/backends/backend.ts'
import type { DeskMessage } from '../../../src/backends/hub.ts'
import { memoryHub } from '../../../src/backends/hub.ts'
import { LocalBackend } from '../../../src/backends/local-backend.ts'
import type { Delays } from '../../../src/backends/local-desk.ts'
import { PersonAtWork } from '../../../src/backends/person-at-work.ts'
import { memoryLocks } from '../../../src/backends/story-locks.ts'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { randomClient } from '../../../src/rules/random-client.ts'
import { JsonFolderStorage } from './json-folder-storage.ts'

/** What the tabs of one desk share in a process. */
export type JsonFolderDesk = {
  readonly storage: JsonFolderStorage
  readonly listeners: Set<(message: DeskMessage) => void>
  readonly held: Map<string, number>
}

export const openJsonFolder = (folder: string): JsonFolderDesk => ({
  storage: new JsonFolderStorage(folder),
  listeners: new Set(),
  held: new Map(),
})

/** A backend that keeps a desk as JSON files: a storage, and Stet's own rules over it. */
export function createJsonFolderBackend(
  desk: JsonFolderDesk,
  options: { readonly now: () => Date; readonly delays: Delays },
): Backend {
  const kept = new Map<string, string>()
  return new LocalBackend({
    storage: desk.storage,
    hub: memoryHub(desk.listeners),
    locks: memoryLocks(desk.held),
    person: new PersonAtWork({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }),
    now: options.now,
    seeder: randomClient,
    settings: NEWSROOM_SETTINGS,
    delays: options.delays,
  })
}
