import type { StoppedRule } from '../domain/checks/check-report.ts'

/** What house rules say of all stories of the desk, before they say it to everybody. */
export type StoriesTrial = {
  readonly status: 'running' | 'done' | 'stopped' | 'failed'
  /** Why it failed, for people; '' where it didn't. */
  readonly message: string
  /** Stories that were looked at, and how many there are to look at. */
  readonly done: number
  readonly total: number
  /** Stories that there are beyond those: the newest are looked at. */
  readonly left: number
  /** The first hits, newest story first; `count` is of all. */
  readonly hits: readonly TrialHit[]
  readonly count: number
  /** How many of them are of each rule, by id; rules without any are missing. */
  readonly byRule: Readonly<Record<string, number>>
  /** Rules that didn't come to an end. */
  readonly stopped: readonly StoppedRule[]
  /** Rules that can't run, each with its reason. */
  readonly skipped: readonly { readonly rule: string; readonly reason: string }[]
}

/** One place where a rule says something. */
export type TrialHit = {
  readonly story: string
  readonly headline: string
  readonly rule: string
  readonly before: string
  readonly words: string
  readonly after: string
  readonly fixes: readonly string[]
}

/** So many stories are looked at, the ones that changed last; and so many hits are listed. */
export const TRIAL_LIMITS = { stories: 1000, hits: 300 } as const

export const BLANK_TRIAL: StoriesTrial = {
  status: 'running',
  message: '',
  done: 0,
  total: 0,
  left: 0,
  hits: [],
  count: 0,
  byRule: {},
  stopped: [],
  skipped: [],
}
