/** How long something took each time: how often, seconds in all, and how often no longer than so many milliseconds. */
export type Durations = {
  readonly count: number
  readonly sum: number
  readonly within5Ms: number
  readonly within25Ms: number
  readonly within100Ms: number
  readonly within500Ms: number
  readonly within2500Ms: number
}

const NONE: Durations = {
  count: 0,
  sum: 0,
  within5Ms: 0,
  within25Ms: 0,
  within100Ms: 0,
  within500Ms: 0,
  within2500Ms: 0,
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
  #storing = NONE

  tookToStore(seconds: number): void {
    const { count, sum, ...within } = this.#storing
    const counted = Object.entries(within).map(([name, times]) => [
      name,
      times + (seconds * 1000 <= Number(/\d+/.exec(name)?.[0]) ? 1 : 0),
    ])
    this.#storing = {
      ...(Object.fromEntries(counted) as typeof within),
      count: count + 1,
      sum: sum + seconds,
    }
  }

  figures(open: Pick<LiveFigures, 'sockets' | 'connections' | 'documents'>): LiveFigures {
    const { batches, rows, stored, refused, dropped, catchUps } = this
    return { ...open, batches, rows, stored, refused, dropped, catchUps, storing: this.#storing }
  }
}
