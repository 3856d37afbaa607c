import * as Y from 'yjs'
import type { Access } from '../../domain/access.ts'
import { allows } from '../../domain/access.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { accessIn, isClosed } from '../../rules/append-update.ts'
import { mergeUpdates } from '../../rules/apply-updates.ts'
import { retryDelay } from '../save-state.ts'
import { documentName, type LiveRefusal } from '../wire/live.ts'
import type { HttpDesk } from './http-desk.ts'
import { keepRefused } from './keep-refused.ts'
import type { StoredRow } from './outbox.ts'
import { readStory } from './read-story.ts'
import type { Wire } from './story-wire.ts'
import type { Unsent } from './unsent-words.ts'
import { UnsentWords } from './unsent-words.ts'

/** Whoever has the story open in this tab. */
export interface Follower {
  /** The story says something new. */
  hear(update: Uint8Array): void
  /** What can be said of the saving, the record or the access may be different now. */
  changed(): void
  /** The others' carets may be elsewhere. */
  caretsMoved(): void
  /** All that this tab has of the document. */
  whole(): Uint8Array
}

/** Milliseconds until whoever waits for a live document is told that it doesn't come. */
const PATIENCE = 10_000

const SIGNED_OUT =
  'You are not signed in here any more. What you wrote is kept in this browser, and is sent when you sign in again.'

/** One epoch of a story in this tab: its wire, the words on their way, and all who have it open here. */
export class StoryLine {
  readonly id: string
  readonly epoch: number
  readonly person: Person
  readonly words: UnsentWords
  readonly wire: Wire
  readonly #desk: HttpDesk
  readonly #followers = new Set<Follower>()
  readonly #ended: () => void
  /** Documents of which some words came too late. */
  readonly #late = new Set<number>()
  #record: StoryRecord
  #refused: string | null = null
  /** Why the live document was closed when nothing was being sent. */
  #closing: LiveRefusal | null = null
  #waiting: (() => void)[] = []
  #sending: Promise<void> | null = null
  #adopting: Promise<void> = Promise.resolve()
  /** The last try was lost on the way. */
  #wasLost = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #caching: ReturnType<typeof setTimeout> | undefined
  #lingering: ReturnType<typeof setTimeout> | undefined
  #occupied = 0
  #isOver = false

  /** `ended` is told when nobody has it open any more and nothing waits. */
  constructor(desk: HttpDesk, person: Person, record: StoryRecord, ended: () => void) {
    this.#desk = desk
    this.#record = record
    this.#ended = ended
    this.id = record.id
    this.epoch = record.epoch
    this.person = person
    const of = { person: person.id, story: this.id, epoch: this.epoch, tab: desk.tab() }
    this.words = new UnsentWords(desk.outbox, of, desk.pauses.keep, () => this.#tell())
    this.wire = desk.wireOf(documentName(this.id, this.epoch), person.id, {
      heard: (update) => this.#heard(update),
      ready: () => this.#ready(),
      lost: (wasReady) => {
        if (wasReady) void this.#keepAsLost()
        this.#moved()
      },
      refused: (refusal) => this.#closed(refusal),
      awareness: () => {
        for (const follower of this.#followers) follower.caretsMoved()
      },
    })
  }

  get record(): StoryRecord {
    return this.#record
  }

  get access(): Access {
    // Whoever works here now is somebody else, or nobody.
    if (this.#desk.session.person?.id !== this.person.id) return { right: 'read', why: SIGNED_OUT }
    return accessIn(this.#record, this.#desk.session.person, this.epoch)
  }

  /** Why the words were refused, or null. */
  get refused(): string | null {
    return this.words.isEmpty ? null : this.#refused
  }

  /** Why the live document could not be had, or null. */
  get closing(): LiveRefusal | null {
    return this.#closing
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Did words of this document come too late? */
  isLate(client: number): boolean {
    return this.#late.has(client)
  }

  follow(follower: Follower): void {
    this.#followers.add(follower)
    clearTimeout(this.#lingering)
  }

  /** Somebody needs it who doesn't follow it (yet). Returns the way to let go. */
  occupy(): () => void {
    this.#occupied += 1
    clearTimeout(this.#lingering)
    return () => {
      this.#occupied -= 1
      this.#lingerIfAlone()
    }
  }

  leave(follower: Follower): void {
    this.#followers.delete(follower)
    this.#lingerIfAlone()
  }

  /** Takes a change of one of the documents here, to be sent. */
  hold(client: number, update: Uint8Array): void {
    this.words.hold(client, update)
    if (this.#timer === undefined && this.#sending === null) this.#later(this.#desk.pauses.send)
    this.#tell()
  }

  /** Takes over what a tab that lives no more has left. */
  load(rows: readonly StoredRow[]): void {
    const news = this.words.load(rows)
    if (news.length === 0) return
    for (const follower of this.#followers) for (const { update } of news) follower.hear(update)
    this.#tell()
  }

  /**
   * The same, and sends it. What may not be written now, and stands in no document here, is kept as a late edit: it would
   * be in the way of whatever is written next.
   */
  adopt(rows: readonly StoredRow[]): Promise<void> {
    this.#adopting = this.#adopting.then(async () => {
      this.load(rows)
      if (this.words.isEmpty) return
      await this.flush()
      const isAlone = this.#followers.size === 0 && this.words.all.every((word) => word.isEarlier)
      if (this.refused === null || !isAlone) return
      await this.settled()
      await this.#keepLate(this.words.all)
    })
    return this.#adopting
  }

  /** Sends what there is, now. Resolves when it is acked, or when that failed, and then it is in the outbox. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#sending ??= this.#send()
    await this.#sending
  }

  /** Resolves when the live document is there, or when it is known that it can't be had now. */
  settled(): Promise<void> {
    // A closed epoch can still be read, where it is the story's last: the document comes again.
    const isRefused = this.#closing !== null && !this.#closing.isClosed
    if (this.wire.isReady || isRefused || this.wire.isOver || this.#isOver) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PATIENCE)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** The record as somebody was told it is now. */
  take(record: StoryRecord): void {
    if (record.sequence < this.#record.sequence) return
    this.#record = record
    void this.#desk.seen.keepRecords([record])
    this.#tell()
    if (record.epoch !== this.epoch && !this.wire.isOver) {
      this.wire.end()
      this.#moved()
    }
    // What was refused may be allowed by now, or has to be kept as a late edit.
    const mayTry = allows(this.access, 'comment') || isClosed(record, this.epoch)
    if (this.refused !== null && mayTry) void this.flush()
  }

  /** Asks the server what the record is now. */
  async look(): Promise<void> {
    const asked = await readStory(this.#desk.requests, this.id)
    if (asked.ok && asked.value) this.take(asked.value)
  }

  /** Who works here has another name or other rights, or the way to the server was lost or found. */
  changed(): void {
    this.#tell()
  }

  /** Keeps the story as it is for when the server can't be reached. */
  async cache(): Promise<void> {
    clearTimeout(this.#caching)
    this.#caching = undefined
    if (!this.wire.isReady || this.#sending) return
    const { id, epoch } = this
    const state = Y.encodeStateAsUpdate(this.wire.doc)
    await this.#desk.seen.keepStory({ id, record: this.#record, epoch, state })
  }

  /** The way to the server is lost, and this tab may be the next to go: keeps all that it has of the story. */
  async #keepAsLost(): Promise<void> {
    const { id, epoch } = this
    const all = Y.encodeStateAsUpdate(this.wire.doc)
    if (this.words.isEmpty) return this.#desk.seen.keepStory({ id, record: this.#record, epoch, state: all })
    // What is not acked may be refused yet: it is no part of what the server is known to have.
    const seen = await this.#desk.seen.story(id)
    if (seen?.epoch === epoch) await this.#desk.seen.keepStory({ ...seen, ahead: all })
  }

  /** Keeps what is not sent in the outbox, and ends. */
  async end(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    for (const timer of [this.#timer, this.#caching, this.#lingering]) clearTimeout(timer)
    this.wire.end()
    this.#moved()
    this.words.end()
    await this.words.keep()
    this.words.end()
  }

  async #send(): Promise<void> {
    // What is typed in this same turn goes with it.
    await Promise.resolve()
    while (!this.words.isEmpty && !this.#isOver) {
      const words = this.words.all
      const goesOn =
        isClosed(this.#record, this.epoch) && this.wire.isOver
          ? await this.#refuse(words, { reason: 'not allowed', message: this.access.why, isClosed: true })
          : await this.#sendOnce(words)
      if (!goesOn) break
    }
    this.#sending = null
    this.#tell()
    this.#cacheLater()
    this.#lingerIfAlone()
  }

  /** False where it has to wait. */
  async #sendOnce(words: readonly Unsent[]): Promise<boolean> {
    if (!this.wire.isReady && this.#desk.isOpen()) await this.settled()
    if (this.#isOver) return false
    if (this.wire.isOver) return isClosed(this.#record, this.epoch)
    const update = mergeUpdates(words.map((each) => each.update))
    const sent = await this.wire.send(update, () => this.#whole())
    if (sent.kind === 'refused') return this.#refuse(words, sent.refusal)
    if (sent.kind === 'lost') {
      this.#wasLost = true
      await this.words.keep()
      // Where it was lost only for a moment it may be there again, and nobody else would say so.
      return this.wire.isReady
    }
    this.#failures = 0
    this.#refused = null
    if (this.#followers.size > 1 || words.some(({ isEarlier }) => isEarlier)) this.#heard(update)
    await this.words.done(words)
    return true
  }

  /** Answers whether the rest can be sent. */
  async #refuse(words: readonly Unsent[], refusal: LiveRefusal): Promise<boolean> {
    if (refusal.isClosed) {
      await this.look()
      if (await this.#keepLate(words)) return true
      this.#laterStill()
      return false
    }
    this.#refused = refusal.message
    // Only looked at: a try again at once would be refused again, and again.
    void this.look()
    if (refusal.reason !== 'not allowed') this.#laterStill()
    await this.words.keep()
    return false
  }

  async #keepLate(words: readonly Unsent[]): Promise<boolean> {
    const { id: story, epoch, person } = this
    const isOver = isClosed(this.#record, epoch)
    const state = this.wire.isReady ? Y.encodeStateAsUpdate(this.wire.doc) : await this.#seenState()
    const kept = await keepRefused(this.#desk, { person: person.id, story, epoch }, words, { state, isOver })
    if (kept.kind === 'later') {
      this.#refused = kept.message ?? this.#refused
      return false
    }
    for (const { client } of words) this.#late.add(client)
    this.#refused = null
    await this.words.done(words)
    this.#desk.tell([this.id])
    return true
  }

  #heard(update: Uint8Array): void {
    for (const follower of this.#followers) follower.hear(update)
    this.#cacheLater()
  }

  #ready(): void {
    this.#closing = null
    this.#moved()
    // What was refused is not tried again at once: the document is begun anew after each refusal.
    if (!this.words.isEmpty && (this.#refused === null || this.#wasLost)) void this.flush()
    this.#wasLost = false
    void this.cache()
  }

  #closed(refusal: LiveRefusal): void {
    this.#closing = refusal
    if (refusal.isClosed) this.#tell()
    else this.#moved()
    void this.look()
  }

  /** Whoever waits for the live document is told that something has become of it. */
  #moved(): void {
    for (const waiting of this.#waiting.splice(0)) waiting()
    this.#tell()
  }

  #whole(): Uint8Array | null {
    const [follower] = this.#followers
    return follower?.whole() ?? null
  }

  async #seenState(): Promise<Uint8Array | null> {
    const seen = await this.#desk.seen.story(this.id)
    return seen?.epoch === this.epoch ? seen.state : null
  }

  #later(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  #laterStill(): void {
    this.#later(retryDelay(this.#failures))
    this.#failures += 1
  }

  #cacheLater(): void {
    if (!this.#isOver) this.#caching ??= setTimeout(() => void this.cache(), this.#desk.pauses.cache)
  }

  #lingerIfAlone(): void {
    clearTimeout(this.#lingering)
    if (this.#followers.size > 0 || this.#occupied > 0 || this.#isOver) return
    this.#lingering = setTimeout(() => {
      if (!this.words.isEmpty) return
      void this.cache().then(() => this.end())
      this.#ended()
    }, this.#desk.pauses.linger)
  }

  #tell(): void {
    for (const follower of this.#followers) follower.changed()
    this.#desk.wordsChanged()
  }
}
