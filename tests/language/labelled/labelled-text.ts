import type { CheckSettings } from '../../../src/domain/checks/check-settings.ts'
import type { StoryContent } from '../../../src/domain/story-content.ts'

/** A flag that a check has to give: the check's name and the words that it has to be at. */
export type Expected = { readonly check: string; readonly words: string }

/**
 * A short text with what must and must not be flagged. `npm run checks` counts precision and recall over all of them,
 * and each check's own test runs its own.
 */
export type LabelledText = {
  readonly title: string
  readonly build: () => StoryContent
  /** Where it matters that a newsroom has set something else than `CHECK_SETTINGS`. */
  readonly settings?: Partial<CheckSettings>
  readonly must: readonly Expected[]
  /** Names of checks that must not flag anything here but what `must` says; 'anything else' means all checks of the kind that is tested. */
  readonly mustNot: readonly string[] | 'anything else'
}
