import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** What editors of one run share: when each letter was typed, and how long each took to another's document. */
export type Letters = {
  readonly typed: Map<string, number>
  readonly latencies: number[]
  isMeasuring: boolean
}

/**
 * Somebody who types into the body of a story, as a browser speaks to the server but with as little work of its own as can be:
 * five hundred of them share a process, and what is to be measured is the server.
 */
export class LiveEditor {
  readonly doc = new Y.Doc()
  readonly ready: Promise<void>
  unacked = 0
  typed = 0
  readonly #socket: WebSocket
  readonly #name: string
  readonly #letters: Letters
  #synced: () => void = () => {}
  #caret: Y.RelativePosition | null = null

  constructor(address: string, cookie: string, name: string, letters: Letters) {
    this.#name = name
    this.#letters = letters
    this.ready = new Promise((resolve) => {
      this.#synced = resolve
    })
    const headers = { cookie, origin: address }
    this.#socket = new WebSocket(`${address.replace('http', 'ws')}/api/live`, { headers })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('open', () => {
      for (const document of ['desk', name]) {
        this.#send(document, 2, (encoder) => {
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarString(encoder, '')
        })
      }
      this.#send(name, 0, (encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc))
      })
    })
    this.#socket.on('message', (data: Buffer) => this.#receive(data))
    this.#socket.on('close', (code, reason) => {
      if (code !== 1005) console.error('an editor was closed', code, reason.toString())
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.unacked += 1
      this.#send(name, 0, (encoder) => {
        encoding.writeVarUint(encoder, 2)
        encoding.writeVarUint8Array(encoder, update)
      })
    })
  }

  /** Types a letter where the caret is, which stays where it was among the others' words. */
  type(): void {
    const body = this.doc.getText('body')
    const at = this.#caret ? Y.createAbsolutePositionFromRelativePosition(this.#caret, this.doc)?.index : null
    const index = at ?? 1 + Math.floor(Math.random() * (body.length - 1))
    const clock = Y.getState(this.doc.store, this.doc.clientID)
    this.#letters.typed.set(`${this.doc.clientID} ${clock}`, performance.now())
    body.insert(index, 'e')
    this.typed += 1
    this.#caret = Y.createRelativePositionFromTypeIndex(body, index + 1, -1)
  }

  close(): void {
    this.#socket.close()
  }

  #receive(data: Buffer): void {
    const decoder = decoding.createDecoder(data)
    if (decoding.readVarString(decoder) !== this.#name) return
    const type = decoding.readVarUint(decoder)
    if (type === 8) this.unacked -= 1
    if (type !== 0) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === 0) {
      this.unacked += 1
      return this.#send(this.#name, 0, (encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, bytes))
      })
    }
    this.#take(bytes)
    if (step === 1) this.#synced()
  }

  #take(update: Uint8Array): void {
    const now = performance.now()
    const note = ({ beforeState, afterState }: Y.Transaction): void => {
      for (const [client, end] of afterState) {
        for (let clock = beforeState.get(client) ?? 0; clock < end; clock += 1) this.#note(client, clock, now)
      }
    }
    this.doc.once('afterTransaction', note)
    Y.applyUpdate(this.doc, update, this)
  }

  #note(client: number, clock: number, now: number): void {
    const { typed, latencies, isMeasuring } = this.#letters
    const at = typed.get(`${client} ${clock}`)
    if (at !== undefined && isMeasuring) latencies.push(now - at)
  }

  #send(name: string, type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarString(encoder, name)
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.#socket.send(encoding.toUint8Array(encoder))
  }
}
