import type { SpellerState } from '../../domain/checks/check-report.ts'
import type { CheckedLine } from '../../domain/checks/checked-story.ts'
import type { LineFlag } from '../../domain/checks/flag.ts'

/** Words that are right whatever a dictionary says: the desk's, the story's, and the names in it. See `knownWords`. */
export type KnownWords = { readonly isKnown: (word: string) => boolean }

/** Looks for misspellings and, where harper is at work, for faults of grammar. */
export type Speller = {
  /** What is at work: harper; the dictionary alone, which knows no grammar; or nothing, as nothing could be loaded. */
  readonly state: () => Extract<SpellerState, 'harper' | 'dictionary' | 'failed'>
  /**
   * The flags of each line, in the order of the lines, by place within each. A line that was looked at before costs next to
   * nothing, whatever words are known now. Never rejects.
   */
  check(lines: readonly CheckedLine[], known: KnownWords): Promise<readonly (readonly LineFlag[])[]>
  /** Lets go of what was loaded. What is asked afterwards has no flags. */
  close(): void
}
