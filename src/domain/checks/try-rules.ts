import type { StoppedRule } from './check-report.ts'
import type { CheckedLine } from './checked-story.ts'
import type { LineFlag } from './flag.ts'
import type { HouseRule } from './house-rule.ts'

/** House rules that are tried on texts, somewhere off the page's thread. */
export interface RuleTrial {
  /** What the rules say of each line; a rule that doesn't come to an end is left out from then on. */
  check(lines: readonly CheckedLine[]): Promise<readonly (readonly LineFlag[])[]>
  /** Rules that were stopped so far. */
  readonly stopped: readonly StoppedRule[]
  /** Rules that can't run at all, each with its reason; known after the first check. */
  readonly skipped: readonly { readonly rule: string; readonly reason: string }[]
  /** Nothing can be tried here, or no longer. */
  readonly hasFailed: boolean
  /** Ends it. What was asked and not answered is answered with nothing. */
  close(): void
}

/** Begins to try rules. Rejects where what tries them can't be loaded. */
export type TryRules = (rules: readonly HouseRule[]) => Promise<RuleTrial>
