import type { CacheDatabase, CacheTransaction, StoredRow, UnsentRow, UploadRow } from './cache-database.ts'

/** What keys of rows are made of. */
export type KeySource = {
  /** Milliseconds. */
  readonly now: () => number
  /** From 0 to less than 1. */
  readonly random: () => number
}

/** Keys of one millisecond: with its number they make a whole one that is exact until the year 2109. */
const A_MILLISECOND = 2048

/**
 * Words and pictures that wait in this browser to be sent. A row is taken away only when the server has stored what is
 * in it, or when it is kept as a late edit; whoever sends it twice changes nothing (Yjs knows its own). Every method
 * rejects with a StorageFailure where IndexedDB fails.
 */
export class Outbox {
  readonly #database: CacheDatabase
  readonly #keys: KeySource
  #last = 0

  constructor(database: CacheDatabase, keys: KeySource) {
    this.#database = database
    this.#keys = keys
  }

  /** Stores changes, and answers with their key when the disk has them: a later one than of any row before. */
  add(row: UnsentRow): Promise<number> {
    return this.replace([], row)
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
    return rows.filter((row) => of === undefined || (row.story === of.story && row.epoch === of.epoch))
  }

  /**
   * Takes rows over for a tab, all in one transaction, and answers with those that it got: a row that is gone, or that
   * another tab has taken since it was read, is not among them.
   */
  async claim(rows: readonly StoredRow[], tab: string): Promise<readonly StoredRow[]> {
    if (rows.length === 0) return []
    return this.#database.run(['outbox'], 'strict', async (transaction) => {
      const store = transaction.objectStore('outbox')
      const claimed: StoredRow[] = []
      for (const row of rows) {
        const now = await store.get(row.key)
        if (now?.tab !== row.tab) continue
        await store.put({ ...now, tab })
        claimed.push({ ...now, tab })
      }
      return claimed
    })
  }

  /** Stores changes in the place of these rows, and answers with their key. */
  replace(keys: readonly number[], row: UnsentRow): Promise<number> {
    return this.#database.run(['outbox'], 'strict', async (transaction) => {
      const store = transaction.objectStore('outbox')
      const key = await this.#nextKey(transaction)
      await store.add({ ...row, key })
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

  /**
   * A number that the database counts up itself begins again at 1 where its data were cleared: a tab that remembers its
   * rows would then take away another one's.
   */
  async #nextKey(transaction: CacheTransaction): Promise<number> {
    const { now, random } = this.#keys
    const latest = await transaction.objectStore('outbox').openKeyCursor(null, 'prev')
    const drawn = Math.floor(now()) * A_MILLISECOND + Math.floor(random() * A_MILLISECOND)
    // A clock may stand still, go back, or say nothing of use.
    this.#last = Math.max(Number.isSafeInteger(drawn) ? drawn : 0, this.#last + 1, (latest?.key ?? 0) + 1)
    return this.#last
  }
}
