import * as Y from 'yjs'
import type { Access } from '../../domain/access.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { accessIn } from '../../rules/append-update.ts'
import { documentName, type LiveRefusal } from '../wire/live.ts'
import type { HttpDesk } from './http-desk.ts'
import type { SendingLine } from './line-sending.ts'
import { LineSending } from './line-sending.ts'
import type { StoredRow } from './cache-database.ts'
import { readStory } from './read-story.ts'
import type { Wire } from './story-wire.ts'
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

/** Why words are refused that are refused again however often they are sent. */
const FOR_GOOD: ReadonlySet<LiveRefusal['reason']> = new Set(['not allowed', 'invalid'])

const SIGNED_OUT =
  'You are not signed in here any more. What you wrote is kept in this browser, and is sent when you sign in again.'

/** One epoch of a story in this tab: its wire, the words on their way, and all who have it open here. */
export class StoryLine implements SendingLine {
  readonly id: string
  readonly epoch: number
  readonly person: Person
  readonly words: UnsentWords
  readonly wire: Wire
  readonly #desk: HttpDesk
  readonly #followers = new Set<Follower>()
  readonly #ended: () => void
  readonly #sending: LineSending
  #record: StoryRecord
  /** Why the live document was closed when nothing was being sent. */
  #closing: LiveRefusal | null = null
  #waiting: (() => void)[] = []
  #adopting: Promise<void> = Promise.resolve()
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
    this.#sending = new LineSending(desk, this)
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
    return this.#desk.creations.refusalOf(this.id) ?? this.#sending.refusal?.message ?? null
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
    return this.#sending.isLate(client)
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
    this.#sending.soon()
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
    this.load(rows)
    const adopted = this.#adopting.then(async () => {
      if (this.words.isEmpty) return
      await this.flush()
      const isAlone = this.#followers.size === 0 && this.words.all.every((word) => word.isEarlier)
      // What could not be stored just now, for whatever else, is sent again.
      const { refusal } = this.#sending
      if (!isAlone || !refusal || !FOR_GOOD.has(refusal.reason)) return
      await this.settled()
      await this.#sending.keepLate(this.words.all)
    })
    // What one turn broke on must not keep the next ones from theirs.
    this.#adopting = adopted.catch(() => {})
    return adopted
  }

  /** Sends what there is, now. Resolves when it is acked, or when that failed, and then it is in the outbox. */
  flush(): Promise<void> {
    return this.#sending.flush()
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
    // Told too late, or by a server that was set up anew from a backup: only its answer of now says which.
    if (record.sequence < this.#record.sequence) void this.look()
    else this.#take(record)
  }

  /** Asks the server what the record is now. */
  async look(): Promise<void> {
    const before = this.#record
    const asked = await readStory(this.#desk.requests, this.id)
    if (!asked.ok || !asked.value) return
    const isLater = asked.value.sequence >= this.#record.sequence
    // What was heard while it was being asked is later than what it answers.
    if (isLater || this.#record === before) this.#take(asked.value)
  }

  #take(record: StoryRecord): void {
    const isEarlier = record.sequence < this.#record.sequence
    this.#record = record
    void this.#desk.seen.keepRecords([record], isEarlier)
    this.#tell()
    if (record.epoch !== this.epoch && !this.wire.isOver) {
      this.#sending.wireEnds()
      this.wire.end()
      this.#moved()
    }
    this.#sending.recordChanged()
  }

  /** Who works here has another name or other rights, or the way to the server was lost or found. */
  changed(): void {
    this.#tell()
  }

  /** Keeps the story as it is for when the server can't be reached. */
  async cache(): Promise<void> {
    clearTimeout(this.#caching)
    this.#caching = undefined
    const { creations } = this.#desk
    if (creations.isWaiting(this.id)) return creations.retell(this.id)
    if (!this.wire.isReady || this.#sending.isUnderWay) return
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
    this.#sending.stop()
    for (const timer of [this.#caching, this.#lingering]) clearTimeout(timer)
    this.wire.end()
    this.#moved()
    this.words.end()
    await this.words.keep()
    this.words.end()
  }

  get openIn(): number {
    return this.#followers.size
  }

  whole(): Uint8Array | null {
    const [follower] = this.#followers
    return follower?.whole() ?? null
  }

  pass(update: Uint8Array): void {
    this.#heard(update)
  }

  rested(): void {
    this.#tell()
    this.#cacheLater()
    this.#lingerIfAlone()
  }

  #heard(update: Uint8Array): void {
    for (const follower of this.#followers) follower.hear(update)
    this.#cacheLater()
  }

  #ready(): void {
    this.#closing = null
    this.#moved()
    this.#sending.ready()
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

  #cacheLater(): void {
    if (!this.#isOver) this.#caching ??= setTimeout(() => void this.cache(), this.#desk.pauses.cache)
  }

  #lingerIfAlone(): void {
    clearTimeout(this.#lingering)
    if (this.#followers.size > 0 || this.#occupied > 0 || this.#isOver) return
    this.#lingering = setTimeout(() => {
      if (!this.words.isEmpty) return
      // Over before it is forgotten: whoever opens the story again meanwhile begins another line, with the same name.
      void this.cache()
      void this.end()
      this.#ended()
    }, this.#desk.pauses.linger)
  }

  #tell(): void {
    for (const follower of this.#followers) follower.changed()
    this.#desk.wordsChanged()
  }
}
