import * as Y from 'yjs'
import type { Access } from '../../domain/access.ts'
import { allows } from '../../domain/access.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { lateMessage } from '../../rules/late-edits.ts'
import { closedStory } from '../../rules/refusals.ts'
import { nothing } from '../../rules/shape.ts'
import type { Carets, Connection, Outcome, Refusal, SaveState, Verdict } from '../backend.ts'
import { saveStateOf } from '../save-state.ts'
import { decisionAnswer } from '../wire/past-answers.ts'
import { beforeEffect } from './before-effect.ts'
import { HttpCarets } from './carets.ts'
import { hasAllFor } from './has-all.ts'
import type { HttpDesk } from './http-desk.ts'
import { storyPath } from './read-story.ts'
import { asOutcome } from './requests.ts'
import type { Follower, StoryLine } from './story-line.ts'

/** Milliseconds for which the words that a decision builds on are waited for. */
const PATIENCE = 3000

const offline = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'The newsroom’s server can’t be reached, and suggestions are decided there. Nothing is lost, and you can go on writing. Decide when the connection is back.',
})

/** Keeps an editor's document and a story on the server the same. */
export class HttpConnection implements Connection, Follower {
  readonly #desk: HttpDesk
  readonly #line: StoryLine
  readonly #doc: Y.Doc
  readonly #carets: HttpCarets
  readonly #listeners = new Set<() => void>()
  /** What others wrote while a decision is on its way; null while none is. */
  #held: Uint8Array[] | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #isDeciding = false
  #isClosed = false
  #told = ''

  /** The document has to hold all that the line has already. */
  constructor(desk: HttpDesk, line: StoryLine, doc: Y.Doc) {
    this.#desk = desk
    this.#line = line
    this.#doc = doc
    this.#carets = new HttpCarets(line.wire, line.person)
    line.follow(this)
    doc.on('update', this.#onUpdate)
    this.#carets.look()
  }

  get record(): StoryRecord {
    return this.#line.record
  }

  get access(): Access {
    return this.#line.access
  }

  get carets(): Carets {
    return this.#carets
  }

  get state(): SaveState {
    const { id, words, refused, record, epoch } = this.#line
    const isUnmade = this.#desk.creations.isWaiting(id)
    const unsaved = isUnmade || !words.isEmpty
    const late = this.#line.isLate(this.#doc.clientID) ? lateMessage(record, epoch) : null
    const { access } = this
    if (this.#desk.session.person?.id !== this.#line.person.id) {
      return { kind: 'read-only', message: access.why }
    }
    const base = saveStateOf({ unsaved, failure: null, refused, late, trouble: null, access })
    if (base.kind === 'failed' || this.#desk.isUp() || (late !== null && !unsaved)) return base
    if (unsaved && words.trouble) return { kind: 'failed', ...words.trouble }
    if (unsaved || allows(access, 'suggest')) {
      return { kind: 'offline', unsent: words.changes + (isUnmade ? 1 : 0) }
    }
    return base
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  flush(): Promise<void> {
    return this.#line.flush()
  }

  decide(
    requests: Parameters<Connection['decide']>[0],
    origin: unknown,
  ): Promise<Outcome<readonly Verdict[]>> {
    return this.#asking(async () => {
      this.#held = []
      try {
        const path = `${storyPath(this.#line.id)}/decisions`
        const body = { epoch: this.#line.epoch, requests }
        const asked = await this.#desk.requests.post(path, decisionAnswer, body)
        if (!asked.ok) return asOutcome<readonly Verdict[]>(asked)
        if (asked.value.effect) await this.#apply(asked.value.effect, origin)
        return { ok: true, value: asked.value.verdicts }
      } finally {
        const held = this.#held
        this.#held = null
        for (const update of held) this.hear(update)
      }
    })
  }

  redecide(how: 'undone' | 'redone', suggestions: readonly string[]): Promise<Outcome<null>> {
    return this.#asking(async () => {
      const path = `${storyPath(this.#line.id)}/redecisions`
      const body = { epoch: this.#line.epoch, how, suggestions }
      return asOutcome(await this.#desk.requests.post(path, nothing, body))
    })
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    await this.flush()
    this.abandon()
    await this.#line.cache()
  }

  /** Ends it; what is not sent is the line's. */
  abandon(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#doc.off('update', this.#onUpdate)
    this.#listeners.clear()
    this.#carets.end()
    this.#line.leave(this)
  }

  hear(update: Uint8Array): void {
    if (this.#isClosed) return
    if (this.#held) this.#held.push(update)
    else Y.applyUpdate(this.#doc, update, this)
  }

  changed(): void {
    const { state, access, record } = this
    const seen = JSON.stringify([state, access, record.sequence, record.status])
    if (seen === this.#told) return
    this.#told = seen
    for (const listener of this.#listeners) listener()
  }

  caretsMoved(): void {
    this.#carets.look()
  }

  whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  readonly #onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    // Whoever edits in answer to a decision does so in a transaction of their own, which is a local one.
    if (origin === this || (this.#isDeciding && !transaction.local)) return
    this.#line.hold(this.#doc.clientID, update)
  }

  /** One after the other, and only when the server has all that was written here. */
  #asking<Value>(ask: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const answer = this.#turn.then(async (): Promise<Outcome<Value>> => {
      if (this.#isClosed) return closedStory()
      await this.flush()
      const { words, refused } = this.#line
      if (!words.isEmpty) return refused === null ? offline() : notAllowed(refused)
      const outcome = await ask()
      // What it was refused for may not have been told here yet.
      if (!outcome.ok) await this.#line.look()
      return outcome
    })
    this.#turn = answer.catch(() => {})
    return answer
  }

  /** Applies a stored decision as one change of whoever decided, after what it builds on and before what came later. */
  async #apply(effect: Uint8Array, origin: unknown): Promise<void> {
    if (!hasAllFor(this.#doc, effect)) await this.#waitFor(effect)
    if (this.#isClosed) return
    this.#isDeciding = true
    Y.applyUpdate(this.#doc, effect, origin)
    this.#isDeciding = false
  }

  async #waitFor(effect: Uint8Array): Promise<void> {
    const { doc } = this.#line.wire
    if (!hasAllFor(doc, effect)) await comesToHave(doc, effect)
    // The effect itself may have come over the wire too.
    Y.applyUpdate(this.#doc, beforeEffect(this.#doc, this.#held ?? [], effect), this)
  }
}

const notAllowed = (message: string): Refusal => ({ ok: false, reason: 'not allowed', message })

/** Resolves when a document has what an update builds on, or when that has taken too long. */
function comesToHave(doc: Y.Doc, update: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      doc.off('update', look)
      resolve()
    }
    const look = (): void => {
      if (hasAllFor(doc, update)) done()
    }
    const timer = setTimeout(done, PATIENCE)
    doc.on('update', look)
  })
}
