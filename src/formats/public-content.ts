import type { Block, Span, StoryContent } from '../domain/story-content.ts'
import { spansText } from '../domain/story-content.ts'
import { cleanSpans } from './spans.ts'

/** A block that leaves the desk; a picture brings its photo's words. */
export type PublicBlock = Exclude<Block, { kind: 'unknown' }>

/**
 * A story as it may leave the desk: without words that are marked as notes, without empty blocks and without the desk
 * note. An unknown block leaves as a paragraph of its words; unknown inline things and marks don't leave.
 */
export function publicContent(content: StoryContent): StoryContent & { readonly body: readonly PublicBlock[] } {
  const photos = content.photos.map((photo) => ({ ...photo, caption: publicSpans(photo.caption) }))
  return {
    ...content,
    headline: publicSpans(content.headline),
    dek: publicSpans(content.dek),
    body: content.body.flatMap((block): readonly PublicBlock[] => {
      if (block.kind === 'rule') return [block]
      if (block.kind === 'picture') return photos.some(({ id }) => id === block.photo) ? [block] : []
      const spans = publicSpans(block.spans)
      if (spansText(spans).trim() === '') return []
      return [block.kind === 'unknown' ? { kind: 'paragraph', level: 0, spans } : { ...block, spans }]
    }),
    photos,
    fields: { ...content.fields, deskNote: '' },
  }
}

function publicSpans(spans: readonly Span[]): readonly Span[] {
  return cleanSpans(
    spans.flatMap((span): readonly Span[] => {
      if (span.marks.note === true || 'unknown' in span) return []
      const { unknown: _unknown, ...marks } = span.marks
      return [{ ...span, marks }]
    }),
  )
}
