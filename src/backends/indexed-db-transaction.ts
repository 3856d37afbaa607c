import type { IDBPTransaction } from 'idb'
import type { Status } from '../domain/story-record.ts'
import { STATUSES } from '../domain/story-record.ts'
import type { DeskTransaction, KeyedRows, KeyedStore, StoreName } from '../rules/desk-storage.ts'
import type { DeskDatabase, DeskSchema } from './indexed-db-schema.ts'

type Transaction = IDBPTransaction<DeskSchema, StoreName[], 'readwrite'>

/**
 * Runs `work` in one IndexedDB transaction and resolves when that is complete, which for a strict one is when the disk
 * has it. Rejects with what made the transaction fail, not with the mere word that it was aborted.
 */
export async function runTransaction<Value>(
  database: DeskDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'strict' | 'relaxed',
  work: (transaction: DeskTransaction) => Promise<Value>,
): Promise<Value> {
  const transaction =
    mode === 'readonly'
      ? database.transaction([...stores], 'readonly')
      : database.transaction([...stores], 'readwrite', { durability: mode })
  let failed = false
  let failure: unknown
  const complete = transaction.done.catch((error: unknown) => {
    failed = true
    failure = error
  })
  try {
    // A readonly one has no writing methods, and nobody who asked for one calls them.
    const value = await work(deskTransaction(transaction as unknown as Transaction))
    await complete
    if (failed) throw failure
    return value
  } catch (error) {
    try {
      transaction.abort()
    } catch {
      // It has ended already.
    }
    await complete
    // Where `work` failed because the transaction did, the transaction knows why.
    throw failed && isConsequence(error) ? failure : error
  }
}

/** What whoever goes on with a transaction that has ended is told. */
const ENDED: ReadonlySet<string> = new Set(['AbortError', 'InvalidStateError', 'TransactionInactiveError'])

const isConsequence = (error: unknown): boolean => error instanceof Error && ENDED.has(error.name)

function deskTransaction(transaction: Transaction): DeskTransaction {
  const indexed = (order: 'changed' | 'created'): 'order' | 'born' => (order === 'changed' ? 'order' : 'born')
  const store = <Name extends StoreName>(name: Name) => transaction.objectStore(name)
  return {
    get: async (name, key) => store(name).get(key),
    all: async (name) => store(name).getAll(),
    next: async (name, after, limit) => store(name).getAll(IDBKeyRange.lowerBound(after, true), limit),
    async put<Name extends KeyedStore>(name: Name, row: KeyedRows[Name]) {
      await store(name).put(row)
    },
    remove: async (name, key) => store(name).delete(key),
    async firstStories(order, status, limit) {
      // IndexedDB takes none for all.
      if (limit === 0) return []
      const name = indexed(order)
      const records = store('records')
      return status === null
        ? records.index(name).getAll(null, limit)
        : records
            .index(`status-${name}`)
            .getAll(IDBKeyRange.bound([status, -Infinity], [status, Infinity]), limit)
    },
    storiesSince: async (sequence) =>
      store('records').index('order').getAll(IDBKeyRange.upperBound(-sequence, true)),
    async countStories() {
      const records = store('records')
      const ofStatus = (status: Status): Promise<number> =>
        records.index('status-order').count(IDBKeyRange.bound([status, -Infinity], [status, Infinity]))
      const [all, ...counts] = await Promise.all([records.count(), ...STATUSES.map(ofStatus)])
      const byStatus = Object.fromEntries(STATUSES.map((status, index) => [status, counts[index] ?? 0]))
      return { all, byStatus: byStatus as Record<Status, number> }
    },
    unsummarised: async () => store('records').index('unsummarised').getAllKeys(1),
    addUpdate: async (row) => store('updates').add(row),
    updatesAfter: async (story, epoch, key) =>
      store('updates')
        .index('story')
        .getAll(IDBKeyRange.bound([story, epoch, key], [story, epoch, Infinity], true)),
    allUpdates: async (story) =>
      store('updates')
        .index('story')
        .getAll(IDBKeyRange.bound([story, -Infinity, -Infinity], [story, Infinity, Infinity])),
    async deleteUpdates(keys) {
      const updates = store('updates')
      await Promise.all(keys.map((key) => updates.delete(key)))
    },
    ofStory: async (name, story) =>
      store(name)
        .index('story')
        .getAll(IDBKeyRange.bound([story, -Infinity], [story, Infinity])),
    async noticesOf(person, limit) {
      if (limit === 0) return []
      return store('notices')
        .index('person')
        .getAll(IDBKeyRange.bound([person, -Infinity], [person, Infinity]), limit)
    },
  }
}
