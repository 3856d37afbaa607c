import { EventEmitter } from 'node:events'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from './live-message.ts'

/** What a document's socket needs of the socket that carries it. */
export interface Carrier {
  readonly readyState: number
  send(data: Uint8Array, sent?: (error?: Error) => void): void
  close(code: number, reason: string): void
}

const CLOSED = 3
/** In an auth message of the server's. */
const DENIED = 1

/**
 * A socket for one document, as Hocuspocus knows sockets, within one that carries several. Hocuspocus forgets nothing that
 * it once knew of a document on a socket: that it was refused there, messages that came after it was closed, or which of
 * two connections in a row is meant. With a socket for each time that a document is opened it never has to.
 */
export class DocumentSocket extends EventEmitter {
  readonly name: string
  /** Hocuspocus sets it. */
  binaryType = 'nodebuffer'
  /** Bytes that came before the document was open: Hocuspocus keeps them. */
  early = 0
  isEstablished = false
  readonly #carrier: Carrier
  readonly #onEnd: (socket: DocumentSocket) => void
  /** Where the kind of a message stands. */
  readonly #kindAt: number
  #hasEnded = false

  constructor(name: string, carrier: Carrier, onEnd: (socket: DocumentSocket) => void) {
    super()
    this.name = name
    this.#carrier = carrier
    this.#onEnd = onEnd
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, name)
    this.#kindAt = encoding.length(encoder)
  }

  get isOpen(): boolean {
    return !this.#hasEnded
  }

  get readyState(): number {
    return this.#hasEnded ? CLOSED : this.#carrier.readyState
  }

  send(data: Uint8Array, sent?: (error?: Error) => void): void {
    if (this.#hasEnded) return
    this.#carrier.send(data, sent)
    const kind = data[this.#kindAt]
    if (kind === MESSAGE.close || (kind === MESSAGE.auth && data[this.#kindAt + 1] === DENIED)) this.end()
  }

  /** Hocuspocus asks whether the browser is there. The socket that carries this one asks itself. */
  ping(): void {
    this.emit('pong')
  }

  /** Hocuspocus could not make sense of what came. */
  close(code: number, reason: string): void {
    this.#carrier.close(code, reason)
  }

  /** Nothing goes through it any more, in either direction. */
  end(code = 1000, reason = ''): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#onEnd(this)
    this.emit('close', code, Buffer.from(reason))
  }
}
