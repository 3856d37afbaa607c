import { v7 } from 'uuid'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { CREATE_STORES, createStory } from '../../src/rules/create-story.ts'
import type { DeskTransaction, StoreName } from '../../src/rules/desk-storage.ts'
import { StorageFailure } from '../../src/rules/desk-storage.ts'
import { EVERY_STORE } from '../../src/backends/indexed-db-schema.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { contentOf, NOW, REPORTER } from './test-desk.ts'

/** A storage whose disk is full after so many writes, or only when a transaction is to end. */
export class FullDisk extends MemoryStorage {
  /** So many writes there is room for. */
  room = Infinity
  /** Every write goes well, but the end of no transaction that writes. */
  failsAtEnd = false

  override run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    return super.run(stores, mode, async (transaction) => {
      const value = await work({
        ...transaction,
        put: async (store, row) => {
          this.#take()
          await transaction.put(store, row)
        },
        remove: async (store, key) => {
          this.#take()
          await transaction.remove(store, key)
        },
        addUpdate: async (row) => {
          this.#take()
          return transaction.addUpdate(row)
        },
        deleteUpdates: async (keys) => {
          this.#take()
          await transaction.deleteUpdates(keys)
        },
      })
      if (this.failsAtEnd && mode !== 'readonly') this.#fail()
      return value
    })
  }

  /** Runs something over all stores. */
  all<Value>(work: (transaction: DeskTransaction) => Promise<Value>): Promise<Value> {
    return this.run(EVERY_STORE, 'strict', work)
  }

  #take(): void {
    if (this.room === 0) this.#fail()
    this.room -= 1
  }

  #fail(): never {
    throw new StorageFailure({ cause: 'full', message: 'The disk is full.' })
  }
}

/** Makes a story in a storage, without a backend, and answers with its id. */
export async function madeIn(
  storage: MemoryStorage,
  content: StoryContent = contentOf('A story'),
): Promise<string> {
  const id = v7()
  const created = await storage.run(CREATE_STORES, 'strict', (transaction) =>
    createStory(transaction, { id, content, source: null }, 99, REPORTER, NOW),
  )
  if (!created.ok) throw new Error(created.message)
  return id
}

/**
 * Does the same with room for no write, for one, for two and so on until it is done. Answers with how often it failed
 * and whether anything was left of a try that did.
 */
export async function withLittleRoom(
  disk: FullDisk,
  work: () => Promise<unknown>,
): Promise<{ readonly failures: number; readonly leftovers: number }> {
  let leftovers = 0
  for (let failures = 0; ; failures++) {
    const before = await disk.dump()
    disk.room = failures
    try {
      await work()
      disk.room = Infinity
      return { failures, leftovers }
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
    if (JSON.stringify(plain(await disk.dump())) !== JSON.stringify(plain(before))) leftovers += 1
  }
}

/** A dump that can be compared, whatever order its rows were put in. */
export function plain({ stores, updates }: Awaited<ReturnType<MemoryStorage['dump']>>): object {
  const sorted = (rows: ReadonlyMap<string | number, object>): object[] =>
    [...rows].sort(([a], [b]) => (a < b ? -1 : 1))
  return [[...stores].map(([name, rows]) => [name, sorted(rows)]), sorted(updates)]
}
