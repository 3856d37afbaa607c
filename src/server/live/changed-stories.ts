/** Milliseconds in which further changes gather after one was told. */
const GATHERED = 250

/**
 * Tells which stories changed: the first at once, what follows on it together a moment later. A hundred stories in work
 * change some twenty times a second, and each time everybody on the desk would be told.
 */
export class ChangedStories {
  readonly #tell: (ids: readonly string[]) => void
  readonly #ids = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(tell: (ids: readonly string[]) => void) {
    this.#tell = tell
  }

  add(ids: readonly string[]): void {
    for (const id of ids) this.#ids.add(id)
    if (this.#timer === null) this.#say()
  }

  /** Tells nothing any more. */
  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#ids.clear()
  }

  #say(): void {
    this.#timer = null
    if (this.#ids.size === 0) return
    const ids = [...this.#ids]
    this.#ids.clear()
    this.#timer = setTimeout(() => this.#say(), GATHERED)
    this.#tell(ids)
  }
}
