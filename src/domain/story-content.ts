import type { BlockKind } from './block-kind.ts'
import type { Json } from './json.ts'

/**
 * Formats of a run of characters. `note` marks words for the desk's eyes: they never leave it.
 * `unknown` carries formats that a newer Stet wrote; they are shown and kept, not understood.
 */
export type Marks = {
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
  readonly note?: true
  readonly unknown?: { readonly [name: string]: Json }
}

/** A run of equal formats, a line break, or an inline thing that a newer Stet wrote. */
export type Span =
  | { readonly text: string; readonly marks: Marks }
  | { readonly lineBreak: true; readonly marks: Marks }
  | { readonly unknown: Json; readonly marks: Marks }

/** A paragraph, heading, quote or list item. `level` is 0 but for nested list items. */
export type TextBlock = {
  readonly kind: BlockKind
  readonly level: number
  readonly spans: readonly Span[]
}

/** One block of the body. A picture names a photo of the story; an unknown block is carried as it is. */
export type Block =
  | TextBlock
  | { readonly kind: 'picture'; readonly photo: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'unknown'; readonly raw: Json; readonly spans: readonly Span[] }

/** One person of the byline: text for readers, not an account. `role` is free ("Writer", "Photographs"). */
export type Author = { readonly id: string; readonly name: string; readonly role: string }

/** A crop as fractions (0 to 1) of the picture's width and height. */
export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A picture with its words. `hash` is the SHA-256 (hex) of the file, or '' while only the words are known. */
export type Photo = {
  readonly id: string
  readonly hash: string
  readonly alt: string
  readonly caption: readonly Span[]
  readonly credit: string
  readonly crop: Crop | null
}

/** The plain fields: last writer wins per field. Dates are plain dates ("2025-09-03"), '' is "not given". */
export type Fields = {
  readonly organisation: string
  readonly place: string
  readonly date: string
  readonly source: string
  readonly section: string
  readonly slug: string
  readonly keywords: readonly string[]
  /** BCP 47, "en-GB" for instance; the texts' `lang` and `dir` come from it. */
  readonly language: string
  readonly deskNote: string
  /** Id of the lead photo, or ''. */
  readonly lead: string
}

/** Everything that a story says, as plain immutable data: what exports, counts, checks and versions read. */
export type StoryContent = {
  readonly headline: readonly Span[]
  readonly dek: readonly Span[]
  readonly body: readonly Block[]
  /** In the order of the byline. */
  readonly authors: readonly Author[]
  readonly fields: Fields
  /** In the order in which they came to the story; the lead is `fields.lead`. */
  readonly photos: readonly Photo[]
}

/** The fields of a blank story. */
export const BLANK_FIELDS: Fields = {
  organisation: '',
  place: '',
  date: '',
  source: '',
  section: '',
  slug: '',
  keywords: [],
  language: '',
  deskNote: '',
  lead: '',
}

/** A story without a word. */
export const BLANK_CONTENT: StoryContent = {
  headline: [],
  dek: [],
  body: [],
  authors: [],
  fields: BLANK_FIELDS,
  photos: [],
}

/** Plain text as spans: one span, or none for ''. */
export function plainSpans(text: string): readonly Span[] {
  return text === '' ? [] : [{ text, marks: {} }]
}

/** What spans say as text; a line break is "\n", an unknown inline thing nothing. */
export function spansText(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) text += 'text' in span ? span.text : 'lineBreak' in span ? '\n' : ''
  return text
}
