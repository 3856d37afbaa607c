import type { SpellerState } from '../domain/checks/check-report.ts'
import type { Dialect } from '../domain/checks/check-settings.ts'
import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'

/** What the worker of the speller is asked; each question has one answer, in their order. */
export type SpellingQuestion =
  | { readonly kind: 'open'; readonly dialect: Dialect; readonly words: readonly string[] }
  | { readonly kind: 'check'; readonly lines: readonly CheckedLine[] }

export type SpellingAnswer =
  | { readonly kind: 'opened'; readonly state: SpellerState }
  /** And how the speller is by now: harper may have broken down meanwhile. */
  | {
      readonly kind: 'flags'
      readonly flags: readonly (readonly LineFlag[])[]
      readonly state: SpellerState
    }
