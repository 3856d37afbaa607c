import type { BlockKind } from '../block-kind.ts'
import type { Json } from '../json.ts'
import type { Author, Marks, Photo } from '../story-content.ts'
import type { FieldPath } from '../suggestions/suggestion.ts'

/**
 * A stretch of one text that fared alike. 'formatted': the same characters, other formats. Characters that stand in a
 * row and changed together are whole words: first the deleted ones, then the inserted ones.
 */
export type Part = {
  readonly kind: 'same' | 'deleted' | 'inserted' | 'formatted'
  /** A line break is "\n"; '' only for an inline thing that this Stet doesn't know. */
  readonly text: string
  /** The formats: of a deleted part as they were before, else as they are after. */
  readonly marks: Marks
  /** Of a formatted part: the formats before. */
  readonly was?: Marks
  readonly unknown?: Json
}

/** A text of one line, before and after. Same + deleted + formatted is what was, same + inserted + formatted what is. */
export type TextChange = {
  readonly parts: readonly Part[]
  /** Places where it changed, as one goes through them; 0 for none. */
  readonly changed: number
}

/** What a block is, without its words. */
export type BlockHead =
  | { readonly kind: BlockKind; readonly level: number }
  | { readonly kind: 'picture'; readonly photo: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'unknown'; readonly raw: Json }

/** The beginning of a block in one of both versions, and which block of that version's body it is. */
export type BlockStart = { readonly head: BlockHead; readonly index: number }

/**
 * One row of the body, in the order in which both versions can be read along it. A block of a version goes from the row
 * where it begins (`before`, `after`) to the next row where one begins in that version:
 *
 * - same, changed: a block of both versions; changed where words, formats, kind or level differ (a space that only made
 *   room for a border, or took its place, is a part of its own, but no change).
 * - inserted, deleted: a whole block of one version.
 * - split: a block of `after` begins here, amid a block of before. joined: the other way round.
 *
 * A moved block is there twice: `move.place` 'old' stands where it was, says how it was (no inserted parts) and belongs
 * to the version before alone; 'new' stands where it is, with its edits, and is of the version after alone. Blocks that
 * moved together have one number.
 */
export type BlockChange = {
  readonly kind: 'same' | 'changed' | 'inserted' | 'deleted' | 'split' | 'joined'
  readonly before: BlockStart | null
  readonly after: BlockStart | null
  readonly move: { readonly number: number; readonly place: 'old' | 'new' } | null
  readonly parts: readonly Part[]
  /** Places to go through in this row; a block that is inserted, deleted, split, joined or moved is one more or one. */
  readonly changed: number
}

/** A plain field that differs. `parts` has the difference word by word, and is empty where there are no words (crop, lead, hash). */
export type FieldChange = {
  readonly path: FieldPath
  readonly before: Json
  readonly after: Json
  readonly parts: readonly Part[]
}

/** An item of a list in the order of `after`; removed ones stand after the neighbour that they had. */
export type AuthorChange = {
  readonly kind: 'same' | 'changed' | 'inserted' | 'deleted'
  readonly before: Author | null
  readonly after: Author | null
  /** Does it stand in another place among those that stayed? */
  readonly moved: boolean
  readonly fields: readonly FieldChange[]
}

/** A photo of the story, like an author; with its caption. */
export type PhotoChange = {
  readonly kind: 'same' | 'changed' | 'inserted' | 'deleted'
  readonly before: Photo | null
  readonly after: Photo | null
  readonly caption: TextChange
  readonly fields: readonly FieldChange[]
}

/** All that differs between two versions of a story, and all that doesn't: plain data, for an inline and a side-by-side view. */
export type Comparison = {
  readonly headline: TextChange
  readonly dek: TextChange
  readonly body: readonly BlockChange[]
  readonly authors: readonly AuthorChange[]
  readonly photos: readonly PhotoChange[]
  /** Plain fields that differ. */
  readonly fields: readonly FieldChange[]
  /** Places to go through in all; 0 exactly if nothing differs that a reader or the desk could see. */
  readonly changed: number
}
