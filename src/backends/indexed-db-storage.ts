import type { DeskStorage, DeskTransaction, StorageTrouble, StoreName } from '../rules/desk-storage.ts'
import { StorageFailure } from '../rules/desk-storage.ts'
import { MISSING, OLDER_TAB, OUTDATED, troubleOf } from './indexed-db-failure.ts'
import type { DeskDatabase } from './indexed-db-schema.ts'
import { EVERY_STORE, openDatabase } from './indexed-db-schema.ts'
import { runTransaction } from './indexed-db-transaction.ts'
import { MemoryStorage } from './memory-storage.ts'
import { moveDesk } from './move-desk.ts'
import { retryDelay } from './save-state.ts'

/** A database that has not answered for so long (ms) will not: browsers are known to hang here. */
const PATIENCE = 5000

/**
 * A desk's rows in IndexedDB. Where that can't be opened, the desk works in memory and says so in `trouble`; it is tried
 * again, and what was made meanwhile is moved when it opens.
 */
export class IndexedDbStorage implements DeskStorage {
  readonly #name: string
  readonly #mayWrite: Promise<void>
  readonly #listeners = new Set<() => void>()
  /** The desk in memory, for as long as there never was a database. */
  #memory: MemoryStorage | null = null
  #database: DeskDatabase | null = null
  #opening: Promise<void>
  #reopening: Promise<DeskDatabase> | null = null
  #trouble: StorageTrouble | null = null
  #isOutdated = false
  #isClosed = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined

  /** `mayWrite`: nothing is written before it resolves. */
  constructor(name: string, mayWrite: Promise<void> = Promise.resolve()) {
    this.#name = name
    this.#mayWrite = mayWrite
    this.#opening = this.#start()
  }

  get trouble(): StorageTrouble | null {
    return this.#trouble
  }

  onTrouble(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    await this.#opening
    if (this.#memory) return this.#memory.run(stores, mode, work)
    try {
      return await this.#runIn(this.#database ?? (await this.#reopen()), stores, mode, work)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      // Closed under us, by the browser or by somebody who clears its data.
      return this.#runIn(await this.#reopen(), stores, mode, work)
    }
  }

  async #runIn<Value>(
    database: DeskDatabase,
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    try {
      return await runTransaction(database, stores, mode, work)
    } catch (error) {
      // Anything but what IndexedDB says is a bug in what ran.
      if (!(error instanceof DOMException)) throw error
      if (error.name === 'InvalidStateError' && database === this.#database) {
        this.#database = null
        throw error
      }
      throw new StorageFailure(troubleOf(error))
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#retry)
    this.#listeners.clear()
    await this.#opening
    this.#database?.close()
    this.#database = null
  }

  async #start(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), PATIENCE)
    })
    let blocked = (): void => {}
    const inTheWay = new Promise<'late'>((resolve) => {
      blocked = () => resolve('late')
    })
    const opened = this.#open(blocked).then(
      (database) => ({ database }),
      (error: unknown) => ({ trouble: openTrouble(error) }),
    )
    const first = await Promise.race([opened, patience, inTheWay])
    clearTimeout(timer)
    if (first !== 'late' && 'database' in first) {
      this.#database = first.database
      return
    }
    this.#memory = new MemoryStorage()
    if (first === 'late') {
      this.#setTrouble(OLDER_TAB)
      void opened.then((late) => {
        if ('database' in late) return this.#move(late.database)
        return this.#tryLater(late.trouble)
      })
    } else this.#tryLater(first.trouble)
  }

  async #open(blocked: () => void): Promise<DeskDatabase> {
    const opened = openDatabase(this.#name, {
      blocked,
      blocking: (_current, wanted, event) => {
        // Whoever wants to change or to delete the database must not wait for this page.
        ;(event.target as IDBDatabase).close()
        this.#database = null
        if (wanted === null) return
        this.#isOutdated = true
        this.#setTrouble(OUTDATED)
      },
      terminated: () => {
        this.#database = null
      },
    })
    const [database] = await Promise.all([opened, this.#mayWrite])
    return database
  }

  #reopen(): Promise<DeskDatabase> {
    this.#reopening ??= this.#openAnew().finally(() => {
      this.#reopening = null
    })
    return this.#reopening
  }

  async #openAnew(): Promise<DeskDatabase> {
    if (this.#isOutdated) throw new StorageFailure(OUTDATED)
    if (this.#isClosed) throw new StorageFailure(troubleOf(new DOMException('closed', 'InvalidStateError')))
    try {
      this.#database = await this.#open(() => {})
      return this.#database
    } catch (error) {
      throw new StorageFailure(openTrouble(error))
    }
  }

  #tryLater(trouble: StorageTrouble): void {
    this.#setTrouble(trouble)
    if (this.#isClosed) return
    this.#retry = setTimeout(() => {
      void this.#open(() => {}).then(
        (database) => this.#move(database),
        (error: unknown) => this.#tryLater(openTrouble(error)),
      )
    }, retryDelay(this.#failures))
    this.#failures += 1
  }

  /** The database is there: what was made in memory goes into it, while everybody waits. */
  async #move(database: DeskDatabase): Promise<void> {
    const memory = this.#memory
    if (this.#isClosed || !memory) return database.close()
    const moving = memory
      .dump()
      .then((dump) =>
        runTransaction(database, EVERY_STORE, 'strict', (transaction) => moveDesk(dump, transaction)),
      )
    this.#opening = moving.then(
      () => {
        this.#memory = null
        this.#database = database
        this.#failures = 0
      },
      (error: unknown) => {
        database.close()
        this.#tryLater(openTrouble(error))
      },
    )
    await this.#opening
    if (!this.#memory) this.#setTrouble(null)
  }

  #setTrouble(trouble: StorageTrouble | null): void {
    this.#trouble = trouble
    for (const listener of this.#listeners) listener()
  }
}

function openTrouble(error: unknown): StorageTrouble {
  const factory = (globalThis as { indexedDB?: IDBFactory }).indexedDB
  return factory ? troubleOf(error) : MISSING
}
