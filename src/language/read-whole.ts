import type { Readability } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { CheckedStory } from '../domain/checks/checked-story.ts'
import type { Flag } from '../domain/checks/flag.ts'
import { checkStory } from './consistency/check-story.ts'
import { namesOf } from './consistency/names-of.ts'
import type { KnownLine } from './line-cache.ts'
import { readability } from './readability.ts'
import { knownWords } from './spelling/known-words.ts'
import type { KnownWords } from './spelling/speller.ts'

/** What only all lines together say; the same until a line changes. */
export type WholeStory = {
  readonly flags: readonly Flag[]
  /** Names that the story itself uses, which are no misspellings. */
  readonly names: KnownWords
  readonly readability: Readability | null
}

/** Looks at a story as a whole; `known` is what is known of its lines, in their order. */
export function readWhole(
  story: CheckedStory,
  known: readonly KnownLine[],
  settings: CheckSettings,
): WholeStory {
  const facts = known.map((line) => line.facts)
  return {
    flags: checkStory(story, facts, settings),
    names: knownWords(namesOf(facts)),
    readability: readability(
      story,
      known.map(({ reading }) => reading),
    ),
  }
}
