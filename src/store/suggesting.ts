import type { Verdict } from '../backends/backend.ts'
import { allows, type Access } from '../domain/access.ts'
import type { Json } from '../domain/json.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'

/** How a story is shown: as if nothing had been suggested, as it stands, or as it will be when all is accepted. */
export type StoryView = 'was' | 'changes' | 'will'

/** What the store knows of an open story's suggestions. */
export type SuggestionState = {
  /** What the person at work changes is suggested, not written. */
  readonly suggesting: boolean
  readonly view: StoryView
  /** In reading order; derived as late as the counts are, and at once where something was decided here. */
  readonly suggestions: readonly Suggestion[]
  /** Ids of those whose decision is under way. */
  readonly deciding: readonly string[]
}

/** A change of a plain field, of an author or of a photo that somebody suggested. */
export type Proposal = {
  readonly suggestion: string
  /** Id of the person who made it. */
  readonly by: string
  /** ISO instant, for people's eyes. */
  readonly at: string
} & (
  | { readonly does: 'set'; readonly to: Json }
  /** An author or a photo as a whole, under the path 'author:<id>:' or 'photo:<id>:'. */
  | { readonly does: 'insert' | 'delete' }
)

/** By path ('slug', 'author:<id>:name', 'photo:<id>:alt'), the last made last. */
export type Proposals = Readonly<Record<string, readonly Proposal[]>>

/** What was chosen about suggesting, by person and story, where there is a choice. */
export type SuggestingWishes = Readonly<Record<string, boolean>>

/** The key of a choice. */
export const wishKey = (story: string, person: string): string => `${story} ${person}`

/** Whether changes are suggested: always where nothing else is allowed, as was wished where there is a choice. */
export function isSuggesting(access: Access, wish: boolean | undefined): boolean {
  return access.right === 'edit' ? (wish ?? false) : allows(access, 'suggest')
}

/** A suggestion that was decided: how it stands now. */
export type DecidedSuggestion = Verdict & { readonly verdict: 'accepted' | 'rejected' }

/**
 * What of a story's suggestions was decided and still is, the last decision first. Whoever types on in what was decided
 * has the rest decided too: one suggestion may stand here more than once.
 */
export function decidedOf(verdicts: readonly Verdict[]): readonly DecidedSuggestion[] {
  const standing: DecidedSuggestion[] = []
  for (const verdict of verdicts) {
    if (isDecided(verdict)) standing.push(verdict)
    else {
      const undone = standing.findLastIndex(({ suggestion }) => suggestion === verdict.suggestion)
      if (undone >= 0) standing.splice(undone, 1)
    }
  }
  return standing.sort((a, b) => b.sequence - a.sequence)
}

const isDecided = (verdict: Verdict): verdict is DecidedSuggestion => verdict.verdict !== 'reopened'
