import * as Y from 'yjs'
import type { Access, Right } from '../../domain/access.ts'
import { allows } from '../../domain/access.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { isClosed } from '../../rules/append-update.ts'
import { mergeUpdates } from '../../rules/apply-updates.ts'
import { retryDelay } from '../save-state.ts'
import type { LiveRefusal } from '../wire/live.ts'
import type { HttpDesk } from './http-desk.ts'
import { keepRefused } from './keep-refused.ts'
import { MOST, runsOf } from './runs.ts'
import type { Wire } from './story-wire.ts'
import type { Unsent, UnsentWords } from './unsent-words.ts'

/** What the sending of a line's words has to know of the line, and tells it. */
export interface SendingLine {
  readonly id: string
  readonly epoch: number
  readonly person: { readonly id: string }
  readonly words: UnsentWords
  readonly wire: Wire
  readonly record: StoryRecord
  readonly access: Access
  readonly isOver: boolean
  /** How many documents have it open in this tab. */
  readonly openIn: number
  /** Resolves when the live document is there, or when it is known that it can't be had now. */
  settled(): Promise<void>
  /** Asks the server what the record is now. */
  look(): Promise<void>
  /** All that a document in this tab has, or null where none is open. */
  whole(): Uint8Array | null
  /** Hands what is stored to all documents that don't have it. */
  pass(update: Uint8Array): void
  /** Nothing is sent any more for now. */
  rested(): void
}

const TOO_LARGE: LiveRefusal = {
  reason: 'invalid',
  message:
    'What you put in at once is larger than the newsroom’s server takes (5 MB). It is kept in this browser, with all that you wrote after it. Copy what you wrote after it, reload the page, and put it in again in smaller parts.',
  isClosed: false,
}

/** Sends the words of one epoch of a story, one run at a time, and sees to what becomes of those that are refused. */
export class LineSending {
  readonly #desk: HttpDesk
  readonly #line: SendingLine
  /** Documents of which some words came too late. */
  readonly #late = new Set<number>()
  #refusal: LiveRefusal | null = null
  /** What could be done with the story, as far as was known, when the words were refused. */
  #refusedUnder: Right | null = null
  #sending: Promise<void> | null = null
  /** The last try was lost on the way. */
  #wasLost = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The server's document as it was when its epoch was over. */
  #lastState: Uint8Array | null = null

  constructor(desk: HttpDesk, line: SendingLine) {
    this.#desk = desk
    this.#line = line
  }

  /** Why the words were refused, or null. */
  get refusal(): LiveRefusal | null {
    return this.#line.words.isEmpty ? null : this.#refusal
  }

  get isUnderWay(): boolean {
    return this.#sending !== null
  }

  /** Did words of this document come too late? */
  isLate(client: number): boolean {
    return this.#late.has(client)
  }

  /** Sends soon: what is typed at once goes together. */
  soon(): void {
    if (this.#timer === undefined && this.#sending === null) this.#later(this.#desk.pauses.send)
  }

  /** Sends what there is, now. Resolves when it is acked, or when that failed, and then it is in the outbox. */
  async flush(): Promise<void> {
    this.stop()
    this.#sending ??= this.#send()
    await this.#sending
    // Whoever waits waits for the disk; the sending doesn't, which goes on meanwhile as soon as there is a way.
    if (!this.#line.words.isEmpty) await this.#line.words.keep()
  }

  /** The live document is there (again). */
  ready(): void {
    // What was refused is not tried again at once: the document is begun anew after each refusal.
    if (!this.#line.words.isEmpty && (this.#refusal === null || this.#wasLost)) void this.flush()
    this.#wasLost = false
  }

  /** The record, and with it what may be written, may be different now. */
  recordChanged(): void {
    // What was refused may be allowed by now, or has to be kept as a late edit.
    const { access, record, epoch } = this.#line
    const isOther = access.right !== this.#refusedUnder && allows(access, 'comment')
    const mayTry = isOther || isClosed(record, epoch)
    if (this.refusal !== null && mayTry) void this.flush()
  }

  /** The live document is about to be let go of: what the server had of it is what late words are compared with. */
  wireEnds(): void {
    const { wire } = this.#line
    if (wire.isReady && this.#sending === null) this.#lastState = Y.encodeStateAsUpdate(wire.doc)
  }

  /** Takes back what was to be sent soon. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #send(): Promise<void> {
    const line = this.#line
    // What is typed in this same turn goes with it.
    await Promise.resolve()
    try {
      while (!line.words.isEmpty && !line.isOver) {
        const { all } = line.words
        const goesOn =
          isClosed(line.record, line.epoch) && line.wire.isOver
            ? await this.#refuse(all, { reason: 'not allowed', message: line.access.why, isClosed: true })
            : await this.#sendOnce(runsOf(all, MOST)[0] ?? [])
        if (!goesOn) break
      }
    } finally {
      this.#sending = null
    }
    line.rested()
  }

  /** False where it has to wait. */
  async #sendOnce(words: readonly Unsent[]): Promise<boolean> {
    const line = this.#line
    if (!line.wire.isReady && this.#desk.isOpen()) await line.settled()
    const seen = line.openIn === 0 ? await this.#seenWhole() : null
    if (line.isOver) return false
    if (line.wire.isOver) return isClosed(line.record, line.epoch)
    const update = mergeUpdates(words.map((each) => each.update))
    // It would not come through, and take the whole tab's connection with it, again and again.
    if (update.length > MOST) return this.#refuse(words, TOO_LARGE)
    const known = new Set(line.wire.doc.store.clients.keys())
    const sent = await line.wire.send(update, () => ofSame(known, line.whole() ?? seen))
    if (sent.kind === 'refused') return this.#refuse(words, sent.refusal)
    if (sent.kind === 'lost') {
      this.#wasLost = true
      // Where it was lost only for a moment it may be there again, and nobody else would say so.
      return line.wire.isReady
    }
    this.#failures = 0
    this.#refusal = null
    if (line.openIn > 1 || words.some(({ isEarlier }) => isEarlier)) line.pass(update)
    // A disk that hangs keeps nobody from sending; a row that stays is sent again, which changes nothing.
    void line.words.done(words)
    return true
  }

  /** Answers whether the rest can be sent. */
  async #refuse(words: readonly Unsent[], refusal: LiveRefusal): Promise<boolean> {
    const line = this.#line
    this.#refusal = refusal
    this.#refusedUnder = line.access.right
    if (refusal.isClosed) {
      await line.look()
      if (isClosed(line.record, line.epoch)) return this.keepLate(words)
      this.#laterStill()
      return false
    }
    // Only looked at: a try again at once would be refused again, and again.
    void line.look()
    // The record that is known here may be ahead of the one that it was refused for.
    const mayPass =
      refusal !== TOO_LARGE && (refusal.reason !== 'not allowed' || allows(line.access, 'suggest'))
    if (mayPass) this.#laterStill()
    return false
  }

  /** Keeps words as late edits in this browser; false where that is not possible, and then they stay to be sent. */
  async keepLate(words: readonly Unsent[]): Promise<boolean> {
    const { id: story, epoch, person, record, wire } = this.#line
    const isOver = isClosed(record, epoch)
    const seen = await this.#seen()
    const state = wire.isReady ? Y.encodeStateAsUpdate(wire.doc) : (this.#lastState ?? seen?.state ?? null)
    const more = [seen?.state, seen?.ahead, this.#line.whole()].filter((each) => each instanceof Uint8Array)
    const of = { person: person.id, story, epoch }
    const kept = await keepRefused(this.#desk, of, words, { state, more, isOver })
    if (kept.kind !== 'kept') {
      const message = (kept.kind === 'later' ? kept.message : null) ?? this.#refusal?.message
      if (message !== undefined) this.#refusal = { reason: 'storage', isClosed: isOver, message }
      // What builds on something that is nowhere will build on it later, too.
      if (kept.kind === 'later') this.#laterStill()
      return false
    }
    for (const client of kept.clients) this.#late.add(client)
    this.#refusal = null
    await this.#line.words.done(words)
    this.#desk.tell([story])
    return true
  }

  /** What this browser keeps of this epoch, or null. */
  async #seen() {
    const seen = await this.#desk.seen.story(this.#line.id)
    return seen?.epoch === this.#line.epoch ? seen : null
  }

  /** For words of a tab that lives no more: they may build on what a server lost that was set up anew from a backup. */
  async #seenWhole(): Promise<Uint8Array | null> {
    const seen = await this.#seen()
    if (!seen) return null
    return seen.ahead ? mergeUpdates([seen.state, seen.ahead]) : seen.state
  }

  #later(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), delay)
  }

  #laterStill(): void {
    this.#later(retryDelay(this.#failures))
    this.#failures += 1
  }
}

/**
 * All that this side has, where the server's document (its clients `known`) began as the same one: a server that was set up
 * anew from a backup may have begun the epoch of that number anew, too, and would have the whole story twice. Else null.
 */
function ofSame(known: ReadonlySet<number>, whole: Uint8Array | null): Uint8Array | null {
  if (!whole || known.size === 0) return whole
  return [...Y.parseUpdateMeta(whole).from.keys()].some((client) => known.has(client)) ? whole : null
}
