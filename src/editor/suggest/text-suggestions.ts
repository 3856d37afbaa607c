import type { Suggester } from '../../domain/suggestions/suggester.ts'

/** What an editor needs to know of suggesting, and what it tells of it. Another object only where something changed. */
export type TextSuggestions = {
  /** Writes what is edited as suggestions; null while suggesting is off. */
  readonly suggester: Suggester | null
  /** The suggestion that is looked at in a list, or null. */
  readonly active: string | null
  /** Name of a person by id, for those who point at a suggestion or hear it read. */
  readonly nameOf: (person: string) => string
  /** The caret came into a suggestion, or, for null, left the one it was in. */
  readonly onSuggestion: (suggestion: string | null) => void
}

/** A text in which nothing is suggested by whoever is at work. */
export const NO_SUGGESTING: TextSuggestions = {
  suggester: null,
  active: null,
  nameOf: () => '',
  onSuggestion: () => undefined,
}
