import type { Fields } from '../story-content.ts'
import type { TextName } from '../story-doc.ts'

/** A plain field: one of the story's, of an author ('author:<id>:name') or of a photo ('photo:<id>:alt'). */
export type FieldPath = keyof Fields | `author:${string}` | `photo:${string}`

/** What a suggestion is about, for filtering. 'picture': one in the body, or a photo of the story. */
export type SuggestionKind = 'text' | 'format' | 'block' | 'move' | 'picture' | 'field'

/** One open suggestion, as lists and decisions see it. */
export type Suggestion = {
  readonly id: string
  /** Id of the person who made it. */
  readonly by: string
  /** ISO instant, for people's eyes. */
  readonly at: string
  readonly kind: SuggestionKind
  readonly place: { readonly text: TextName } | { readonly field: FieldPath }
  /** The words that it takes away and the ones that it puts there; '' for none. */
  readonly before: string
  readonly after: string
  /** In words what else it changes: "Bold", "Heading 2", "Moved"; '' where words say it all. */
  readonly what: string
  /** Changes whenever what would be decided changes: a decision names it, so that nobody decides what they have not seen. */
  readonly mark: string
}
