import { mergeUpdates } from '../../rules/apply-updates.ts'
import type { StorageTrouble } from '../../rules/desk-storage.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { retryDelay } from '../save-state.ts'
import { MOST, runsOf } from './runs.ts'
import type { StoredRow, UnsentRow } from './cache-database.ts'
import type { Outbox } from './outbox.ts'

/** Changes of one document on their way. */
export type Unsent = {
  readonly client: number
  readonly update: Uint8Array
  readonly changes: number
  /** They were written in a tab that lives no more. */
  readonly isEarlier: boolean
  /** Key of the row that they are kept in, or null while they are nowhere but here. */
  key: number | null
}

/** Whose words, and of what. */
export type WordsOf = { readonly person: string; readonly story: string; readonly epoch: number }

/** Words as this tab keeps them. */
type KeptOf = WordsOf & { readonly tab: string }

/** When one document's words lie in so many rows they become one. */
const MERGE_FROM = 32

/**
 * Words of one person for one epoch of a story that the server has not acked, in order. They are kept in this browser's
 * outbox soon after they were typed, unless they were acked before, and leave it when they are.
 */
export class UnsentWords {
  readonly #outbox: Outbox
  readonly #of: KeptOf
  readonly #delay: number
  readonly #changed: () => void
  #words: Unsent[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  /** One after the other: what is kept, merged and taken away are the same rows. */
  #turn: Promise<void> = Promise.resolve()
  #trouble: StorageTrouble | null = null
  #failures = 0

  /** `delay` in milliseconds from a change to its row; `changed` is told when rows could be stored, or could not. */
  constructor(outbox: Outbox, of: KeptOf, delay: number, changed: () => void) {
    this.#outbox = outbox
    this.#of = of
    this.#delay = delay
    this.#changed = changed
  }

  get isEmpty(): boolean {
    return this.#words.length === 0
  }

  /** How many changes they are. */
  get changes(): number {
    return this.#words.reduce((sum, { changes }) => sum + changes, 0)
  }

  /** How many changes are nowhere but here. */
  get unkept(): number {
    return this.#words.reduce((sum, { changes, key }) => (key === null ? sum + changes : sum), 0)
  }

  /** Why they can't be kept in this browser, or null. */
  get trouble(): StorageTrouble | null {
    return this.#trouble
  }

  /** All that there is, in order. */
  get all(): readonly Unsent[] {
    return [...this.#words]
  }

  hold(client: number, update: Uint8Array): void {
    this.#words.push({ client, update, changes: 1, isEarlier: false, key: null })
    this.#timer ??= setTimeout(() => void this.keep(), this.#delay)
  }

  /** Takes over rows of a tab that lives no more; answers with those that were not known. */
  load(rows: readonly StoredRow[]): readonly Unsent[] {
    const known = new Set(this.#words.map(({ key }) => key))
    const news = rows
      .filter(({ key }) => !known.has(key))
      .map(({ client, update, changes, key }): Unsent => ({ client, update, changes, isEarlier: true, key }))
    // They are older than whatever is typed now.
    this.#words.unshift(...news)
    return news
  }

  /** These are stored on the server, or kept elsewhere: their rows go. */
  async done(words: readonly Unsent[]): Promise<void> {
    const gone = new Set(words)
    this.#words = this.#words.filter((each) => !gone.has(each))
    await this.#inTurn(async () => {
      const needed = new Set(this.#words.map(({ key }) => key))
      const keys = new Set([...gone].map(({ key }) => key))
      await this.#outbox.remove([...keys].filter((key) => key !== null && !needed.has(key)) as number[])
    })
  }

  /** Keeps what is only here in the outbox, now. Resolves when it is, or when that failed (see `trouble`). */
  async keep(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#inTurn(async () => {
      for (const client of new Set(this.#words.map((each) => each.client))) {
        const words = this.#words.filter((each) => each.client === client)
        const fresh = words.filter(({ key }) => key === null)
        const keys = [...new Set(words.map(({ key }) => key))].filter((key) => key !== null)
        if (fresh.length === 0) continue
        const size = words.reduce((sum, { update }) => sum + update.length, 0)
        // A row is sent as it is by whoever takes it over.
        if (keys.length >= MERGE_FROM && size <= MOST) await this.#put(words, keys)
        else for (const run of runsOf(fresh, MOST)) await this.#put(run, [])
      }
    })
  }

  /** Stops; what is kept stays in the outbox. */
  end(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #put(words: readonly Unsent[], instead: readonly number[]): Promise<void> {
    const [first] = words
    if (!first) return
    const row: UnsentRow = {
      ...this.#of,
      client: first.client,
      update: mergeUpdates(words.map(({ update }) => update)),
      changes: words.reduce((sum, { changes }) => sum + changes, 0),
    }
    const key = instead.length > 0 ? await this.#outbox.replace(instead, row) : await this.#outbox.add(row)
    for (const each of words) each.key = key
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const before = this.#trouble
    const turn = this.#turn.then(async () => {
      try {
        await work()
        this.#trouble = null
        this.#failures = 0
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error
        this.#trouble = error.trouble
        if (!this.isEmpty) this.#timer ??= setTimeout(() => void this.keep(), retryDelay(this.#failures))
        this.#failures += 1
      }
      if (this.#trouble !== before) this.#changed()
    })
    // What one turn broke on must not keep the next ones from theirs.
    this.#turn = turn.catch(() => {})
    await turn
  }
}
