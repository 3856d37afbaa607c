import type { Flag, FlagRange } from './flag.ts'
import type { Ignored } from './ignored.ts'

/** One of the sentences that are hardest to read, and how many words it has. */
export type HardSentence = { readonly range: FlagRange; readonly words: number; readonly isPassive: boolean }

/** How a story reads; null where it has no sentence. */
export type Readability = {
  readonly sentences: number
  readonly paragraphs: number
  /** Words in a sentence, and sentences in a paragraph, on average. */
  readonly wordsPerSentence: number
  readonly sentencesPerParagraph: number
  /** Share of sentences in the passive, from 0 to 1. */
  readonly passive: number
  /** Flesch's reading ease; 100 is very easy, 0 very hard. Null in other languages than English. */
  readonly ease: number | null
  /** The longest ones, the longest first; at most five. */
  readonly hardest: readonly HardSentence[]
}

/** A rule that was stopped because it took too long, and the words on which it did. */
export type StoppedRule = { readonly rule: string; readonly words: string }

/** What checks spelling: harper, the light dictionary where WebAssembly is blocked, nothing yet, or nothing at all. */
export type SpellerState = 'loading' | 'harper' | 'dictionary' | 'failed' | 'off'

/**
 * A flag with what tells it from the others of its story, and stays with it while the story changes around it; and what
 * stands before and behind its words, by which it is known again when it was ignored.
 */
export type ReportedFlag = Flag & Pick<Ignored, 'before' | 'after'> & { readonly id: string }

/** What all checks say of a story as it stood when they were asked. */
export type CheckReport = {
  /** In reading order; without what was ignored. */
  readonly flags: readonly ReportedFlag[]
  /** What would be flagged, had nobody said that it may stand. */
  readonly ignored: readonly { readonly flag: ReportedFlag; readonly by: Ignored }[]
  readonly readability: Readability | null
  /** Have all lines been looked at by everything? Else more may come. */
  readonly isComplete: boolean
  readonly speller: SpellerState
  readonly stopped: readonly StoppedRule[]
  /** What of the checks can't be run here at all. */
  readonly broken: 'nothing' | 'house style' | 'everything'
}

/** Before anything was looked at. */
export const BLANK_REPORT: CheckReport = {
  flags: [],
  ignored: [],
  readability: null,
  isComplete: false,
  speller: 'loading',
  stopped: [],
  broken: 'nothing',
}
