import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { openDB } from 'idb'
import type { Person } from '../../domain/person.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { KeyedRows } from '../../rules/desk-storage.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { Source } from '../backend.ts'
import { MISSING, OLDER_TAB, troubleOf } from '../indexed-db-failure.ts'

/** Local changes on their way to the server, as one update. */
export type UnsentRow = {
  /** Id of whoever wrote them: nobody else ever sends them. */
  readonly person: string
  readonly story: string
  readonly epoch: number
  /** The tab that keeps it; while that lives it is the one that sends it. */
  readonly tab: string
  /** Client id of the document that they were written in. */
  readonly client: number
  readonly update: Uint8Array
  /** How many changes of the document they are. */
  readonly changes: number
}

/** The same in the outbox, under a key that grows. */
export type StoredRow = UnsentRow & { readonly key: number }

/** A story that was made while the server could not be reached. */
export type CreationRow = {
  readonly id: string
  /** Id of whoever made it: nobody else ever sends it. */
  readonly person: string
  readonly content: StoryContent
  readonly source: Source | null
  /** As it is here until the server has it: its sequence is 0, before whatever a server says. */
  readonly record: StoryRecord
  /** The new document, as one update. */
  readonly state: Uint8Array
}

/** A picture that waits to be sent. */
export type UploadRow = {
  /** The person's id and the picture's hash. */
  readonly key: string
  readonly person: string
  readonly hash: string
  readonly type: string
  readonly bytes: ArrayBuffer
}

/** A story as it was when it was last the same here and on the server. */
export type SeenStory = {
  readonly id: string
  readonly record: StoryRecord
  readonly epoch: number
  readonly state: Uint8Array
  /** What a tab had of it when the way to the server was lost, where not all of that was known to be stored there. */
  readonly ahead?: Uint8Array
}

/** How what a browser keeps of a newsroom's server lies in IndexedDB. `at`: milliseconds, for throwing away what is old. */
export interface CacheSchema extends DBSchema {
  meta: {
    key: string
    value: {
      readonly name: 'person'
      readonly value: Person | null
      /** Their session has ended. */
      readonly signedOut?: true
    }
  }
  /** What the server answered last, by path. */
  answers: {
    key: string
    value: { readonly path: string; readonly value: unknown; readonly at: number }
    indexes: { at: number }
  }
  records: { key: string; value: StoryRecord }
  stories: { key: string; value: SeenStory & { readonly at: number }; indexes: { at: number } }
  pictures: {
    key: string
    value: {
      readonly hash: string
      readonly type: string
      readonly bytes: ArrayBuffer
      readonly at: number
    }
    indexes: { at: number }
  }
  outbox: { key: number; value: StoredRow; indexes: { person: string } }
  uploads: { key: string; value: UploadRow; indexes: { person: string } }
  creations: { key: string; value: CreationRow; indexes: { person: string } }
  late: { key: string; value: KeyedRows['late']; indexes: { story: string } }
}

type Store = StoreNames<CacheSchema>
export type CacheTransaction = IDBPTransaction<CacheSchema, Store[], 'readwrite'>

const VERSION = 2

/** A database that has not answered for so long (ms) will not. */
const PATIENCE = 5000

/** A browser's own memory of a newsroom's server. Every method rejects with a StorageFailure where IndexedDB fails. */
export class CacheDatabase {
  readonly #name: string
  readonly #mayWrite: Promise<void>
  #opening: Promise<IDBPDatabase<CacheSchema>> | null = null
  #isClosed = false

  /** `mayWrite`: nothing is written before it resolves. */
  constructor(name: string, mayWrite: Promise<void> = Promise.resolve()) {
    this.#name = name
    this.#mayWrite = mayWrite
  }

  /** Runs `work` in one transaction; resolves when it is complete, for a strict one when the disk has it. */
  async run<Value>(
    stores: readonly Store[],
    mode: 'readonly' | 'relaxed' | 'strict',
    work: (transaction: CacheTransaction) => Promise<Value>,
  ): Promise<Value> {
    try {
      return await this.#runIn(await this.#open(), stores, mode, work)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      if (error.name !== 'InvalidStateError' || this.#isClosed) throw new StorageFailure(troubleOf(error))
    }
    // Closed under us, by the browser or by somebody who clears its data.
    this.#opening = null
    try {
      return await this.#runIn(await this.#open(), stores, mode, work)
    } catch (error) {
      if (error instanceof DOMException) throw new StorageFailure(troubleOf(error))
      throw error
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const database = await this.#opening?.catch(() => null)
    database?.close()
  }

  async #runIn<Value>(
    database: IDBPDatabase<CacheSchema>,
    stores: readonly Store[],
    mode: 'readonly' | 'relaxed' | 'strict',
    work: (transaction: CacheTransaction) => Promise<Value>,
  ): Promise<Value> {
    const transaction =
      mode === 'readonly'
        ? database.transaction([...stores], 'readonly')
        : database.transaction([...stores], 'readwrite', { durability: mode })
    // A readonly one has no writing methods, and nobody who asked for one calls them.
    const done = Promise.all([work(transaction as unknown as CacheTransaction), transaction.done])
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        // What comes after all is heard by nobody.
        done.catch(() => {})
        reject(new StorageFailure(troubleOf(new DOMException('no answer', 'TimeoutError'))))
        try {
          transaction.abort()
        } catch {
          // It has ended meanwhile.
        }
      }, PATIENCE)
    })
    try {
      const [value] = await Promise.race([done, late])
      return value
    } finally {
      clearTimeout(timer)
    }
  }

  async #open(): Promise<IDBPDatabase<CacheSchema>> {
    if (this.#isClosed) throw new StorageFailure(MISSING)
    this.#opening ??= this.#start()
    try {
      return await this.#opening
    } catch (error) {
      this.#opening = null
      throw error
    }
  }

  async #start(): Promise<IDBPDatabase<CacheSchema>> {
    if (typeof indexedDB === 'undefined') throw new StorageFailure(MISSING)
    const opened = openDB<CacheSchema>(this.#name, VERSION, {
      upgrade: makeStores,
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new StorageFailure(OLDER_TAB)), PATIENCE)
    })
    try {
      const [database] = await Promise.race([Promise.all([opened, this.#mayWrite]), late])
      return database
    } catch (error) {
      void opened.then((database) => database.close()).catch(() => {})
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}

function makeStores(database: IDBPDatabase<CacheSchema>, from: number): void {
  database.createObjectStore('creations', { keyPath: 'id' }).createIndex('person', 'person')
  if (from === 1) return
  database.createObjectStore('meta', { keyPath: 'name' })
  database.createObjectStore('answers', { keyPath: 'path' }).createIndex('at', 'at')
  database.createObjectStore('records', { keyPath: 'id' })
  database.createObjectStore('stories', { keyPath: 'id' }).createIndex('at', 'at')
  database.createObjectStore('pictures', { keyPath: 'hash' }).createIndex('at', 'at')
  database.createObjectStore('outbox', { keyPath: 'key' }).createIndex('person', 'person')
  database.createObjectStore('uploads', { keyPath: 'key' }).createIndex('person', 'person')
  database.createObjectStore('late', { keyPath: 'key' }).createIndex('story', 'story')
}
