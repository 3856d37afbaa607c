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
    byline: bylineText(content),
    words,
    tks,
  }
}

/** The byline as readers see it, without "By": "Jane Doe, John Roe and Ann Poe, Example News". */
export function bylineText(content: Pick<StoryContent, 'authors' | 'fields'>): string {
  const names = content.authors.map((author) => author.name.trim()).filter((name) => name !== '')
  const last = names.at(-1) ?? ''
  const people = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  return [people, content.fields.organisation.trim()].filter((part) => part !== '').join(', ')
}
