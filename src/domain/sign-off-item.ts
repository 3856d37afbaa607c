import type { NewsroomSettings, SignOffCheck } from './newsroom-settings.ts'
import type { StoryContent } from './story-content.ts'
import type { TextName } from './story-doc.ts'
import type { StoryRecord } from './story-record.ts'
import type { FieldPath, Suggestion } from './suggestions/suggestion.ts'
import type { Thread } from './threads/thread.ts'

/**
 * Where an item of the list leads. `at` in a text: the block by its place in the content's body (0 in the other texts),
 * and the place in that block in UTF-16 units, a line break or an unknown inline thing being one.
 */
export type Jump =
  | {
      readonly to: 'text'
      readonly text: TextName
      readonly at?: { readonly block: number; readonly offset: number }
    }
  | { readonly to: 'field'; readonly field: FieldPath }
  | { readonly to: 'suggestion'; readonly id: string }
  | { readonly to: 'thread'; readonly id: string }
  | {
      readonly to: 'panel'
      readonly panel: 'headline' | 'dek' | 'byline' | 'dateline' | 'photo' | 'section' | 'more'
    }

/** One thing that stands between a story and its approval: a stop nobody passes, a warning a chief may. */
export type SignOffItem = {
  readonly check: SignOffCheck
  readonly level: 'stop' | 'warning'
  /** For people, in one or two sentences. */
  readonly message: string
  readonly jump: Jump
}

/** What the list is made of: the story as it will be if everything is accepted, and what stands beside it. */
export type SignOffInput = {
  readonly content: StoryContent
  readonly suggestions: readonly Suggestion[]
  readonly threads: readonly Thread[]
  readonly record: Pick<StoryRecord, 'embargo'>
  /** ISO instant. */
  readonly now: string
  readonly settings: NewsroomSettings
  /** What checks elsewhere found; the settings may weigh or silence it by its name, else it keeps its own level. */
  readonly more?: readonly SignOffItem[]
}

/** What one check says about one thing; how much it weighs is the settings' business. */
export type Finding = Pick<SignOffItem, 'message' | 'jump'>

/** One thing that is looked for in a story. Pure. */
export type FindIn = (input: SignOffInput) => readonly Finding[]
