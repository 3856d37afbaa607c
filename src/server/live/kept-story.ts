import * as Y from 'yjs'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { readUpdates } from '../../rules/story-rows.ts'
import type { LiveDesk } from './live-desk.ts'
import type { GroupStore } from './group-store.ts'
import { NotTaken } from './group-store.ts'
import type { LiveCounts } from './live-figures.ts'
import type { LiveLimits } from './live-limits.ts'
import { asLive, tooLarge, unforeseen } from './live-refusals.ts'
import type { LiveStory } from './live-story.ts'
import type { UpkeepTimes } from './live-upkeep.ts'
import { LiveUpkeep } from './live-upkeep.ts'
import type { Lot, Stored } from './story-writes.ts'
import { StoryWrites } from './story-writes.ts'
import type { Turns } from './turns.ts'

/** What keeping a story takes from the server. */
export type Keeping = {
  readonly desk: LiveDesk
  readonly limits: LiveLimits
  readonly times: UpkeepTimes
  readonly counts: LiveCounts
  readonly store: GroupStore
  /** Turns of what keeps stories up. */
  readonly turns: Turns
  /** Nothing is left to be done for this story. */
  onIdle(story: KeptStory): void
  /** Its document may hold what is not stored: it is not to be used any more. */
  onSpoiled(story: KeptStory): void
}

/** A story in this server's memory, with the queue of what is to be stored into it and what keeps it up. */
export class KeptStory {
  readonly live: LiveStory
  readonly writes: StoryWrites
  readonly upkeep: LiveUpkeep
  readonly #keeping: Keeping
  #catchingUp: Promise<void> | null = null

  constructor(live: LiveStory, keeping: Keeping) {
    const { desk, limits, times, turns } = keeping
    this.live = live
    this.#keeping = keeping
    const onIdle = (): void => {
      if (this.isIdle) keeping.onIdle(this)
    }
    this.upkeep = new LiveUpkeep(desk, live, times, turns, onIdle)
    this.writes = new StoryWrites(live, {
      store: (lots) => this.#store(lots),
      catchUp: () => this.catchUp(),
      tooLarge: (bytes) => this.#tooLarge(bytes),
      patience: limits.patience,
      onIdle,
    })
  }

  get isIdle(): boolean {
    return this.writes.isIdle && this.upkeep.isIdle
  }

  /** Takes what was stored elsewhere into the document. Where the storage fails it says so in the log; a later one catches up. */
  async catchUp(): Promise<void> {
    // What is stored after a reading began needs another one.
    if (this.#catchingUp) await this.#catchingUp
    this.#catchingUp ??= this.#readOn().finally(() => (this.#catchingUp = null))
    await this.#catchingUp
  }

  /** Something was stored past this document: takes it in, and brings the summary up to date. */
  async tookIn(): Promise<void> {
    await this.catchUp()
    this.upkeep.stored()
  }

  async #readOn(): Promise<void> {
    const { desk, counts } = this.#keeping
    const { id, epoch } = this.live
    try {
      const newer = await desk.storage.run(['updates'], 'readonly', (transaction) =>
        readUpdates(transaction, id, epoch, this.live.last),
      )
      if (!newer.ok || newer.keys.length === 0) return
      counts.catchUps += 1
      this.live.take(newer.updates, 'database')
      this.live.reached(newer.last)
      this.live.rows += newer.keys.length
    } catch (error) {
      desk.log.warn({ story: id, epoch, error: asError(error) }, 'a live story could not catch up')
    }
  }

  async #store(lots: readonly Lot[]): Promise<readonly Stored[]> {
    const { desk, counts, store } = this.#keeping
    const began = performance.now()
    try {
      const stored = await store.store({ story: this.live, lots })
      counts.rows += stored.rows
      if (stored.rows > 0) this.upkeep.stored()
      if (stored.record) desk.hub.post({ kind: 'changed', ids: [stored.record.id] })
      return stored.answers
    } catch (error) {
      const { id, epoch } = this.live
      desk.log.error({ story: id, epoch, error: asError(error) }, 'updates could not be stored')
      if (error instanceof NotTaken) {
        this.writes.drop()
        this.#keeping.onSpoiled(this)
      }
      const refusal =
        error instanceof StorageFailure
          ? asLive({ ok: false, reason: 'storage', message: error.message })
          : unforeseen()
      return lots.map(() => ({ ok: false, refusal }))
    } finally {
      counts.tookToStore((performance.now() - began) / 1000)
    }
  }

  #tooLarge(bytes: number): ReturnType<typeof tooLarge> | null {
    const { limits } = this.#keeping
    if (this.live.bytes + bytes <= limits.document) return null
    // Rows repeat themselves: counted as it would be after compacting.
    this.live.bytes = Y.encodeStateAsUpdate(this.live.doc).length
    return this.live.bytes + bytes <= limits.document ? null : tooLarge()
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(typeof error))
