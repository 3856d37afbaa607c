import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import type * as awarenessProtocol from 'y-protocols/awareness'
import { isIncomplete } from '../../rules/apply-updates.ts'
import type { LiveRefusal } from '../wire/live.ts'
import { forgetOthers } from './forget-others.ts'
import type { LiveSocket } from './live-socket.ts'
import { readRefusal } from './read-refusal.ts'

/** What became of an update: 'lost' is not known, and tried again when the wire is ready. */
export type Sent =
  | { readonly kind: 'stored' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused'; readonly refusal: LiveRefusal }

export type WireEvents = {
  /** The server's document says something new, that was not sent from here. */
  readonly heard: (update: Uint8Array) => void
  /** Everything of the server is here, and everything here is stored there. */
  readonly ready: () => void
  /** The way to the server is lost; `wasReady` says whether the document was all there until now. */
  readonly lost: (wasReady: boolean) => void
  /** The server closed the document, for this reason; it is begun anew unless `end` is called. */
  readonly refused: (refusal: LiveRefusal) => void
  /** Somebody's caret moved, came or went. */
  readonly awareness: () => void
}

/** One epoch of a story as the server has it. */
export interface Wire {
  /** The document as far as it is known; nobody but the wire writes in it. */
  readonly doc: Y.Doc
  /** Everything of the server is here, and everything here is stored there. */
  readonly isReady: boolean
  readonly isOver: boolean
  readonly awareness: awarenessProtocol.Awareness | null
  /** Says of this tab what the others see; null says nothing. */
  say(state: Record<string, unknown> | null): void
  /**
   * Has the server store an update; one at a time. `whole` gives all that this side knows, for where the update builds on
   * what the server does not have (it was set up anew from a backup).
   */
  send(update: Uint8Array, whole: () => Uint8Array | null): Promise<Sent>
  /** Lets go of the document. */
  end(): void
}

/** Origin of what is sent from here in the wire's document. */
const OWN = 'own'

/** Milliseconds in which a document should be here; longer with each time that it is not. */
const PATIENCE = 4000

/** Milliseconds: the longest pause before a document is begun anew. */
const MOST = 30_000

const INCOMPLETE: LiveRefusal = {
  reason: 'damaged',
  message: 'What you wrote builds on something that the newsroom’s server has lost.',
  isClosed: false,
}

/**
 * A wire over the live connection. One update is under way at a time, so that
 * the server's ack is always of that one. What is refused never stays in the document: it is thrown away and begun anew.
 */
export class StoryWire implements Wire {
  readonly #socket: LiveSocket
  readonly #name: string
  readonly #token: () => string
  readonly #events: WireEvents
  readonly #pause: number
  #provider: HocuspocusProvider
  #isReady = false
  #isOver = false
  #startsInVain = 0
  #waiting: ((sent: Sent) => void) | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  #watching: ReturnType<typeof setTimeout> | undefined
  #local: Record<string, unknown> | null = null

  /** `token` says who this tab takes itself to be; `pause` in milliseconds before a document is begun anew. */
  constructor(socket: LiveSocket, name: string, token: () => string, pause: number, events: WireEvents) {
    this.#socket = socket
    this.#name = name
    this.#token = token
    this.#pause = pause
    this.#events = events
    this.#provider = this.#begin()
  }

  get doc(): Y.Doc {
    return this.#provider.document
  }

  get isReady(): boolean {
    return this.#isReady
  }

  get isOver(): boolean {
    return this.#isOver
  }

  get awareness(): awarenessProtocol.Awareness | null {
    return this.#provider.awareness
  }

  say(state: Record<string, unknown> | null): void {
    this.#local = state
    this.#provider.awareness?.setLocalState(state)
  }

  send(update: Uint8Array, whole: () => Uint8Array | null): Promise<Sent> {
    if (this.#waiting) throw new Error('one update at a time')
    if (!this.#isReady) return Promise.resolve({ kind: 'lost' })
    Y.applyUpdate(this.doc, update, OWN)
    if (isIncomplete(this.doc)) {
      const all = whole()
      if (all) Y.applyUpdate(this.doc, all, OWN)
      if (isIncomplete(this.doc)) {
        this.#provider.detach()
        this.#startAgain(0)
        return Promise.resolve({ kind: 'refused', refusal: INCOMPLETE })
      }
    }
    if (this.#provider.unsyncedChanges === 0) return Promise.resolve({ kind: 'stored' })
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#again)
    clearTimeout(this.#watching)
    this.#isReady = false
    this.#provider.destroy()
    this.doc.destroy()
    this.#answer({ kind: 'lost' })
  }

  #begin(): HocuspocusProvider {
    const provider = new HocuspocusProvider({
      name: this.#name,
      document: new Y.Doc(),
      websocketProvider: this.#socket,
      token: () => this.#token(),
      onOpen: () => this.#watch(provider),
      onSynced: () => this.#look(provider),
      onUnsyncedChanges: () => this.#look(provider),
      onDisconnect: () => this.#lose(provider),
      onClose: ({ event }) => {
        forgetOthers(provider.awareness)
        this.#closed(provider, event.reason)
      },
      onAuthenticationFailed: ({ reason }) => this.#closed(provider, reason),
      onAwarenessChange: () => this.#events.awareness(),
    })
    provider.awareness?.setLocalState(this.#local)
    provider.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== OWN && provider === this.#provider) this.#events.heard(update)
    })
    provider.attach()
    return provider
  }

  #look(provider: HocuspocusProvider): void {
    // An answer that was meant for an earlier document of this name comes before the server has let this one in.
    const isThere = provider.isAuthenticated && provider.isSynced && provider.unsyncedChanges === 0
    if (provider !== this.#provider || !isThere) return
    this.#answer({ kind: 'stored' })
    if (this.#isReady) return
    this.#isReady = true
    this.#startsInVain = 0
    this.#events.ready()
  }

  #lose(provider: HocuspocusProvider): void {
    if (provider !== this.#provider || this.#isOver) return
    const wasReady = this.#isReady
    this.#isReady = false
    this.#answer({ kind: 'lost' })
    this.#events.lost(wasReady)
  }

  #closed(provider: HocuspocusProvider, reason: string): void {
    if (provider !== this.#provider || this.#isOver) return
    const refusal = readRefusal(reason)
    if (!refusal) {
      this.#lose(provider)
      // Where the whole connection was lost, the provider comes back with it.
      if (this.#socket.isOpen) this.#startAgain(this.#pause)
      return
    }
    const waiting = this.#waiting
    this.#waiting = null
    this.#startAgain(waiting && !refusal.isClosed ? 0 : this.#pause)
    if (waiting) waiting({ kind: 'refused', refusal })
    else this.#events.refused(refusal)
  }

  /** Where the server says nothing of the document for long, it is asked for anew. */
  #watch(provider: HocuspocusProvider): void {
    clearTimeout(this.#watching)
    const patience = Math.min(PATIENCE * 2 ** this.#startsInVain, MOST)
    this.#watching = setTimeout(() => {
      if (provider !== this.#provider || this.#isReady || this.#isOver || !this.#socket.isOpen) return
      // The server may yet hold it open.
      provider.detach()
      this.#startAgain(0)
    }, patience)
  }

  /** Throws the document away, with what was refused in it, and begins anew after so many milliseconds, later each time. */
  #startAgain(pause: number): void {
    this.#isReady = false
    this.#startsInVain += 1
    const old = this.#provider
    clearTimeout(this.#again)
    // The server has let go of it already: were it told to, it would close what is begun now.
    this.#socket.configuration.providerMap.delete(this.#name)
    old.destroy()
    this.#again = setTimeout(
      () => {
        if (this.#isOver) return
        this.#provider = this.#begin()
        old.document.destroy()
      },
      Math.min(pause * 2 ** (this.#startsInVain - 1), MOST),
    )
  }

  #answer(sent: Sent): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.(sent)
  }
}
