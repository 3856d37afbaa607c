import * as Y from 'yjs'
import type { Access } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { accessIn, APPEND_STORES, appendUpdate } from './append-update.ts'
import { applyUpdates, isIncomplete, mergeUpdates } from './apply-updates.ts'
import type { Connection, SaveState } from './backend.ts'
import { COMPACT_FROM, COMPACT_STORES, compactUpdates } from './compact-updates.ts'
import { DERIVE_STORES, deriveStory } from './derive-story.ts'
import type { StorageTrouble } from './desk-storage.ts'
import { StorageFailure } from './desk-storage.ts'
import type { LocalDesk, Tell } from './local-desk.ts'
import { retryDelay, saveStateOf } from './save-state.ts'
import { recordOf } from './stored-shapes.ts'
import { readStory, readUpdates } from './story-rows.ts'

/** What is known of a story when its document has been filled. */
export type OpenedStory = {
  readonly record: StoryRecord
  readonly person: Person | null
  /** Key of the last update in the document, and how many were stored. */
  readonly last: number
  readonly rows: number
}

/** Keeps an open document and the store the same. */
export class StoryConnection implements Connection {
  readonly id: string
  readonly epoch: number
  readonly #desk: LocalDesk
  readonly #tell: Tell
  readonly #doc: Y.Doc
  readonly #listeners = new Set<() => void>()
  readonly #letGo: () => void
  #record: StoryRecord
  #person: Person | null
  /** The store is known up to this key. */
  #last: number
  /** Rows of updates in the store, for knowing when to merge them. */
  #rows: number
  #unsaved: Uint8Array[] = []
  #storing: Promise<void> | null = null
  #deriving: Promise<void> = Promise.resolve()
  #failure: StorageTrouble | null = null
  #failures = 0
  #refused: string | null = null
  #isSummaryBehind = false
  #isClosed = false
  #storeTimer: ReturnType<typeof setTimeout> | undefined
  #summaryTimer: ReturnType<typeof setTimeout> | undefined
  #told = ''

  constructor(desk: LocalDesk, tell: Tell, doc: Y.Doc, opened: OpenedStory) {
    this.#desk = desk
    this.#tell = tell
    this.#doc = doc
    this.#record = opened.record
    this.#person = opened.person
    this.#last = opened.last
    this.#rows = opened.rows
    this.id = opened.record.id
    this.epoch = opened.record.epoch
    this.#letGo = desk.locks.hold(this.id)
    doc.on('update', this.#onUpdate)
    if (this.#rows >= COMPACT_FROM) void this.#compact()
  }

  get record(): StoryRecord {
    return this.#record
  }

  get access(): Access {
    return accessIn(this.#record, this.#person, this.epoch)
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get hasUnsaved(): boolean {
    return this.#unsaved.length > 0
  }

  /** Whether what is not stored failed to be, and was not refused. */
  get isFailing(): boolean {
    return this.hasUnsaved && this.#refused === null
  }

  get state(): SaveState {
    return saveStateOf({
      unsaved: this.hasUnsaved,
      failure: this.#failure,
      refused: this.#refused,
      trouble: this.#desk.storage.trouble,
      access: this.access,
    })
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async flush(): Promise<void> {
    clearTimeout(this.#storeTimer)
    this.#storeTimer = undefined
    this.#storing ??= this.#store().finally(() => {
      this.#storing = null
    })
    await this.#storing
  }

  /** Stores what is left and brings the summary up to date. */
  async settle(): Promise<void> {
    await this.flush()
    if (this.#isSummaryBehind && !this.hasUnsaved) {
      this.#deriving = this.#deriving.then(() => this.#derive())
    }
    await this.#deriving
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    await this.settle()
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    this.#listeners.clear()
    clearTimeout(this.#summaryTimer)
    if (!this.hasUnsaved) this.#letGo()
  }

  /** Ends it without another try, and hands over what is not stored. */
  abandon(): readonly Uint8Array[] {
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    clearTimeout(this.#storeTimer)
    clearTimeout(this.#summaryTimer)
    this.#letGo()
    return this.#unsaved.splice(0)
  }

  /** Takes over changes that an earlier connection could not store. */
  takeOver(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      Y.applyUpdate(this.#doc, update, this)
      this.#onUpdate(update, null)
    }
  }

  /** An update that another tab stored. */
  receive(epoch: number, update: Uint8Array): void {
    if (epoch !== this.epoch || this.#isClosed) return
    const applied = applyUpdates(this.#doc, [update], this)
    // It builds on something that this tab was never told of.
    if (!applied.ok && isIncomplete(this.#doc)) void this.catchUp()
  }

  /** Another storage has taken over: it may know less than this document, and its keys are other ones. */
  async storageChanged(): Promise<void> {
    this.#last = 0
    await this.catchUp()
    if (this.hasUnsaved) await this.flush()
    this.#notify()
  }

  /** Reads record, person and what others wrote, as they are stored now. */
  async catchUp(): Promise<void> {
    await this.#read()
    // What was refused may be allowed by now.
    if (this.#refused !== null && !this.#isClosed && this.access.right === 'edit') void this.flush()
  }

  async #read(): Promise<void> {
    const { storage, person } = this.#desk
    try {
      const { story, me, updates } = await storage.run(APPEND_STORES, 'readonly', async (transaction) => ({
        story: await readStory(transaction, this.id),
        me: await person.read(transaction),
        updates: await readUpdates(transaction, this.id, this.epoch, this.#last),
      }))
      if (this.#isClosed) return
      this.#person = me
      if (story.ok && story.kind === 'current') this.#record = recordOf(story.row)
      if (updates.ok) {
        applyUpdates(this.#doc, updates.updates, this)
        this.#last = Math.max(this.#last, updates.last)
      }
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
    this.#notify()
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#unsaved.push(update)
    // A failed store is tried again in its own time, not at every key.
    if (this.#storeTimer === undefined && this.#storing === null) this.#later(this.#desk.delays.store)
    this.#notify()
  }

  #later(delay: number): void {
    clearTimeout(this.#storeTimer)
    this.#storeTimer = setTimeout(() => void this.flush(), delay)
  }

  async #store(): Promise<void> {
    while (this.hasUnsaved) {
      const batch = [...this.#unsaved]
      const update = mergeUpdates(batch)
      try {
        if (!(await this.#append(update, batch.length))) break
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error
        this.#failure = error.trouble
        this.#later(retryDelay(this.#failures))
        this.#failures += 1
        break
      }
    }
    this.#notify()
    if (this.#isClosed && !this.hasUnsaved) this.#letGo()
  }

  /** Stores an update of so many changes; false where it was refused. */
  async #append(update: Uint8Array, changes: number): Promise<boolean> {
    const { storage, person, now } = this.#desk
    const story = { id: this.id, epoch: this.epoch, after: this.#last }
    const stored = await storage.run(APPEND_STORES, 'strict', async (transaction) =>
      appendUpdate(transaction, story, update, await person.read(transaction), now),
    )
    this.#failure = null
    if (!stored.ok) {
      this.#refused = stored.message
      // Only read: a try again at once would be refused again, and again.
      void this.#read()
      if (stored.reason !== 'not allowed') {
        this.#later(retryDelay(this.#failures))
        this.#failures += 1
      }
      return false
    }
    this.#failures = 0
    this.#refused = null
    this.#unsaved.splice(0, changes)
    this.#last = stored.key
    this.#rows += 1 + stored.others.length
    applyUpdates(this.#doc, stored.others, this)
    this.#tell({ kind: 'update', story: this.id, epoch: this.epoch, update }, this)
    if (stored.record) this.#take(stored.record)
    this.#summariseLater()
    if (this.#rows >= 5 * COMPACT_FROM) void this.#compact()
    return true
  }

  #summariseLater(): void {
    this.#isSummaryBehind = true
    clearTimeout(this.#summaryTimer)
    if (this.#isClosed) return
    this.#summaryTimer = setTimeout(() => void this.settle(), this.#desk.delays.summary)
  }

  async #derive(): Promise<void> {
    if (!this.#isSummaryBehind) return
    clearTimeout(this.#summaryTimer)
    this.#isSummaryBehind = false
    const story = { id: this.id, epoch: this.epoch, after: this.#last }
    try {
      const derived = await this.#desk.storage.run(DERIVE_STORES, 'relaxed', (transaction) =>
        deriveStory(transaction, story, this.#doc, this, this.#desk.now),
      )
      if (!derived.ok) return
      this.#last = Math.max(this.#last, derived.last)
      this.#take(derived.record)
    } catch (error) {
      // The record stays marked as behind, so the next one who can will do it.
      if (!(error instanceof StorageFailure)) throw error
      this.#summariseLater()
    }
  }

  async #compact(): Promise<void> {
    this.#rows = 0
    try {
      await this.#desk.storage.run(COMPACT_STORES, 'relaxed', (transaction) =>
        compactUpdates(transaction, this.id, this.epoch),
      )
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
  }

  #take(record: StoryRecord): void {
    this.#record = record
    this.#tell({ kind: 'changed', ids: [this.id] }, this)
    this.#notify()
  }

  /** Calls back where something changed that can be seen. */
  #notify(): void {
    const seen = JSON.stringify([this.state, this.access, this.#record.sequence, this.#record.status])
    if (seen === this.#told) return
    this.#told = seen
    for (const listener of this.#listeners) listener()
  }
}
