/** How long somebody waits after so many failures in a row. */
export type BackOff = {
  /** So many failures cost nothing. */
  readonly free: number
  /** Milliseconds after the first that does; doubled by each further one. */
  readonly first: number
  readonly most: number
  /** Milliseconds without a failure after which all are forgotten. */
  readonly memory: number
}

export type Failures = { readonly count: number; readonly last: Date }

/**
 * Milliseconds from `now` until the next try is looked at; 0: it is. Never more than `most`, even where a clock was moved
 * and the last failure lies ahead.
 */
export function waitAfter(failures: Failures, now: Date, backOff: BackOff): number {
  if (failures.count < backOff.free) return 0
  const wait = Math.min(backOff.most, backOff.first * 2 ** Math.min(failures.count - backOff.free, 40))
  const passed = now.getTime() - failures.last.getTime()
  return passed < 0 ? wait : Math.max(0, wait - passed)
}

/** The failures with one more, those that are long past forgotten. */
export function oneMore(failures: Failures | null, now: Date, backOff: BackOff): Failures {
  const isForgotten = failures === null || now.getTime() - failures.last.getTime() > backOff.memory
  return { count: isForgotten ? 1 : failures.count + 1, last: now }
}
