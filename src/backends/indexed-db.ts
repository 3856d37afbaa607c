import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import type { Backend } from './backend.ts'
import { channelHub } from './hub.ts'
import { IndexedDbStorage } from './indexed-db-storage.ts'
import { LocalBackend } from './local-backend.ts'
import type { Delays } from './local-desk.ts'
import { DELAYS } from './local-desk.ts'
import { randomClient } from '../rules/random-client.ts'
import type { TabMemory } from './person-at-work.ts'
import { PersonAtWork, tabMemory } from './person-at-work.ts'
import { renewLog } from './renew-log.ts'
import { webLocks } from './story-locks.ts'

export type IndexedDbOptions = {
  readonly now: () => Date
  /** Name of the desk's database in this browser. */
  readonly name?: string
  /** Where the tab keeps who works in it. */
  readonly tab?: TabMemory
  readonly delays?: Delays
  readonly settings?: NewsroomSettings
}

/**
 * The embedded default: everything is kept in this browser, and its tabs work on it together. Answers at once; where
 * IndexedDB can't be used the desk works in memory and says so (`trouble`, and the state of each connection).
 */
export function createIndexedDbBackend(options: IndexedDbOptions): Backend {
  const name = options.name ?? 'stet'
  const log = typeof document === 'undefined' ? null : renewLog()
  const backend = new LocalBackend({
    storage: new IndexedDbStorage(name, log?.ready),
    hub: channelHub(name),
    locks: webLocks(name),
    person: new PersonAtWork(options.tab ?? tabMemory()),
    now: options.now,
    seeder: randomClient,
    settings: options.settings ?? NEWSROOM_SETTINGS,
    delays: options.delays ?? DELAYS,
  })
  if (log) {
    backend.whenClosed(followPage(backend))
    backend.whenClosed(log.end)
  }
  return backend
}

/** Stores at once when the page is hidden, and looks for what it missed when it is seen again. */
function followPage(backend: LocalBackend): () => void {
  const seen = (): void => {
    void (document.visibilityState === 'hidden' ? backend.settle() : backend.catchUp())
  }
  const left = (): void => void backend.settle()
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pagehide', left)
  window.addEventListener('pageshow', seen)
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('pagehide', left)
    window.removeEventListener('pageshow', seen)
  }
}
