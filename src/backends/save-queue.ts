import type { Person } from '../domain/person.ts'
import type { Appended, NotAppended } from '../rules/append-update.ts'
import { APPEND_STORES, appendUpdate } from '../rules/append-update.ts'
import { mergeUpdates } from '../rules/apply-updates.ts'
import type { Refusal } from './backend.ts'
import type { Answer, Deciding } from '../rules/decide-stored.ts'
import type { DeskTransaction, StorageTrouble, StoreName } from '../rules/desk-storage.ts'
import { StorageFailure } from '../rules/desk-storage.ts'
import { keepLateEdit, LATE_STORES } from '../rules/late-edits.ts'
import type { LocalDesk } from './local-desk.ts'
import { retryDelay } from './save-state.ts'

/** The open story whose words are stored. */
export type Saved = {
  readonly id: string
  readonly epoch: number
  /** Client id of its document. */
  readonly client: number
  /** The store is known up to this key. */
  last(): number
  /** This was stored, and what came with it. */
  stored(update: Uint8Array, appended: Appended): void
  /** What the closed epoch refused is kept as a late edit. */
  kept(): Promise<void>
  /** The store refused: look at what it holds now. */
  refused(): void
  /** What can be said of the saving may be different now. */
  changed(): void
}

/** The words of an open story on their way into the store, in order, tried again until they are there. */
export class SaveQueue {
  readonly #desk: LocalDesk
  readonly #story: Saved
  readonly #unsaved: Uint8Array[] = []
  /** What the closed epoch refused, and is kept as a late edit. */
  readonly #late: Uint8Array[] = []
  #storing: Promise<void> | null = null
  /** One after the other: storing and deciding both take from what is not stored. */
  #turn: Promise<unknown> = Promise.resolve()
  #failure: StorageTrouble | null = null
  #failures = 0
  #refused: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When what waits is due, where it was not refused or failed before. */
  #due: number | null = null

  constructor(desk: LocalDesk, story: Saved) {
    this.#desk = desk
    this.#story = story
  }

  get isEmpty(): boolean {
    return this.#unsaved.length === 0
  }

  /** Why the last try failed, or null. */
  get failure(): StorageTrouble | null {
    return this.#failure
  }

  /** Why the words were refused, or null. */
  get refusal(): string | null {
    return this.#refused
  }

  /** Some words came too late, and are kept beside the story. */
  get hasLate(): boolean {
    return this.#late.length > 0
  }

  /** Takes a change that is to be stored. */
  hold(update: Uint8Array): void {
    this.#unsaved.push(update)
    // A failed store is tried again in its own time, not at every key.
    if (this.#timer === undefined && this.#storing === null) this.#soon()
    // Keys go before timers where the page is busy.
    else if (this.#due !== null && this.#desk.now().getTime() >= this.#due) void this.flush()
    this.#story.changed()
  }

  /** Stores what there is, now. Resolves when it is stored, or when that failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#due = null
    this.#storing ??= this.#inTurn(() => this.#store()).finally(() => {
      this.#storing = null
    })
    await this.#storing
  }

  /** Stores what there is together with what is asked for, in one transaction; rejects where the storage fails. */
  ask<Value>(
    stores: readonly StoreName[],
    work: (transaction: DeskTransaction, story: Deciding, person: Person | null) => Promise<Answer<Value>>,
  ): Promise<Value> {
    const { storage, person } = this.#desk
    return this.#inTurn(async () => {
      const batch = [...this.#unsaved]
      const pending = batch.length > 0 ? mergeUpdates(batch) : null
      const { id, epoch } = this.#story
      const story = { id, epoch, after: this.#story.last(), pending }
      const { appended, answer } = await storage.run(stores, 'strict', async (transaction) =>
        work(transaction, story, await person.read(transaction)),
      )
      if (appended && pending) await this.#appended(appended, pending, batch.length)
      return answer
    })
  }

  /** Keeps what the story refuses beside it, as a late edit of whoever works here; false where that is refused too. */
  setAside(): Promise<boolean> {
    return this.#inTurn(async () => {
      const batch = [...this.#unsaved]
      return batch.length === 0 || this.#keepLate(mergeUpdates(batch), batch.length)
    })
  }

  /** Ends it without another try, and hands over what is not stored. */
  abandon(): readonly Uint8Array[] {
    clearTimeout(this.#timer)
    return this.#unsaved.splice(0)
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(work)
    this.#turn = result.catch(() => {})
    return result
  }

  #soon(): void {
    const { delays, now } = this.#desk
    this.#due = now().getTime() + delays.store
    this.#later(delays.store)
  }

  #later(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  #laterStill(): void {
    this.#due = null
    this.#later(retryDelay(this.#failures))
    this.#failures += 1
  }

  async #store(): Promise<void> {
    const { storage, person, now } = this.#desk
    while (!this.isEmpty) {
      const batch = [...this.#unsaved]
      const update = mergeUpdates(batch)
      const story = { id: this.#story.id, epoch: this.#story.epoch, after: this.#story.last() }
      try {
        const appended = await storage.run(APPEND_STORES, 'strict', (transaction) =>
          appendUpdate(transaction, story, update, person.read(transaction), now),
        )
        if (!(await this.#appended(appended, update, batch.length))) break
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error
        this.#failure = error.trouble
        this.#laterStill()
        break
      }
    }
    this.#story.changed()
  }

  /** Takes over what became of so many changes; false where they still wait. */
  async #appended(appended: Appended | NotAppended, update: Uint8Array, changes: number): Promise<boolean> {
    this.#failure = null
    if (!appended.ok) {
      if (appended.isClosed) return this.#keepLate(update, changes)
      this.#refuse(appended)
      return false
    }
    this.#done(changes)
    this.#story.stored(update, appended)
    return true
  }

  /** The epoch is closed for good, or to whoever works here: what it refuses is kept beside it. */
  async #keepLate(update: Uint8Array, changes: number): Promise<boolean> {
    const { storage, person, now } = this.#desk
    const { id, epoch, client } = this.#story
    const words = { story: id, epoch, client, update: mergeUpdates([...this.#late, update]) }
    const kept = await storage.run(LATE_STORES, 'strict', async (transaction) =>
      keepLateEdit(transaction, words, await person.read(transaction), now),
    )
    if (!kept.ok) {
      this.#refuse(kept)
      return false
    }
    this.#late.push(update)
    this.#done(changes)
    await this.#story.kept()
    return true
  }

  #refuse({ message, reason }: Refusal): void {
    this.#refused = message
    // Only looked at: a try again at once would be refused again, and again.
    this.#story.refused()
    if (reason !== 'not allowed') this.#laterStill()
  }

  #done(changes: number): void {
    this.#failures = 0
    this.#refused = null
    this.#unsaved.splice(0, changes)
  }
}
