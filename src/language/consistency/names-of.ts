import type { LineFacts } from './line-facts.ts'

/** Words that are names of people, places and organisations as the story itself writes them, for spelling to leave alone. */
export function namesOf(_facts: readonly LineFacts[]): ReadonlySet<string> {
  return new Set()
}
