import * as Y from 'yjs'
import { fitOf } from './update-fit.ts'

/** Where something that a live document takes comes from: written here, read from the database, or told by another server. */
export type From = 'writers' | 'database' | 'relay'

/** What was read of a story when its document was loaded. */
export type Loaded = {
  readonly id: string
  readonly epoch: number
  /** Key of the last update that is in the document. */
  readonly last: number
  readonly rows: number
  /** Bytes of all those rows. */
  readonly bytes: number
  readonly isClosed: boolean
}

/** The document of one epoch of a story as this server holds it. It never holds what isn't stored. */
export class LiveStory {
  readonly name: string
  readonly id: string
  readonly epoch: number
  readonly doc: Y.Doc
  /** How many rows it is stored in, and their bytes, as far as this server knows. */
  rows: number
  bytes: number
  /** This epoch takes nothing any more, as far as this server knows. */
  isClosed: boolean
  #last: number
  #from: From = 'database'

  constructor(name: string, doc: Y.Doc, loaded: Loaded) {
    this.name = name
    this.doc = doc
    this.id = loaded.id
    this.epoch = loaded.epoch
    this.rows = loaded.rows
    this.bytes = loaded.bytes
    this.isClosed = loaded.isClosed
    this.#last = loaded.last
  }

  /** All that is stored up to this key is in the document. */
  get last(): number {
    return this.#last
  }

  /** Takes what is stored into the document; whoever is connected gets all of it as one message. */
  take(updates: readonly Uint8Array[], from: From): void {
    if (updates.length === 0) return
    this.#from = from
    try {
      // Without an origin Hocuspocus asks for no storing of its own.
      this.doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.doc, update, null)
      }, null)
    } finally {
      this.#from = 'database'
    }
  }

  /** Everything stored up to this key has been taken. */
  reached(key: number): void {
    this.#last = Math.max(this.#last, key)
  }

  /** Takes what another server or a decision tells, where it fits; false where something before it is missing. */
  takeTold(update: Uint8Array, from: From): boolean {
    const { fit, rest } = fitOf(this.doc, update)
    if (fit === 'new') this.take([rest], from)
    return fit !== 'missing'
  }

  /** Calls back with whatever the document takes, and where it came from. */
  onTaken(listener: (update: Uint8Array, from: From) => void): void {
    this.doc.on('update', (update: Uint8Array) => listener(update, this.#from))
  }
}
