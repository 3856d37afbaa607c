import { COMPACT_STORES, compactUpdates } from '../../rules/compact-updates.ts'
import { DERIVE_STORES, deriveStory } from '../../rules/derive-story.ts'
import { readOwnStory } from '../../rules/story-rows.ts'
import type { LiveDesk } from './live-desk.ts'
import type { LiveStory } from './live-story.ts'
import type { Turns } from './turns.ts'

/** When a story's summary is derived, in milliseconds, and from how many rows on it is compacted. */
export type UpkeepTimes = {
  /** After the last update, and after the first that it doesn't tell of. */
  readonly quiet: number
  readonly most: number
  readonly compactFrom: number
}

export const UPKEEP_TIMES: UpkeepTimes = { quiet: 1000, most: 5000, compactFrom: 500 }

/** Keeps what is derived from a story up to date, off the writers' way, and its rows few. */
export class LiveUpkeep {
  readonly #desk: LiveDesk
  readonly #story: LiveStory
  readonly #times: UpkeepTimes
  readonly #turns: Turns
  readonly #onIdle: () => void
  #behindSince: number | null = null
  /** It waits for its turn to be derived. */
  #isDue = false
  #hasEnded = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #working: Promise<void> = Promise.resolve()
  #jobs = 0

  /** `turns` are those of all stories: the writers need the database more. */
  constructor(desk: LiveDesk, story: LiveStory, times: UpkeepTimes, turns: Turns, onIdle: () => void) {
    this.#desk = desk
    this.#story = story
    this.#times = times
    this.#turns = turns
    this.#onIdle = onIdle
  }

  /** Nothing is left to be done, and nothing being done. */
  get isIdle(): boolean {
    return this.#behindSince === null && this.#jobs === 0
  }

  /** Updates were stored. */
  stored(): void {
    const now = Date.now()
    this.#behindSince ??= now
    if (this.#story.rows >= this.#times.compactFrom) this.#compact()
    if (this.#isDue) return
    clearTimeout(this.#timer)
    const wait = Math.min(this.#times.quiet, this.#behindSince + this.#times.most - now)
    this.#timer = setTimeout(() => void this.settle(), Math.max(0, wait))
  }

  /** Does now what is left to be done. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#behindSince !== null && !this.#isDue) {
      this.#isDue = true
      this.#do('deriving', () => this.#derive())
    }
    await this.#working
  }

  /** The same, and starts nothing by itself any more. */
  async end(): Promise<void> {
    this.#hasEnded = true
    await this.settle()
  }

  #compact(): void {
    // Counted anew from one on, whether it succeeds or not: what can't be compacted isn't tried at each key.
    this.#story.rows = 1
    this.#do('compacting', async () => {
      const { id, epoch } = this.#story
      await this.#desk.storage.run([...COMPACT_STORES, 'records'], 'relaxed', async (transaction) => {
        // With the story's turn, so that no update gets a smaller key than this row and is stored after it.
        await transaction.get('records', id)
        await compactUpdates(transaction, id, epoch)
      })
    })
  }

  async #derive(): Promise<void> {
    // What is stored from here on is told of by the next one.
    this.#isDue = false
    this.#behindSince = null
    clearTimeout(this.#timer)
    try {
      await this.#deriveNow()
    } catch (error) {
      // The record stays marked as behind: it is tried again.
      if (!this.#hasEnded) {
        this.#behindSince = Date.now()
        this.#timer = setTimeout(() => void this.settle(), this.#times.most)
      }
      throw error
    }
  }

  async #deriveNow(): Promise<void> {
    const { id, epoch, doc } = this.#story
    const derived = await this.#desk.storage.run(DERIVE_STORES, 'relaxed', async (transaction) => {
      const stored = await readOwnStory(transaction, id)
      // Another server was quicker.
      if (!stored.ok || stored.row.unsummarised === 0) return null
      const story = { id, epoch, after: this.#story.last }
      return await deriveStory(transaction, story, doc, null, this.#desk.now)
    })
    if (!derived?.ok) return
    this.#story.reached(derived.last)
    this.#desk.hub.post({ kind: 'changed', ids: [id] })
  }

  /** One after the other. Never rejects. */
  #do(what: string, job: () => Promise<void>): void {
    this.#jobs += 1
    this.#working = this.#working.then(async () => {
      try {
        await this.#turns.take(job)
      } catch (error) {
        const { id, epoch } = this.#story
        this.#desk.log.warn(
          { story: id, epoch, error: error instanceof Error ? error : undefined },
          `${what} a story failed`,
        )
      }
      this.#jobs -= 1
      if (this.isIdle) this.#onIdle()
    })
  }
}
