import type * as Y from 'yjs'
import { readContent } from '../domain/read-content.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { Summary } from '../domain/story-record.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'
import { summarise } from '../domain/summary.ts'
import { isOpenComment, readThreads } from '../domain/threads/read-threads.ts'
import type { Thread } from '../domain/threads/thread.ts'

/** All that rules, versions and lists want to know of a story's document. */
export type Stock = {
  /** As it will be where all suggestions are accepted. */
  readonly content: StoryContent
  readonly suggestions: readonly Suggestion[]
  readonly threads: readonly Thread[]
  readonly summary: Summary
}

/** Reads what a document says and what is open in it. */
export function takeStock(doc: Y.Doc): Stock {
  const content = readContent(doc, 'will')
  const suggestions = openSuggestions(doc)
  const threads = readThreads(doc)
  const summary = summarise(content, {
    suggestions: suggestions.length,
    comments: threads.filter(isOpenComment).length,
  })
  return { content, suggestions, threads, summary }
}
