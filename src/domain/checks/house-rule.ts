/**
 * One rule of a newsroom's style, as The Guardian's Typerighter keeps it (its columns and JSON are read and written by
 * language/house-style). Patterns are in Java's regular expressions, as they came; they are translated where they run.
 */
export type HouseRule = {
  readonly id: string
  readonly type: 'regex' | 'dictionary' | 'languageToolXML' | 'languageToolCore'
  /** A regular expression, a word, LanguageTool's XML, or the name of a rule of LanguageTool's own. */
  readonly pattern: string
  /** What should stand there, with $1 for groups; null where only a person can know. Equal to what stands there: it is right. */
  readonly replacement: string | null
  readonly category: string
  readonly tags: readonly string[]
  /** Why, for people; Markdown. */
  readonly description: string
  readonly notes: string
  /** Switched off: kept, not run. */
  readonly isOff: boolean
  readonly isForced: boolean
  readonly isAdvisory: boolean
  /** Also inside of quotations, where people may speak as they like; most rules leave those alone. */
  readonly inQuotations: boolean
}
