import type { ListQuery } from './backend.ts'
import type { DeskTransaction, KeyedStore, StoryCounts } from '../rules/desk-storage.ts'
import { inOrder, type Listed } from '../rules/list-query.ts'
import { asSearchText } from '../rules/stored-shapes.ts'
import { lastSequence, listedRecord } from '../rules/story-rows.ts'

/**
 * All records of the desk in memory, and their search texts once somebody has searched. Fresh at every look: what
 * changed has a later sequence, so it reads only that.
 */
export class Catalogue {
  #rows = new Map<string, Listed>()
  #sorted = new Map<ListQuery['order'], readonly Listed[]>()
  #seen = 0
  #counted: { readonly sequence: number | null; readonly counts: StoryCounts } | null = null
  #isLoaded = false
  #hasTexts = false

  get isLoaded(): boolean {
    return this.#isLoaded
  }

  /** Counts by status of the whole desk, counted once for each state of it. */
  async counts(transaction: DeskTransaction): Promise<StoryCounts> {
    const sequence = await lastSequence(transaction)
    if (this.#counted && sequence !== null && this.#counted.sequence === sequence) return this.#counted.counts
    const counts = await transaction.countStories()
    this.#counted = { sequence, counts }
    return counts
  }

  /** Forgets everything: another storage has taken over. */
  clear(): void {
    this.#rows = new Map()
    this.#sorted = new Map()
    this.#seen = 0
    this.#counted = null
    this.#isLoaded = false
    this.#hasTexts = false
  }

  /** All stories in that order, as they are in this transaction. */
  async read(
    transaction: DeskTransaction,
    order: ListQuery['order'],
    withTexts: boolean,
  ): Promise<readonly Listed[]> {
    const last = await lastSequence(transaction)
    if (this.#isLoaded) {
      const changed = await transaction.storiesSince(this.#seen)
      // All is read before any of it counts as seen: a read that fails here is made again.
      const texts = this.#hasTexts ? await readTexts(transaction, changed) : []
      for (const stored of changed) this.#take(stored)
      for (const stored of texts) this.#takeText(stored)
      if (changed.length > 0) this.#sorted.clear()
    } else {
      await inPieces(transaction, 'records', (stored) => this.#take(stored))
      this.#isLoaded = true
      this.#sorted.clear()
    }
    if (withTexts && !this.#hasTexts) {
      await inPieces(transaction, 'searches', (stored) => this.#takeText(stored))
      this.#hasTexts = true
      this.#sorted.clear()
    }
    // A damaged row may claim a place far ahead, before which nothing would be looked for any more.
    if (last !== null) this.#seen = last
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

  #takeText(stored: unknown): void {
    const found = asSearchText(stored)
    const row = found ? this.#rows.get(found.id) : undefined
    if (found && row) this.#rows.set(found.id, { ...row, text: found.text })
  }
}

function readTexts(transaction: DeskTransaction, changed: readonly unknown[]): Promise<readonly unknown[]> {
  return Promise.all(
    changed.map((stored) => transaction.get('searches', (stored as { readonly id: string }).id)),
  )
}

/** So many rows are read at a time: a large desk must not hold the page up in one go. */
const PIECE = 500

async function inPieces(
  transaction: DeskTransaction,
  store: KeyedStore,
  take: (stored: unknown) => void,
): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await transaction.next(store, after, PIECE)
    for (const row of rows) take(row)
    const last = rows.at(-1) as { readonly id: string } | undefined
    if (!last || rows.length < PIECE) return
    after = last.id
  }
}
