import type { DeskStorage } from '../../rules/desk-storage.ts'
import { lastSequence } from '../../rules/story-rows.ts'

/** Finds which stories changed, in the database, where nobody tells. */
export class MissedChanges {
  readonly #storage: DeskStorage
  /** Everything up to this sequence was found; null before the first look. */
  #seen: number | null = null

  constructor(storage: DeskStorage) {
    this.#storage = storage
  }

  /** Ids of the stories that changed since this was asked the last time; none the first time. */
  async since(): Promise<readonly string[]> {
    return await this.#storage.run(['meta', 'records'], 'readonly', async (transaction) => {
      const last = (await lastSequence(transaction)) ?? 0
      const seen = this.#seen ?? last
      const rows = last > seen ? await transaction.storiesSince(seen) : []
      this.#seen = last
      return rows.map((row) => (row as { readonly id: string }).id)
    })
  }
}
