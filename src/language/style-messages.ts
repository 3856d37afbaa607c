import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'

/** What the worker of the house rules is asked. */
export type StyleQuestion =
  | { readonly kind: 'rules'; readonly rules: readonly HouseRule[] }
  | {
      readonly kind: 'check'
      readonly lines: readonly CheckedLine[]
      /** Says each rule before it runs, so that it is known which one never came to an end. */
      readonly isCareful: boolean
    }

export type StyleAnswer =
  /** The rules are read; `skipped` can't run here, each with the reason. */
  | {
      readonly kind: 'ready'
      readonly skipped: readonly { readonly rule: string; readonly reason: string }[]
    }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'flags'; readonly flags: readonly (readonly LineFlag[])[] }
