import type { TextName } from '../story-doc.ts'
import type { FieldPath } from '../suggestions/suggestion.ts'

/** What a check looks for: the newsroom's style, spelling and grammar, or things in a story that don't agree. */
export type FlagKind = 'style' | 'spelling' | 'consistency'

/** One line of a story: a block of the body by its place in the content, another text (block 0), or a plain field. */
export type LinePlace =
  | { readonly to: 'text'; readonly text: TextName; readonly block: number }
  | { readonly to: 'field'; readonly field: FieldPath }

/** A stretch of a line, in UTF-16 units of what the content says there (see `CheckedLine.signs`). */
export type FlagRange = { readonly place: LinePlace; readonly from: number; readonly to: number }

/**
 * How much a flag says. 'fault': most likely wrong. 'forced': the newsroom insists. 'advice': worth a look.
 * 'right': it is as it should be, and said so because people doubt it.
 */
export type FlagWeight = 'fault' | 'forced' | 'advice' | 'right'

/** One thing that a check found. Plain data. */
export type Flag = {
  readonly kind: FlagKind
  /** Which check found it: a fixed name ('house-style', 'spelling', 'person-spelt-two-ways'). */
  readonly check: string
  /** What within that check: a house rule's id, a grammar rule's name; the check's own name where there is nothing finer. */
  readonly rule: string
  readonly range: FlagRange
  /** What stands there: the characters of the range. */
  readonly words: string
  /** What is wrong and why, for people, in one or two sentences. */
  readonly message: string
  readonly weight: FlagWeight
  /** What could stand there instead, the best first; none where only a person can know. '' takes the words out. */
  readonly fixes: readonly string[]
  /** Other places that it is about: what this one doesn't agree with. */
  readonly also: readonly FlagRange[]
}

/** A flag as a check of a single line gives it, which needs to know of no other line. */
export type LineFlag = Omit<Flag, 'range' | 'also'> & { readonly from: number; readonly to: number }
