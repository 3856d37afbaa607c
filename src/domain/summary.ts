import { bylineText } from './byline.ts'
import { countStory } from './count-words.ts'
import type { Span, StoryContent } from './story-content.ts'
import { spansText } from './story-content.ts'
import type { Summary } from './story-record.ts'

const line = (spans: readonly Span[]): string => spansText(spans).replace(/\s+/g, ' ').trim()

/** How much of a story is still open; it stands beside the content, so that content alone can't tell. */
export type OpenCounts = Pick<Summary, 'suggestions' | 'comments'>

/** What a row on the desk shows of a story: its content, and how many suggestions and comments are open on it. */
export function summarise(
  content: StoryContent,
  { suggestions, comments }: OpenCounts = { suggestions: 0, comments: 0 },
): Summary {
  const { words, tks } = countStory(content)
  return {
    headline: line(content.headline),
    dek: line(content.dek),
    slug: content.fields.slug.trim(),
    section: content.fields.section.trim(),
    byline: bylineText(content.authors, content.fields.organisation).replace(/^By /, ''),
    words,
    tks,
    suggestions,
    comments,
  }
}
