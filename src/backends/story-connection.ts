import * as Y from 'yjs'
import type { Access } from '../domain/access.ts'
import { allows } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Appended } from '../rules/append-update.ts'
import { accessIn, APPEND_STORES, isClosed } from '../rules/append-update.ts'
import { applyUpdates, isIncomplete } from '../rules/apply-updates.ts'
import type { Connection, Outcome, Refusal, SaveState, Verdict } from './backend.ts'
import { COMPACT_FROM } from '../rules/compact-updates.ts'
import type { Answer, Decided, Deciding, Decision } from '../rules/decide-stored.ts'
import type { DeskTransaction, StoreName } from '../rules/desk-storage.ts'
import { StorageFailure } from '../rules/desk-storage.ts'
import { lateMessage } from '../rules/late-edits.ts'
import { loadPart } from '../rules/load-part.ts'
import type { LocalDesk, Tell } from './local-desk.ts'
import { closedStory, done, refusingFailures } from '../rules/refusals.ts'
import { SaveQueue } from './save-queue.ts'
import { saveStateOf } from './save-state.ts'
import { recordOf } from '../rules/stored-shapes.ts'
import { readStory, readUpdates } from '../rules/story-rows.ts'
import { StoryUpkeep } from './story-upkeep.ts'

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
  readonly carets = null
  readonly #desk: LocalDesk
  readonly #tell: Tell
  readonly #doc: Y.Doc
  readonly #queue: SaveQueue
  readonly #upkeep: StoryUpkeep
  readonly #listeners = new Set<() => void>()
  readonly #letGo: () => void
  #record: StoryRecord
  #person: Person | null
  /** The store is known up to this key. */
  #last: number
  /** Rows of updates in the store, for knowing when to merge them. */
  #rows: number
  /** A decision that is stored already is being applied. */
  #isDeciding = false
  #isClosed = false
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
    const { id, epoch } = this
    const last = (): number => this.#last
    this.#queue = new SaveQueue(desk, {
      id,
      epoch,
      client: doc.clientID,
      last,
      stored: (update, appended) => this.#stored(update, appended),
      kept: () => this.#kept(),
      refused: () => void this.#read(),
      changed: () => this.#saveChanged(),
    })
    this.#upkeep = new StoryUpkeep(desk, {
      id,
      epoch,
      doc,
      origin: this,
      last,
      isStored: () => this.#queue.isEmpty,
      took: (key, record) => {
        this.#last = Math.max(this.#last, key)
        this.#take(record)
      },
    })
    doc.on('update', this.#onUpdate)
    if (this.#rows >= COMPACT_FROM) this.#compact()
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
    return !this.#queue.isEmpty
  }

  /** Whether what is not stored failed to be, and was not refused. */
  get isFailing(): boolean {
    return this.hasUnsaved && this.#queue.refusal === null
  }

  get state(): SaveState {
    return saveStateOf({
      unsaved: this.hasUnsaved,
      failure: this.#queue.failure,
      refused: this.#queue.refusal,
      late: this.#queue.hasLate ? lateMessage(this.#record, this.epoch) : null,
      trouble: this.#desk.storage.trouble,
      access: this.access,
    })
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  flush(): Promise<void> {
    return this.#queue.flush()
  }

  /** Stores what is left and brings the summary up to date. */
  async settle(): Promise<void> {
    await this.flush()
    await this.#upkeep.settle()
  }

  async decide(decisions: readonly Decision[], origin: unknown): Promise<Outcome<readonly Verdict[]>> {
    const { now } = this.#desk
    return refusingFailures(async () => {
      const { DECIDE_STORES, decideStored } = await loadPart(() => import('../rules/decide-stored.ts'))
      return this.#ask(
        DECIDE_STORES,
        (transaction, story, person) => decideStored(transaction, story, decisions, person, now),
        (decided) => {
          this.#apply(decided, origin)
          return decided.verdicts
        },
      )
    })
  }

  async redecide(how: 'undone' | 'redone', suggestions: readonly string[]): Promise<Outcome<null>> {
    const { now } = this.#desk
    return refusingFailures(async () => {
      const { DECIDE_STORES } = await loadPart(() => import('../rules/decide-stored.ts'))
      const { redecideStored } = await loadPart(() => import('../rules/redecide-stored.ts'))
      return this.#ask(
        DECIDE_STORES,
        (transaction, story, person) => redecideStored(transaction, story, how, suggestions, person, now),
        () => null,
      )
    })
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    await this.settle()
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    this.#listeners.clear()
    this.#upkeep.end()
    if (!this.hasUnsaved) this.#letGo()
  }

  /** Keeps what the story refuses beside it, and ends: whoever works here next writes under a name of their own. */
  async setAside(): Promise<boolean> {
    const isKept = await this.#queue.setAside()
    if (isKept) this.abandon()
    return isKept
  }

  /** Ends it without another try, and hands over what is not stored. */
  abandon(): readonly Uint8Array[] {
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    this.#upkeep.end()
    this.#letGo()
    return this.#queue.abandon()
  }

  /** Takes over changes that an earlier connection could not store. */
  takeOver(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      Y.applyUpdate(this.#doc, update, this)
      this.#queue.hold(update)
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
    // What was refused may be allowed by now, or has to be kept as a late edit.
    const mayTry = allows(this.access, 'comment') || isClosed(this.#record, this.epoch)
    if (this.#queue.refusal !== null && this.hasUnsaved && mayTry) void this.flush()
  }

  async #read(): Promise<void> {
    const { storage, person } = this.#desk
    try {
      const { story, me, updates } = await storage.run(APPEND_STORES, 'readonly', async (transaction) => ({
        story: await readStory(transaction, this.id),
        me: await person.read(transaction),
        updates: await readUpdates(transaction, this.id, this.epoch, this.#last),
      }))
      this.#person = me
      if (story.ok && story.kind === 'current') this.#record = recordOf(story.row)
      if (updates.ok && !this.#isClosed) {
        applyUpdates(this.#doc, updates.updates, this)
        this.#last = Math.max(this.#last, updates.last)
      }
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
    this.#notify()
  }

  readonly #onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    // Whoever edits in answer to a decision does so in a transaction of their own, which is a local one.
    if (origin === this || (this.#isDeciding && !transaction.local)) return
    this.#queue.hold(update)
  }

  /** Stores what is not stored yet together with what is asked for, and takes over what came of it. */
  async #ask<Value extends { readonly ok: true }, Taken>(
    stores: readonly StoreName[],
    work: (
      transaction: DeskTransaction,
      story: Deciding,
      person: Person | null,
    ) => Promise<Answer<Value | Refusal>>,
    take: (value: Value) => Taken,
  ): Promise<Outcome<Taken>> {
    if (this.#isClosed) return closedStory()
    const answer = await this.#queue.ask(stores, work)
    if (!answer.ok) {
      // What it was refused for may not have been told here yet.
      await this.#read()
      return answer
    }
    const taken = take(answer)
    this.#upkeep.summariseLater()
    this.#tell({ kind: 'changed', ids: [this.id] }, null)
    return done(taken)
  }

  /** Applies a stored decision to the document, as one change of whoever decided. */
  #apply({ effect, key, others }: Decided, origin: unknown): void {
    if (!this.#isClosed) applyUpdates(this.#doc, others, this)
    if (!effect) return
    this.#last = Math.max(this.#last, key)
    this.#rows += 1 + others.length
    this.#isDeciding = true
    if (!this.#isClosed) Y.applyUpdate(this.#doc, effect, origin)
    this.#isDeciding = false
    this.#tell({ kind: 'update', story: this.id, epoch: this.epoch, update: effect }, this)
  }

  #stored(update: Uint8Array, { key, others, record }: Appended): void {
    this.#last = key
    this.#rows += 1 + others.length
    applyUpdates(this.#doc, others, this)
    this.#tell({ kind: 'update', story: this.id, epoch: this.epoch, update }, this)
    if (record) this.#take(record)
    this.#upkeep.summariseLater()
    if (this.#rows >= 5 * COMPACT_FROM) this.#compact()
  }

  async #kept(): Promise<void> {
    await this.#read()
    this.#tell({ kind: 'changed', ids: [this.id] }, this)
  }

  #saveChanged(): void {
    this.#notify()
    if (this.#isClosed && !this.hasUnsaved) this.#letGo()
  }

  #compact(): void {
    this.#rows = 0
    void this.#upkeep.compact()
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
