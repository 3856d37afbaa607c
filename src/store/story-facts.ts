import type * as Y from 'yjs'
import { countStory, readingMinutes } from '../domain/count-words.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { readContent } from '../domain/read-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { OpenStory } from './desk-state.ts'
import { signOffState } from './sign-off-state.ts'

/** What a story's document comes to, and what is open in it. */
export type StoryFacts = Pick<OpenStory, 'counts' | 'signOff' | 'suggestions'>

/** What the document itself doesn't say; `now` is an ISO instant. */
export type FactsQuestion = Pick<StoryRecord, 'embargo'> & { readonly now: string }

/** Reads a whole document: a long one takes tens of milliseconds. */
export function readFacts(doc: Y.Doc, { embargo, now }: FactsQuestion): StoryFacts {
  const content = readContent(doc)
  const found = countStory(content)
  const suggestions = openSuggestions(doc)
  return {
    counts: { ...found, minutes: readingMinutes(found.words, NEWSROOM_SETTINGS.readingSpeed) },
    signOff: signOffState(doc, content, { embargo }, now, suggestions),
    suggestions,
  }
}
