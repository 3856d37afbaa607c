import type { DeskTransaction, StoreName } from '../../src/rules/desk-storage.ts'
import { StorageFailure } from '../../src/rules/desk-storage.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'

/** A storage that can be made to fail or to wait, store by store. */
export class MoodyStorage extends MemoryStorage {
  /** What touches one of these fails. */
  readonly failing = new Set<StoreName>()
  /** How often it was asked. */
  runs = 0
  readonly #gates = new Map<StoreName, Promise<void>>()

  /** What uses this store waits from now on; returns the way to let it go on. */
  hold(store: StoreName): () => void {
    let open = (): void => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    this.#gates.set(store, gate)
    return () => {
      this.#gates.delete(store)
      open()
    }
  }

  override async run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    this.runs += 1
    for (const store of stores) await this.#gates.get(store)
    if (stores.some((store) => this.failing.has(store)))
      throw new StorageFailure({ cause: 'full', message: 'The disk is full.' })
    return super.run(stores, mode, work)
  }
}
