import type { LiveOptions, LivePart } from './live-part.ts'
import { loadAgain } from './load-again.ts'

/** The module that has the live connection in it. */
export type LiveModule = { readonly livePart: (options: LiveOptions) => LivePart }

/** Whoever needs the live connection. */
export type Waiting = {
  /** It is loaded; called once. */
  readonly there: (part: LivePart) => void
  /** It could not be loaded. It is tried again by itself. */
  readonly missing?: () => void
}

export type LateLiveOptions = LiveOptions & {
  readonly load?: () => Promise<LiveModule>
  /** Milliseconds after which it is loaded though nobody has asked for it. */
  readonly patience: number
}

/** Milliseconds: the longest pause before it is loaded again. */
const MOST = 30_000
const FACTOR = 1.5

/**
 * The live connection, whose library is loaded when the first rows are there, or when a story opens: nobody waits for it
 * to read what is on the desk. Where it can't be loaded that is tried again, and until then there is no connection.
 */
export class LateLive {
  readonly #options: LateLiveOptions
  readonly #load: () => Promise<LiveModule>
  readonly #waiting = new Set<Waiting>()
  #part: LivePart | null = null
  /** Somebody works here. */
  #isWanted = false
  #isLoading = false
  #isOver = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LateLiveOptions) {
    this.#options = options
    this.#load = loadAgain(options.load ?? (() => import('./live-part.ts')))
  }

  /** Is there a connection over which something can be said now? */
  get isOpen(): boolean {
    return this.#part?.socket.isOpen ?? false
  }

  /** Could it not be loaded when that was tried last? */
  get isMissing(): boolean {
    return this.#failures > 0
  }

  /** Calls back when it is loaded, at once where it is. Returns the way to stop it. */
  whenThere(waiting: Waiting): () => void {
    if (this.#part) waiting.there(this.#part)
    else this.#waiting.add(waiting)
    return () => this.#waiting.delete(waiting)
  }

  /** Somebody works here: connects, as soon as it is loaded. */
  connect(): void {
    this.#isWanted = true
    const { patience } = this.#options
    if (!this.#part) this.#later(patience)
    else if (!this.#part.socket.isOpen) void this.#part.socket.connect()
  }

  /** Somebody else works here: nothing that was asked in another name is answered any more. */
  renew(): void {
    this.#part?.socket.renew()
  }

  /** Nobody works here. */
  disconnect(): void {
    this.#isWanted = false
    this.#part?.socket.disconnect()
  }

  /** The rest of the page is there, so that nobody waits for anything else now. */
  mayLoad(): void {
    if (!this.isMissing) this.load()
  }

  /** It is needed now. */
  load(): void {
    if (this.#part || this.#isLoading || !this.#isWanted || this.#isOver) return
    clearTimeout(this.#timer)
    this.#isLoading = true
    this.#load().then(
      ({ livePart }) => this.#begin(livePart),
      () => this.#missed(),
    )
  }

  /** Tries again now, whatever pause was being made. */
  hurry(): void {
    if (this.#part) this.#part.socket.hurry()
    else if (this.isMissing) this.load()
  }

  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#waiting.clear()
    this.#part?.socket.destroy()
  }

  #begin(livePart: LiveModule['livePart']): void {
    this.#isLoading = false
    this.#failures = 0
    if (this.#isOver) return
    this.#part = livePart(this.#options)
    for (const { there } of this.#waiting) there(this.#part)
    this.#waiting.clear()
    if (this.#isWanted) this.connect()
  }

  #missed(): void {
    this.#isLoading = false
    if (this.#isOver) return
    const { first } = this.#options.pauses
    this.#later(Math.min(first * FACTOR ** this.#failures, MOST))
    this.#failures += 1
    for (const { missing } of this.#waiting) missing?.()
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.load(), pause)
  }
}
