import type { CheckSettings } from '../../../src/domain/checks/check-settings.ts'
import type { LabelledText } from './labelled-text.ts'
import { storyOf } from './story-of.ts'

type Words = Parameters<typeof storyOf>[0]

/** Texts for one check: those at whose words it must flag, and those that nothing may be flagged in. */
export function labelledFor(check: string) {
  return {
    /** The check must flag these words, and nothing else may be flagged by it. */
    flags: (
      title: string,
      words: readonly string[],
      story: Words,
      settings?: Partial<CheckSettings>,
    ): LabelledText => ({
      title,
      build: () => storyOf(story),
      ...(settings ? { settings } : {}),
      must: words.map((each) => ({ check, words: each })),
      mustNot: [check],
    }),
    /** The check must flag nothing here. */
    leaves: (title: string, story: Words, settings?: Partial<CheckSettings>): LabelledText => ({
      title,
      build: () => storyOf(story),
      ...(settings ? { settings } : {}),
      must: [],
      mustNot: [check],
    }),
  }
}

/** A paragraph in which nobody is named, for bodies that have to be long enough. */
export const FILLER =
  'The plan was set out on Monday after a week of talks. It would give towns along the coast more money for sea walls, and farmers a voice in where the water may go when the rivers rise in spring.'
