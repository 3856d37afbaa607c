import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { DESK_DOCUMENT, storyOfDocument } from '../../backends/wire/live.ts'
import type { Person } from '../../domain/person.ts'
import { DocumentSocket } from './document-socket.ts'
import type { Opened } from './live-door.ts'
import type { LiveCounts } from './live-figures.ts'
import type { LiveLimits } from './live-limits.ts'
import { MESSAGE, readEnvelope } from './live-message.ts'
import { deskMessage, denial, denialOf } from './live-answers.ts'
import { asLive } from './live-refusals.ts'
import { notFound } from '../../rules/refusals.ts'
import { Pace } from './pace.ts'

/** Close codes of a browser's socket. */
export const CLOSE_CODES = {
  /** The session ended: sign in again. */
  signedOut: 4401,
  /** What was sent makes no sense. */
  notUnderstood: 4400,
  /** What was sent builds on something that never came: connect again and compare. */
  outOfStep: 4205,
  /** The server stops: connect again. */
  stopping: 1012,
} as const

const OPEN = 1

/** One browser's socket, with the session that opened it and the documents that go through it. */
export class LiveSocket {
  readonly session: string
  /** The headers that it was opened with: its session is looked up by them again. */
  readonly headers: Headers
  readonly pace: Pace
  /** As the desk knows them now. */
  person: Person
  /** Answered the last time it was asked whether it is there. */
  isThere = true
  readonly #ws: WebSocket
  readonly #limits: LiveLimits
  readonly #counts: LiveCounts
  readonly #begin: (document: DocumentSocket, socket: LiveSocket) => void
  readonly #documents = new Map<string, DocumentSocket>()
  readonly #stream: Duplex
  readonly #onOddName: () => void
  #isGathering = false

  constructor(
    ws: WebSocket,
    opened: Opened,
    limits: LiveLimits,
    counts: LiveCounts,
    begin: (document: DocumentSocket, socket: LiveSocket) => void,
    onOddName: () => void,
  ) {
    this.#onOddName = onOddName
    this.#ws = ws
    this.#stream = opened.stream
    this.headers = opened.headers
    this.session = opened.signedIn.session
    this.person = opened.signedIn.person
    this.#limits = limits
    this.#counts = counts
    this.#begin = begin
    this.pace = new Pace(ws, { ...limits.messages, waiting: limits.waiting })
    ws.binaryType = 'nodebuffer'
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary))
    ws.on('pong', () => (this.isThere = true))
    // Whatever is wrong with the connection, it is closed after this.
    ws.on('error', () => {})
    ws.on('close', (code, reason) => {
      this.pace.end()
      for (const document of this.#documents.values()) document.end(code, reason.toString())
    })
  }

  /** Documents that are open or being opened. */
  get documents(): number {
    return this.#documents.size
  }

  has(name: string): boolean {
    return this.#documents.has(name)
  }

  /** Lets the browser go where it didn't answer since the last time; else asks whether it is there. */
  ask(): void {
    if (!this.isThere) return this.#ws.terminate()
    this.isThere = false
    this.#ws.ping()
  }

  /** Sends a message of the desk's document, where this browser listens to it. */
  tell(message: Uint8Array): void {
    if (this.#documents.get(DESK_DOCUMENT)?.isEstablished) this.#send(message)
  }

  /** The session ended. */
  end(): void {
    this.tell(deskMessage({ kind: 'session ended' }))
    this.close(CLOSE_CODES.signedOut, 'session ended')
  }

  /** Ends everything at once: a browser that doesn't answer would be waited for. */
  close(code: number, reason: string): void {
    this.#ws.close(code, reason)
    for (const document of this.#documents.values()) document.end(code, reason)
  }

  terminate(): void {
    this.#ws.terminate()
  }

  #send(data: Uint8Array, sent?: (error?: Error) => void): void {
    if (this.#ws.readyState !== OPEN) return
    if (this.#ws.bufferedAmount > this.#limits.unread) return this.#ws.terminate()
    if (!this.#isGathering) {
      // An update and its acknowledgement, and whatever else is said in this turn, leave as one.
      this.#isGathering = true
      this.#stream.cork()
      setImmediate(() => {
        this.#isGathering = false
        this.#stream.uncork()
      })
    }
    this.#ws.send(data, sent)
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#ws.readyState !== OPEN) return
    this.pace.count()
    const envelope = isBinary ? readEnvelope(data) : null
    if (!envelope) return this.close(CLOSE_CODES.notUnderstood, 'not understood')
    const { name, type } = envelope
    const document = this.#documents.get(name) ?? (type === MESSAGE.auth ? this.#open(name) : null)
    if (!document) {
      // Sent before the browser knew that the document was closed, or refused.
      this.#counts.dropped += 1
      return
    }
    // Nobody waits for an answer, and one would reach whoever opens the document next.
    if (type === MESSAGE.close) return document.end()
    if (!document.isEstablished) {
      document.early += data.length
      if (document.early > this.#limits.waiting) {
        return this.close(CLOSE_CODES.outOfStep, 'too much before the document was open')
      }
    }
    document.emit('message', data)
  }

  #open(name: string): DocumentSocket | null {
    // Hocuspocus keeps names as keys of plain objects: 'constructor' and the like never get there.
    if (name !== DESK_DOCUMENT && !storyOfDocument(name)) {
      this.#onOddName()
      this.#send(denialOf(name, asLive(notFound())))
      return null
    }
    if (this.#documents.size >= this.#limits.documents) {
      this.#send(denial(name))
      return null
    }
    const ws = this.#ws
    const carrier = {
      get readyState() {
        return ws.readyState
      },
      send: (data: Uint8Array, sent?: (error?: Error) => void) => this.#send(data, sent),
      close: (code: number, reason: string) => this.close(code, reason),
    }
    const document = new DocumentSocket(name, carrier, (ended) => {
      if (this.#documents.get(name) === ended) this.#documents.delete(name)
    })
    this.#documents.set(name, document)
    this.#begin(document, this)
    return document
  }
}
