import type { ListQuery } from './backend.ts'
import type { DeskTransaction } from './desk-storage.ts'
import { inOrder, type Listed } from './list-query.ts'
import { asSearchText } from './stored-shapes.ts'
import { listedRecord } from './story-rows.ts'

/**
 * All records of the desk in memory, and their search texts once somebody has searched. Fresh at every look: what
 * changed has a later sequence, so it reads only that.
 */
export class Catalogue {
  #rows = new Map<string, Listed>()
  #sorted = new Map<ListQuery['order'], readonly Listed[]>()
  #seen = 0
  #isLoaded = false
  #hasTexts = false

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** Forgets everything: another storage has taken over. */
  clear(): void {
    this.#rows = new Map()
    this.#sorted = new Map()
    this.#seen = 0
    this.#isLoaded = false
    this.#hasTexts = false
  }

  /** All stories in that order, as they are in this transaction. */
  async read(
    transaction: DeskTransaction,
    order: ListQuery['order'],
    withTexts: boolean,
  ): Promise<readonly Listed[]> {
    const changed = this.#isLoaded
      ? await transaction.storiesSince(this.#seen)
      : await transaction.all('records')
    for (const stored of changed) this.#take(stored)
    this.#isLoaded = true
    if (this.#hasTexts) await this.#readTexts(transaction, changed)
    else if (withTexts) await this.#readAllTexts(transaction)
    if (changed.length > 0) this.#sorted.clear()
    const sorted = this.#sorted.get(order) ?? inOrder([...this.#rows.values()], order)
    this.#sorted.set(order, sorted)
    return sorted
  }

  #take(stored: unknown): void {
    const record = listedRecord(stored)
    const { born } = stored as { readonly born?: unknown }
    const text = this.#rows.get(record.id)?.text ?? ''
    this.#rows.set(record.id, { record, born: typeof born === 'number' ? -born : 0, text })
    this.#seen = Math.max(this.#seen, record.sequence)
  }

  async #readTexts(transaction: DeskTransaction, changed: readonly unknown[]): Promise<void> {
    for (const stored of changed) {
      const { id } = stored as { readonly id: string }
      this.#takeText(await transaction.get('searches', id))
    }
  }

  async #readAllTexts(transaction: DeskTransaction): Promise<void> {
    for (const stored of await transaction.all('searches')) this.#takeText(stored)
    this.#hasTexts = true
    this.#sorted.clear()
  }

  #takeText(stored: unknown): void {
    const found = asSearchText(stored)
    const row = found ? this.#rows.get(found.id) : undefined
    if (found && row) this.#rows.set(found.id, { ...row, text: found.text })
  }
}
