import * as Y from 'yjs'
import { CONTENT_SCHEMA } from '../../../src/domain/story-doc.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import type { StoryRecord } from '../../../src/domain/story-record.ts'
import { BLANK_SUMMARY } from '../../../src/domain/story-record.ts'
import { isIncomplete } from '../../../src/rules/apply-updates.ts'
import { toBase64 } from '../../../src/backends/wire.ts'
import type { LiveRefusal } from '../../../src/backends/wire/live.ts'
import type { Sent, Wire, WireEvents } from '../../../src/backends/http/story-wire.ts'
import { REPORTER } from '../test-desk.ts'

const NOT_NOW: LiveRefusal = { reason: 'not allowed', message: 'Not now.', isClosed: false }
const INCOMPLETE: LiveRefusal = { reason: 'damaged', message: 'It builds on what is lost.', isClosed: false }
const FAILED = { ok: false, reason: 'storage', message: 'Not now.', id: '7' }
const NOTHING = new Uint8Array([0, 0])
const CLOSED: LiveRefusal = { reason: 'not allowed', message: 'It is approved.', isClosed: true }

/** A server with one story, as a browser sees it; what happens on the way to it is said step by step. */
export class ModelServer {
  doc = new Y.Doc()
  /** It has no such story any more. */
  isGone = false
  readonly wires = new Set<ModelWire>()
  record: StoryRecord
  refusal: LiveRefusal | null = null
  /** Paths that it does not answer now. */
  silent: (path: string) => boolean = () => false

  constructor(id: string) {
    this.doc.getText('headline').insert(0, '')
    this.record = {
      id,
      deskId: 'desk',
      schema: CONTENT_SCHEMA,
      epoch: 1,
      status: 'draft',
      reporters: [REPORTER.id],
      claimant: null,
      embargo: null,
      published: null,
      hasSource: false,
      sequence: 1,
      createdAt: '2026-11-24T12:00:00.000Z',
      changedAt: '2026-11-24T12:00:00.000Z',
      summary: BLANK_SUMMARY,
    }
  }

  /** Takes nothing for now; `submit` in the words of the desk. */
  refuse(): void {
    this.refusal ??= NOT_NOW
    this.#change({ status: this.record.status === 'approved' ? 'approved' : 'submitted' })
  }

  allow(): void {
    if (this.refusal !== CLOSED) this.refusal = null
    this.#change({ status: this.record.status === 'approved' ? 'approved' : 'draft' })
  }

  close(): void {
    this.refusal = CLOSED
    this.#change({ status: 'approved' })
  }

  /** Approved, and reopened since. */
  reopen(): void {
    this.close()
    this.#change({ status: 'in review', epoch: this.record.epoch + 1 })
  }

  store(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update)
    for (const wire of this.wires) wire.hear(update)
  }

  /** The API, as far as a line asks it. */
  readonly fetch = (input: RequestInfo | URL): Promise<Response> => {
    const path = input instanceof Request ? input.url : String(input)
    if (this.silent(path)) return Promise.resolve(new Response(JSON.stringify(FAILED), { status: 500 }))
    return Promise.resolve(new Response(JSON.stringify({ ok: true, value: this.#answer(path) })))
  }

  #answer(path: string): unknown {
    if (this.isGone) return null
    if (!path.includes('/versions')) return this.record
    const by = { id: 'susan', name: 'Susan Sub', role: 'sub-editor' }
    const head = {
      number: 1,
      name: '',
      hash: 'hash',
      at: this.record.changedAt,
      by,
      why: 'approve',
      note: '',
      status: 'approved',
      epoch: 1,
      words: 0,
      suggestions: 0,
    }
    const isPinned = this.record.status === 'approved' || this.record.epoch > 1
    if (path.endsWith('/versions')) return isPinned ? [head] : []
    return { ...head, content: readContent(this.doc), state: toBase64(Y.encodeStateAsUpdate(this.doc)) }
  }

  #change(change: Partial<StoryRecord>): void {
    this.record = { ...this.record, ...change, sequence: this.record.sequence + 1 }
  }
}

/** A wire to the model server. What is sent arrives when `deliver` or `lose` says so. */
export class ModelWire implements Wire {
  readonly awareness = null
  readonly #server: ModelServer
  readonly #events: WireEvents
  #doc = new Y.Doc()
  #flight: { readonly update: Uint8Array; readonly resolve: (sent: Sent) => void } | null = null
  #isConnected = false
  isOver = false

  constructor(server: ModelServer, events: WireEvents) {
    this.#server = server
    this.#events = events
    server.wires.add(this)
  }

  get doc(): Y.Doc {
    return this.#doc
  }

  get isReady(): boolean {
    return this.#isConnected && !this.isOver
  }

  get isSending(): boolean {
    return this.#flight !== null
  }

  say(): void {}

  send(own: Uint8Array, whole: () => Uint8Array | null): Promise<Sent> {
    if (this.#flight) throw new Error('one update at a time')
    if (!this.isReady) return Promise.resolve({ kind: 'lost' })
    Y.applyUpdate(this.#doc, own, 'own')
    let update = own
    if (isIncomplete(this.#doc)) {
      update = Y.mergeUpdates([whole() ?? NOTHING, own])
      Y.applyUpdate(this.#doc, update, 'own')
      if (isIncomplete(this.#doc)) {
        this.#isConnected = false
        this.#doc = new Y.Doc()
        return Promise.resolve({ kind: 'refused', refusal: INCOMPLETE })
      }
    }
    return new Promise((resolve) => {
      this.#flight = { update, resolve }
    })
  }

  hear(update: Uint8Array): void {
    if (!this.isReady) return
    Y.applyUpdate(this.#doc, update)
    this.#events.heard(update)
  }

  /** What is under way arrives, and its answer comes back. */
  deliver(): void {
    const flight = this.#flight
    this.#flight = null
    if (!flight) return
    const { refusal } = this.#server
    if (refusal) {
      this.#isConnected = false
      this.#doc = new Y.Doc()
      flight.resolve({ kind: 'refused', refusal })
      return
    }
    this.#server.store(flight.update)
    flight.resolve({ kind: 'stored' })
  }

  /** The way breaks, before or after what is under way has arrived. */
  lose(hasArrived: boolean): void {
    const flight = this.#flight
    this.#flight = null
    if (!this.#isConnected) return
    const wasReady = this.isReady
    this.#isConnected = false
    if (flight && hasArrived && !this.#server.refusal) this.#server.store(flight.update)
    flight?.resolve({ kind: 'lost' })
    this.#events.lost(wasReady)
  }

  /** The way is there again: both sides give each other what they lack. */
  connect(): void {
    if (this.#isConnected || this.isOver) return
    const news = Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.#doc))
    Y.applyUpdate(this.#doc, news)
    this.#events.heard(news)
    const lacking = Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(this.#server.doc))
    const isNew = !Y.snapshotContainsUpdate(Y.snapshot(this.#server.doc), lacking)
    if (isNew && this.#server.refusal) {
      this.#doc = new Y.Doc()
      this.#events.refused(this.#server.refusal)
      return
    }
    if (isNew) this.#server.store(lacking)
    this.#isConnected = true
    this.#events.ready()
  }

  end(): void {
    this.isOver = true
    this.#server.wires.delete(this)
    this.#flight?.resolve({ kind: 'lost' })
    this.#flight = null
  }
}
