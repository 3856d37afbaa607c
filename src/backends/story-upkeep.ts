import type * as Y from 'yjs'
import type { StoryRecord } from '../domain/story-record.ts'
import { COMPACT_STORES, compactUpdates } from '../rules/compact-updates.ts'
import { DERIVE_STORES, deriveStory } from '../rules/derive-story.ts'
import { StorageFailure } from '../rules/desk-storage.ts'
import type { LocalDesk } from './local-desk.ts'

/** The open story that is kept up. */
export type Kept = {
  readonly id: string
  readonly epoch: number
  readonly doc: Y.Doc
  /** Origin of what is read from the store into the document. */
  readonly origin: object
  /** The store is known up to this key. */
  last(): number
  /** Everything that was typed is stored. */
  isStored(): boolean
  /** The store is known up to there now, and the record is this one. */
  took(last: number, record: StoryRecord): void
}

/** Keeps the summary of an open story up to date, off the keystroke's way, and its rows few. */
export class StoryUpkeep {
  readonly #desk: LocalDesk
  readonly #story: Kept
  #isBehind = false
  #hasEnded = false
  #deriving: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(desk: LocalDesk, story: Kept) {
    this.#desk = desk
    this.#story = story
  }

  /** The summary is behind: it is derived when nothing has changed for a while. */
  summariseLater(): void {
    this.#isBehind = true
    clearTimeout(this.#timer)
    if (this.#hasEnded) return
    this.#timer = setTimeout(() => void this.settle(), this.#desk.delays.summary)
  }

  /** Brings the summary up to date now, if everything is stored. */
  async settle(): Promise<void> {
    if (this.#isBehind && this.#story.isStored()) {
      this.#deriving = this.#deriving.then(() => this.#derive())
    }
    await this.#deriving
  }

  /** Starts nothing by itself any more. */
  end(): void {
    this.#hasEnded = true
    clearTimeout(this.#timer)
  }

  /** Puts one update in the place of all. */
  async compact(): Promise<void> {
    const { id, epoch } = this.#story
    try {
      await this.#desk.storage.run(COMPACT_STORES, 'relaxed', (transaction) =>
        compactUpdates(transaction, id, epoch),
      )
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
  }

  async #derive(): Promise<void> {
    if (!this.#isBehind) return
    clearTimeout(this.#timer)
    this.#isBehind = false
    const { id, epoch, doc, origin } = this.#story
    const story = { id, epoch, after: this.#story.last() }
    try {
      const derived = await this.#desk.storage.run(DERIVE_STORES, 'relaxed', (transaction) =>
        deriveStory(transaction, story, doc, origin, this.#desk.now),
      )
      if (derived.ok) this.#story.took(derived.last, derived.record)
    } catch (error) {
      // The record stays marked as behind, so the next one who can will do it.
      if (!(error instanceof StorageFailure)) throw error
      this.summariseLater()
    }
  }
}
