import type { DeskMessage } from '../../src/backends/hub.ts'

type Listener = (message: DeskMessage) => void

/** A way between tabs that loses, doubles and delays what is told. `drawn` says what happens to each message. */
export class BadWay extends Set<Listener> {
  readonly #wrapped = new Map<Listener, Listener>()
  readonly #late: (() => void)[] = []
  readonly #draw: () => number
  constructor(draw: () => number) {
    super()
    this.#draw = draw
  }

  override add(listener: Listener): this {
    const wrapped: Listener = (message) => {
      const fate = this.#draw() % 5
      if (fate === 0) return
      if (fate === 1) listener(message)
      if (fate === 2) this.#late.unshift(() => listener(message))
      else listener(message)
    }
    this.#wrapped.set(listener, wrapped)
    return super.add(wrapped)
  }

  override delete(listener: Listener): boolean {
    return super.delete(this.#wrapped.get(listener) ?? listener)
  }

  /** Delivers what was held back, latest first. */
  deliver(): void {
    for (const late of this.#late.splice(0)) late()
  }
}
