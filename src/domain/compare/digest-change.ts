import type { Marks } from '../story-content.ts'
import type { TextName } from '../story-doc.ts'
import type { FieldPath } from '../suggestions/suggestion.ts'
import type { BlockHead } from './comparison.ts'

/** The parts of a story in reading order, as the digest counts them. */
export const DIGEST_AREAS = ['headline', 'dek', 'byline', 'dateline', 'photos', 'body', 'fields'] as const
export type DigestArea = (typeof DIGEST_AREAS)[number]

/**
 * One thing that the desk changed. `what`:
 * words: words of a text became others. format: the same words, otherwise formatted. field: a value became another.
 * inserted, deleted, moved: a whole block; an author or photo where `place` is 'author:<id>' or 'photo:<id>'.
 * kind: a block's kind or level. split, joined: a block, at its beginning.
 */
export type DigestChange = {
  readonly what: 'words' | 'format' | 'field' | 'inserted' | 'deleted' | 'moved' | 'kind' | 'split' | 'joined'
  readonly area: DigestArea
  readonly place: { readonly text: TextName } | { readonly field: FieldPath }
  /** The words before and after; '' for none. The same where something else changed about them. */
  readonly before: string
  readonly after: string
  /** Words of the version after that stand around it, at most six on each side; '' at the edges of a block. */
  readonly context: { readonly before: string; readonly after: string }
  /** Index of the block in each version's body; null where it isn't, and outside of the body. */
  readonly block: { readonly before: number | null; readonly after: number | null }
  /** What the block was and is, where the change is of a block. */
  readonly heads: { readonly before: BlockHead | null; readonly after: BlockHead | null } | null
  /** The formats that were and are, where the change is of formats. */
  readonly formats: { readonly before: Marks; readonly after: Marks } | null
}

/** A change with the text in which it lies, of both versions, and where in it: what crediting it needs. */
export type PlacedChange = {
  readonly change: DigestChange
  readonly was: { readonly text: string; readonly from: number; readonly to: number }
  readonly is: { readonly text: string; readonly from: number; readonly to: number }
}
