import type { BlockKind } from '../domain/block-kind.ts'
import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import type { Span } from '../domain/story-content.ts'
import type { SourceLine } from './source-line.ts'

/** Where a piece of copy can go, in the order in which menus offer them. */
export const TARGETS = [
  'section',
  'headline',
  'dek',
  'author',
  'role',
  'organisation',
  'place',
  'date',
  'source',
  'alt',
  'caption',
  'credit',
  'slug',
  'keywords',
  'deskNote',
  'body',
  'left out',
] as const

/** 'role' belongs to the author before it. */
export type Target = (typeof TARGETS)[number]

/** How a piece stands in the body, if it goes there. A picture's piece is its alt text. */
export type PieceBlock = { readonly kind: BlockKind | 'rule'; readonly level: number }

/** Some characters of one source line, and where they go. */
export type Piece = {
  /** "12.0": the line, and the piece's place in it. Stays when the piece is moved. */
  readonly id: string
  /** Index of its line in `Recognition.lines`; `from` and `to` are characters of the line's text. */
  readonly line: number
  readonly from: number
  readonly to: number
  readonly spans: readonly Span[]
  readonly target: Target
  readonly block: PieceBlock
  /** The plain date that it says, or ''. */
  readonly date: string
  /** Which picture alt, caption and credit belong to; 0 is the lead, others stand in the body. */
  readonly photo: number
  /** Why it is left out, in a few words for people; '' for all other targets. */
  readonly reason: string
}

/**
 * What went where. Every token of every line is in exactly one piece, in the order of the source: only blanks and the
 * separators ( ) [ ] , ; : | beside a piece are in none.
 */
export type Recognition = { readonly lines: readonly SourceLine[]; readonly pieces: readonly Piece[] }

/** What recognition needs to know of the newsroom. `today` (a plain date) gives "Sept 3" its year. */
export type RecognitionSettings = Pick<NewsroomSettings, 'sections' | 'language'> & {
  readonly today?: string
}

/** A part of one line's text as a rule finds it; offsets count from the start of the text that the rule was given. */
export type Part = {
  readonly from: number
  readonly to: number
  readonly target: Target
  readonly date?: string
  readonly reason?: string
}
