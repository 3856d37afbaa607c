import type { DeskStorage, DeskTransaction, StoreName } from '../../../src/rules/desk-storage.ts'
import { StorageFailure } from '../../../src/rules/desk-storage.ts'
import { folderTransaction } from './folder-transaction.ts'
import type { Change } from './json-files.ts'
import { JsonFiles } from './json-files.ts'

/**
 * A desk's rows as JSON files in a folder, one file a row: the example of README, "Write a backend". For one process at
 * a time: its transactions are run one after the other.
 */
export class JsonFolderStorage implements DeskStorage {
  readonly trouble = null
  readonly #files: JsonFiles
  #turn: Promise<unknown>

  constructor(folder: string) {
    this.#files = new JsonFiles(folder)
    // What a process that died had begun to write is finished first.
    this.#turn = this.#files.recover()
  }

  run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    const result = this.#turn.then(async () => {
      // Nothing is written while the work goes on; a rule that throws, or refuses and throws, leaves no trace.
      const changes = new Map<string, Change>()
      const value = await work(folderTransaction(this.#files, changes))
      if (mode === 'readonly' && changes.size > 0) throw new Error(`wrote while reading ${stores.join()}`)
      await this.#commit(changes)
      return value
    })
    this.#turn = result.catch(() => {})
    return result
  }

  /** A folder fails at each call or not at all, so there is nothing to tell of. */
  onTrouble(): () => void {
    return () => {}
  }

  async close(): Promise<void> {
    await this.#turn
  }

  async #commit(changes: ReadonlyMap<string, Change>): Promise<void> {
    try {
      await this.#files.write(changes)
    } catch (error) {
      throw new StorageFailure({
        cause: (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'full' : 'unknown',
        message:
          'The folder can’t be written. Your words stay on this page and are tried again by themselves.',
      })
    }
  }
}
