/** Upper bounds of the buckets in which durations are counted, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

/** Durations as Prometheus counts them: each bucket holds all that took no longer than its bound, in seconds. */
export type Durations = {
  readonly buckets: readonly { readonly le: number; readonly count: number }[]
  readonly sum: number
  readonly count: number
}

/** What the live layer is at and has done since the server started. */
export type LiveFigures = {
  /** Browsers that are connected, and documents that they have open between them. */
  readonly sockets: number
  readonly connections: number
  /** Documents in memory. */
  readonly documents: number
  /** Transactions that stored updates, and rows that they stored. */
  readonly batches: number
  readonly rows: number
  /** Updates of browsers that were stored, and what was refused. */
  readonly stored: number
  readonly refused: number
  /** Messages that were of nobody's concern: of closed documents, or about others. */
  readonly dropped: number
  readonly catchUps: number
  /** From the arrival of a batch's lots to their answer. */
  readonly storing: Durations
}

/** Counts what the live layer does. */
export class LiveCounts {
  batches = 0
  rows = 0
  stored = 0
  refused = 0
  dropped = 0
  catchUps = 0
  readonly #buckets = BOUNDS.map(() => 0)
  #sum = 0
  #count = 0

  tookToStore(seconds: number): void {
    this.#sum += seconds
    this.#count += 1
    const at = BOUNDS.findIndex((bound) => seconds <= bound)
    if (at >= 0) this.#buckets[at] = (this.#buckets[at] ?? 0) + 1
  }

  figures(open: Pick<LiveFigures, 'sockets' | 'connections' | 'documents'>): LiveFigures {
    const { batches, rows, stored, refused, dropped, catchUps } = this
    let below = 0
    const buckets = BOUNDS.map((le, at) => ({ le, count: (below += this.#buckets[at] ?? 0) }))
    const storing = { buckets, sum: this.#sum, count: this.#count }
    return { ...open, batches, rows, stored, refused, dropped, catchUps, storing }
  }
}
