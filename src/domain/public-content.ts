import type { Block, Span, StoryContent } from './story-content.ts'

const spoken = (spans: readonly Span[]): readonly Span[] => spans.filter((span) => !span.marks.note)

/**
 * The story as it may leave the desk: without notes and without the desk note, which are for the desk's eyes.
 * A block that held nothing but notes goes with them; one that was empty stays.
 */
export function publicContent(content: StoryContent): StoryContent {
  const body = content.body.flatMap((block): readonly Block[] => {
    if (!('spans' in block)) return [block]
    const spans = spoken(block.spans)
    return spans.length === 0 && block.spans.length > 0 ? [] : [{ ...block, spans }]
  })
  return {
    ...content,
    headline: spoken(content.headline),
    dek: spoken(content.dek),
    body,
    photos: content.photos.map((photo) => ({ ...photo, caption: spoken(photo.caption) })),
    fields: { ...content.fields, deskNote: '' },
  }
}
