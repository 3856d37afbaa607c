import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import type { Backend } from './backend.ts'
import type { DeskMessage } from './hub.ts'
import { memoryHub } from './hub.ts'
import type { Delays } from './local-desk.ts'
import { DELAYS } from './local-desk.ts'
import { LocalBackend } from './local-backend.ts'
import { MemoryStorage } from './memory-storage.ts'
import { PersonAtWork } from './person-at-work.ts'
import { randomClient } from '../rules/random-client.ts'
import { memoryLocks } from './story-locks.ts'

/** A desk that is kept in memory: several backends on one are like several tabs of one browser. */
export type MemoryDesk = {
  readonly storage: MemoryStorage
  readonly listeners: Set<(message: DeskMessage) => void>
  readonly held: Map<string, number>
}

export function createMemoryDesk(): MemoryDesk {
  return { storage: new MemoryStorage(), listeners: new Set(), held: new Map() }
}

/** The reference implementation: a tab on a desk in memory. `delays` in milliseconds. */
export function createMemoryBackend(
  desk: MemoryDesk,
  options: { readonly now: () => Date; readonly delays?: Delays; readonly settings?: NewsroomSettings },
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
    settings: options.settings ?? NEWSROOM_SETTINGS,
    delays: options.delays ?? DELAYS,
  })
}
