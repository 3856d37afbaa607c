import type { LiveRefusal } from '../../backends/wire/live.ts'
import { mergeUpdates } from '../../rules/apply-updates.ts'
import { fitOf, NOTHING_AHEAD } from './update-fit.ts'
import type { LiveStory } from './live-story.ts'

/** One connection that writes, as the queue sees it. */
export interface Writer {
  readonly person: string
  /** Whoever has gone needs no answer; what they sent is stored all the same. */
  readonly isOpen: boolean
  /** One more of its updates is stored; they are in the order in which they came. */
  ack(): void
  /** Its updates from here on are refused: the document's connection ends. */
  refuse(refusal: LiveRefusal): void
  /** What it sent builds on something that never came: it has to begin anew with what the server holds. */
  reset(): void
  /** So many bytes of its wait no longer. */
  release(bytes: number): void
}

/** What one writer has to be stored, merged; answered one by one. */
export type Lot = { readonly person: string; readonly update: Uint8Array }

/** What became of a lot. */
export type Stored = { readonly ok: true } | { readonly ok: false; readonly refusal: LiveRefusal }

/** What storing lots takes from the server. */
export type WritesWork = {
  /** Stores lots in one transaction and takes what was stored into the document before it answers. Never rejects. */
  store(lots: readonly Lot[]): Promise<readonly Stored[]>
  /** Takes what others stored meanwhile into the document. Never rejects. */
  catchUp(): Promise<void>
  /** Why the story can't take so many bytes more, or null. */
  tooLarge(bytes: number): LiveRefusal | null
  /** Milliseconds for which an update waits for what it builds on. */
  readonly patience: number
  /** Everything is answered, or only waits for what it builds on. */
  onIdle(): void
}

type Queue = {
  readonly updates: Uint8Array[]
  /** Runs while the first of them waits for what it builds on. */
  patience: ReturnType<typeof setTimeout> | null
}

type Going = { readonly writer: Writer; readonly updates: readonly Uint8Array[]; readonly lot: Lot | null }

/**
 * The updates that wait to be stored into one story. While one transaction runs, more gather; the next takes all of them,
 * merged by writer. A writer gets one answer for each update, in the order in which they came, and only when it is stored.
 */
export class StoryWrites {
  readonly #story: LiveStory
  readonly #work: WritesWork
  readonly #queues = new Map<Writer, Queue>()
  #running: Promise<void> | null = null
  /** Something was added, or stored, since the queues were last looked at. */
  #hasMore = false

  constructor(story: LiveStory, work: WritesWork) {
    this.#story = story
    this.#work = work
  }

  /** Nothing is being stored. */
  get isIdle(): boolean {
    return this.#running === null
  }

  /** Resolves when all that was added is answered, or only waits for what it builds on. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running
  }

  /** Forgets all that was not stored: those who sent it begin anew with what is. */
  drop(): void {
    for (const writer of this.#queues.keys()) this.#giveUp(writer)
  }

  add(writer: Writer, update: Uint8Array): void {
    const queue = this.#queues.get(writer)
    if (queue) queue.updates.push(update)
    else this.#queues.set(writer, { updates: [update], patience: null })
    this.#hasMore = true
    this.#running ??= this.#run()
  }

  async #run(): Promise<void> {
    // What comes in this same turn goes with it.
    await Promise.resolve()
    try {
      while (this.#hasMore) {
        this.#hasMore = false
        await this.#storeSome()
      }
    } finally {
      this.#running = null
    }
    this.#work.onIdle()
  }

  async #storeSome(): Promise<void> {
    const going = await this.#next()
    // What others wait for may be there then.
    if (going.length > 0) this.#hasMore = true
    const lots = going.flatMap(({ lot }) => (lot ? [lot] : []))
    const answers = lots.length > 0 ? await this.#work.store(lots) : []
    let at = 0
    for (const { writer, updates, lot } of going) {
      const answer = lot ? answers[at++] : undefined
      for (const { length } of updates) writer.release(length)
      if (answer && !answer.ok) this.#refuse(writer, answer.refusal)
      else this.#ack(writer, updates.length)
    }
  }

  /** Takes from the queues what can be stored now. */
  async #next(): Promise<readonly Going[]> {
    const going: Going[] = []
    const held: Writer[] = []
    for (const [writer, queue] of this.#queues) this.#gather(writer, queue, going, held)
    if (held.some((writer) => this.#queues.get(writer)?.patience === null)) {
      // What they build on may have been stored through another server.
      await this.#work.catchUp()
      for (const writer of held) {
        const queue = this.#queues.get(writer)
        if (!queue || this.#gather(writer, queue, going, [])) continue
        queue.patience ??= setTimeout(() => this.#giveUp(writer), this.#work.patience)
      }
    }
    return going
  }

  /** Moves what fits from a writer's queue; false, with the writer among those held, where the next doesn't. */
  #gather(writer: Writer, queue: Queue, going: Going[], held: Writer[]): boolean {
    if (queue.updates.length === 0) return true
    const sorted = this.#sort(queue.updates)
    const refusal = sorted.isUnreadable
      ? UNREADABLE
      : sorted.fresh.length > 0
        ? this.#work.tooLarge(sorted.fresh.reduce((sum, { length }) => sum + length, 0))
        : null
    if (refusal && (sorted.count === 0 || !sorted.isUnreadable)) {
      this.#refuse(writer, refusal)
      return true
    }
    const updates = queue.updates.splice(0, sorted.count)
    if (updates.length > 0) {
      if (queue.patience) clearTimeout(queue.patience)
      queue.patience = null
      const lot =
        sorted.fresh.length > 0 ? { person: writer.person, update: mergeUpdates(sorted.fresh) } : null
      going.push({ writer, updates, lot })
    }
    if (queue.updates.length === 0 || sorted.isUnreadable) return true
    held.push(writer)
    return false
  }

  /** How many of these fit one after the other, and which of them hold anything new. */
  #sort(updates: readonly Uint8Array[]): {
    readonly count: number
    readonly fresh: readonly Uint8Array[]
    readonly isUnreadable: boolean
  } {
    const { doc } = this.#story
    const fresh: Uint8Array[] = []
    let ahead = NOTHING_AHEAD
    for (const [at, update] of updates.entries()) {
      const fitted = fitOf(doc, update, ahead)
      const { fit, rest } = fitted
      if (fit === 'unreadable') return { count: at, fresh, isUnreadable: true }
      if (fit === 'missing') {
        // They may have come in another order than they were written.
        const later = updates.slice(at)
        const isReadable = later.every((one) => fitOf(doc, one, ahead).fit !== 'unreadable')
        const whole = isReadable ? fitOf(doc, mergeUpdates(later), ahead) : null
        if (whole?.fit !== 'new') return { count: at, fresh, isUnreadable: false }
        return { count: updates.length, fresh: [...fresh, whole.rest], isUnreadable: false }
      }
      if (fit === 'new') fresh.push(rest)
      ahead = fitted.ahead
    }
    return { count: updates.length, fresh, isUnreadable: false }
  }

  #ack(writer: Writer, count: number): void {
    for (let at = 0; at < count && writer.isOpen; at += 1) writer.ack()
    const queue = this.#queues.get(writer)
    if (queue?.updates.length === 0) this.#queues.delete(writer)
  }

  #refuse(writer: Writer, refusal: LiveRefusal): void {
    this.#forget(writer)
    if (writer.isOpen) writer.refuse(refusal)
  }

  #giveUp(writer: Writer): void {
    this.#forget(writer)
    if (writer.isOpen) writer.reset()
  }

  /** What a refused writer sent after it builds on what was refused. */
  #forget(writer: Writer): void {
    const queue = this.#queues.get(writer)
    if (queue?.patience) clearTimeout(queue.patience)
    this.#queues.delete(writer)
    for (const update of queue?.updates ?? []) writer.release(update.length)
  }
}

const UNREADABLE: LiveRefusal = {
  reason: 'invalid',
  message:
    'What this page sent could not be read, so it was not stored. Nothing that was stored before is touched. Reload the page.',
  isClosed: false,
}
