/** What is slowed down. */
export interface Paced {
  pause(): void
  resume(): void
}

/**
 * Reads a socket no faster than so many messages a second, and not at all while too much of it waits for the storage. Whoever
 * sends more is slowed down and loses nothing.
 */
export class Pace {
  readonly #paced: Paced
  readonly #perSecond: number
  readonly #burst: number
  readonly #waiting: number
  readonly #now: () => number
  #tokens: number
  #at: number
  #held = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #isPaused = false

  constructor(
    paced: Paced,
    limits: { readonly perSecond: number; readonly burst: number; readonly waiting: number },
    now: () => number = () => performance.now(),
  ) {
    this.#paced = paced
    this.#perSecond = limits.perSecond
    this.#burst = limits.burst
    this.#waiting = limits.waiting
    this.#now = now
    this.#tokens = limits.burst
    this.#at = now()
  }

  /** A message came. */
  count(): void {
    this.#refill()
    this.#tokens -= 1
    this.#update()
  }

  /** So many bytes wait for the storage. */
  hold(bytes: number): void {
    this.#held += bytes
    this.#update()
  }

  release(bytes: number): void {
    this.#held -= bytes
    this.#update()
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #refill(): void {
    const now = this.#now()
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
  }

  #update(): void {
    if (this.#tokens < 0) {
      this.#timer ??= setTimeout(
        () => {
          this.#timer = null
          this.#refill()
          // A clock's rounding is no reason to wait again.
          this.#tokens = Math.max(0, this.#tokens)
          this.#update()
        },
        (-this.#tokens / this.#perSecond) * 1000,
      )
    }
    const isTooMuch = this.#timer !== null || this.#held > this.#waiting
    if (isTooMuch === this.#isPaused) return
    this.#isPaused = isTooMuch
    if (isTooMuch) this.#paced.pause()
    else this.#paced.resume()
  }
}
