import type { ServerLink } from '../backend.ts'

/** How it stands with the way to the server, told only when it changed. */
export class Link implements ServerLink {
  readonly #isUp: () => boolean
  readonly #unsent: () => number
  readonly #listeners = new Set<() => void>()
  #told = ''

  constructor(isUp: () => boolean, unsent: () => number) {
    this.#isUp = isUp
    this.#unsent = unsent
  }

  get isUp(): boolean {
    return this.#isUp()
  }

  get unsent(): number {
    return this.#unsent()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** It may be different now. */
  changed(): void {
    const now = `${this.isUp} ${this.unsent}`
    if (now === this.#told) return
    this.#told = now
    for (const listener of this.#listeners) listener()
  }
}
