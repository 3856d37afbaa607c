import { bylineText } from './byline.ts'
import { countStory } from './count-words.ts'
import type { Span, StoryContent } from './story-content.ts'
import { spansText } from './story-content.ts'
import type { Summary } from './story-record.ts'

const line = (spans: readonly Span[]): string => spansText(spans).replace(/\s+/g, ' ').trim()

/** What a row on the desk shows of a story. */
export function summarise(content: StoryContent): Summary {
  const { words, tks } = countStory(content)
  return {
    headline: line(content.headline),
    dek: line(content.dek),
    slug: content.fields.slug.trim(),
    section: content.fields.section.trim(),
    byline: bylineText(content.authors, content.fields.organisation).replace(/^By /, ''),
    words,
    tks,
  }
}
