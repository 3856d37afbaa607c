import type * as Y from 'yjs'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { signOffItems } from '../domain/sign-off.ts'
import type { SignOffItem } from '../domain/sign-off-item.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'
import { isOpenComment, readThreads } from '../domain/threads/read-threads.ts'

/** What still stands between an open story and its approval, and how much is open on it. */
export type SignOffState = {
  readonly items: readonly SignOffItem[]
  readonly suggestions: number
  readonly comments: number
}

export const BLANK_SIGN_OFF: SignOffState = { items: [], suggestions: 0, comments: 0 }

/** The sign-off list of a document, whose content was just read from it; `now` is an ISO instant; what is suggested is read, where it isn't known. */
export function signOffState(
  doc: Y.Doc,
  content: StoryContent,
  record: Pick<StoryRecord, 'embargo'>,
  now: string,
  suggestions: readonly Suggestion[] = openSuggestions(doc),
): SignOffState {
  const threads = readThreads(doc)
  return {
    items: signOffItems({ content, suggestions, threads, record, now, settings: NEWSROOM_SETTINGS }),
    suggestions: suggestions.length,
    comments: threads.filter(isOpenComment).length,
  }
}
