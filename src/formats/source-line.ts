import type { BlockKind } from '../domain/block-kind.ts'
import { spansText, type Span } from '../domain/story-content.ts'
import { cleanSpans } from './spans.ts'

/** A block kind of a story, or one that only sources have. A picture's spans are its alt text. */
export type LineKind = BlockKind | 'heading1' | 'picture' | 'rule'

/** What the markup itself says about a line; '' where it says nothing. */
export type Says = '' | 'page title' | 'furniture' | 'section' | 'dek' | 'caption' | 'credit'

/**
 * One paragraph, heading, list item, picture or table row of the source, cleaned: the common form of plain text, HTML
 * and Markdown. Never without text, but for pictures and rules.
 */
export type SourceLine = {
  readonly kind: LineKind
  /** Of list items, 0 is the outermost. */
  readonly level: number
  readonly spans: readonly Span[]
  readonly says: Says
  /** Where markup separates an article's head from its body, which of the two this line stands in. */
  readonly zone: '' | 'header' | 'body'
  /** How many characters at the start are a list mark ("• "), which the kind already says. */
  readonly mark: number
}

export const BLANK_LINE: SourceLine = { kind: 'paragraph', level: 0, spans: [], says: '', zone: '', mark: 0 }

/** What a line says as text. */
export function lineText(line: SourceLine): string {
  return spansText(line.spans)
}

/** The line with clean spans, or null when nothing is left of it. */
export function cleanLine(line: SourceLine): SourceLine | null {
  const spans = cleanSpans(line.spans)
  if (spansText(spans).trim() === '' && line.kind !== 'rule' && line.kind !== 'picture') return null
  return { ...line, spans }
}
