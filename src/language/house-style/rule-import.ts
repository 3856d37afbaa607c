import type { HouseRule } from '../../domain/checks/house-rule.ts'

/** A row of a rules file that needs a look. Rows count from 1, a sheet's heading among them. */
export type RuleProblem = { readonly row: number; readonly reason: string }

/** What a rules file holds; or that it isn't one. Rows that could not be read, or not wholly, are listed. */
export type RuleImport =
  | {
      readonly ok: true
      readonly rules: readonly HouseRule[]
      readonly problems: readonly RuleProblem[]
      /** Names of columns that hold something which Stet doesn't keep. */
      readonly notKept: readonly string[]
    }
  | { readonly ok: false; readonly message: string }
