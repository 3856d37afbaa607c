import type { CacheDatabase, UnsentRow, UploadRow } from './cache-database.ts'

/** A row of the outbox that is stored. */
export type StoredRow = UnsentRow & { readonly key: number }

/**
 * Words and pictures that wait in this browser to be sent. A row is taken away only when the server has stored what is
 * in it, or when it is kept as a late edit; whoever sends it twice changes nothing (Yjs knows its own). Every method
 * rejects with a StorageFailure where IndexedDB fails.
 */
export class Outbox {
  readonly #database: CacheDatabase

  constructor(database: CacheDatabase) {
    this.#database = database
  }

  /** Stores changes, and answers with their key when the disk has them. */
  add(row: UnsentRow): Promise<number> {
    return this.#database.run(['outbox'], 'strict', (transaction) =>
      transaction.objectStore('outbox').add(row),
    )
  }

  /** Takes rows away; nothing happens where there are none. */
  async remove(keys: readonly number[]): Promise<void> {
    if (keys.length === 0) return
    await this.#database.run(['outbox'], 'relaxed', async (transaction) => {
      await Promise.all(keys.map((key) => transaction.objectStore('outbox').delete(key)))
    })
  }

  /** What somebody has not sent yet, of all stories or of one epoch of a story, oldest first. */
  async of(
    person: string,
    of?: { readonly story: string; readonly epoch: number },
  ): Promise<readonly StoredRow[]> {
    const rows = await this.#database.run(['outbox'], 'readonly', (transaction) =>
      transaction.objectStore('outbox').index('person').getAll(person),
    )
    return rows.filter(
      (row): row is StoredRow =>
        row.key !== undefined && (of === undefined || (row.story === of.story && row.epoch === of.epoch)),
    )
  }

  /** Stores changes in the place of these rows, and answers with their key. */
  replace(keys: readonly number[], row: UnsentRow): Promise<number> {
    return this.#database.run(['outbox'], 'strict', async (transaction) => {
      const store = transaction.objectStore('outbox')
      const key = await store.add(row)
      await Promise.all(keys.map((old) => store.delete(old)))
      return key
    })
  }

  async addUpload(row: UploadRow): Promise<void> {
    await this.#database.run(['uploads'], 'strict', (transaction) =>
      transaction.objectStore('uploads').put(row),
    )
  }

  async removeUpload(key: string): Promise<void> {
    await this.#database.run(['uploads'], 'relaxed', (transaction) =>
      transaction.objectStore('uploads').delete(key),
    )
  }

  uploadsOf(person: string): Promise<readonly UploadRow[]> {
    return this.#database.run(['uploads'], 'readonly', (transaction) =>
      transaction.objectStore('uploads').index('person').getAll(person),
    )
  }
}
