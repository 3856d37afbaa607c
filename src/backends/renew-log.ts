import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'

const NAME = 'stet-log'
/** Rows that are written and thrown away again until the browser's log is full, which takes 4 MB. */
const ROWS = 90
/** Bytes of one. From 64 KiB on a value is kept in a file of its own. */
const ROW = 60_000
/** Whoever waits for the log waits no longer (ms): browsers are known to hang here. */
const PATIENCE = 3000

interface LogSchema extends DBSchema {
  /** Tabs that are at work, or never had the time to say that they ended. */
  tabs: { key: number; value: true }
  filling: { key: number; value: Uint8Array<ArrayBuffer> }
}

type LogDatabase = IDBPDatabase<LogSchema>

/** A tab whose words are safe in what the browser writes from now on. */
export type RenewedLog = {
  /** Resolves when databases may be written in. Never rejects: where IndexedDB fails, the next one to be opened says so. */
  readonly ready: Promise<void>
  /** This tab is at work no more. */
  readonly end: () => void
}

/**
 * Has the browser begin a new log for what it keeps of this origin, if it was killed while Stet was at work. Chromium goes on
 * in the old one, behind a record that may have been cut off; its next start takes the log for damaged, and throws
 * everything away. Kept in a database of its own, for all databases of an origin lie in one log.
 */
export function renewLog(): RenewedLog {
  const ending = new AbortController()
  const renewed = start(ending.signal).catch(() => undefined)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE)
  })
  return {
    ready: Promise.race([renewed, late]).finally(() => clearTimeout(timer)),
    end: () => ending.abort(),
  }
}

async function start(ending: AbortSignal): Promise<void> {
  const database = await openDB<LogSchema>(NAME, 1, {
    upgrade(made) {
      made.createObjectStore('tabs', { autoIncrement: true })
      made.createObjectStore('filling')
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  })
  const ended = new Promise<void>((resolve) => {
    if (ending.aborted) resolve()
    ending.addEventListener('abort', () => resolve())
  })
  await joinTabs(() => renewAfterKill(database), ended)
  const leave = await noteTab(database, ending)
  void ended.then(leave).then(() => database.close())
}

/** Does the work if no tab is at work: for as long as one is, the browser lives. Others wait for it; then this tab is one too. */
async function joinTabs(work: () => Promise<void>, ended: Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined
  // Without a secure context nobody knows of the others: then the log is renewed more often than it has to be.
  if (!locks) return work()
  await locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? work() : undefined))
  await new Promise<void>((resolve, reject) => {
    const joined = locks.request(NAME, { mode: 'shared' }, () => {
      resolve()
      return ended
    })
    joined.catch(reject)
  })
}

async function renewAfterKill(database: LogDatabase): Promise<void> {
  if ((await database.count('tabs')) === 0) return
  const filling = database.transaction('filling', 'readwrite')
  const puts = Array.from({ length: ROWS }, (_, row) =>
    // What can be compressed is, before it is written.
    filling.store.put(crypto.getRandomValues(new Uint8Array(ROW)), row),
  )
  await Promise.all([...puts, filling.done])
  // The new log begins with the first write that finds the old one full.
  const cleared = database.transaction(['filling', 'tabs'], 'readwrite')
  await Promise.all([
    cleared.objectStore('filling').clear(),
    cleared.objectStore('tabs').clear(),
    cleared.done,
  ])
}

/** Notes that this tab is at work, until it is left. Returns the way to leave. */
async function noteTab(database: LogDatabase, ending: AbortSignal): Promise<() => void> {
  const tab = await database.add('tabs', true)
  const write = (isHere: boolean): void => {
    try {
      const transaction = database.transaction('tabs', 'readwrite')
      const written = isHere ? transaction.store.put(true, tab) : transaction.store.delete(tab)
      // A page that goes away hears no answer.
      Promise.all([written, transaction.done]).catch(() => undefined)
      transaction.commit()
    } catch {
      // Closed under us: the log is renewed once more than it has to be.
    }
  }
  const leave = (): void => write(false)
  window.addEventListener('pagehide', leave, { signal: ending })
  window.addEventListener('pageshow', () => write(true), { signal: ending })
  return leave
}
