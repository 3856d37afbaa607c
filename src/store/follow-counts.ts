import type { StoreApi } from 'zustand/vanilla'
import { countStory, readingMinutes } from '../domain/count-words.ts'
import { sameJson } from '../domain/json.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import { readContent } from '../domain/read-content.ts'
import type { DeskState } from './desk-state.ts'
import { keepSame } from './keep-same.ts'
import { signOffState } from './sign-off-state.ts'
import type { StorySession } from './story-session.ts'

/** Calls `work` once, some time later; returns the way to take it back. */
export type Later = (work: () => void) => () => void

/**
 * Counts the story anew whenever it has changed, and lists what stands between it and its approval, off the keystroke's
 * way: when `later` says so.
 */
export function followCounts(store: StoreApi<DeskState>, session: StorySession, later: Later): () => void {
  let cancel: (() => void) | null = null
  const count = (): void => {
    cancel = null
    const content = readContent(session.doc)
    const found = countStory(content)
    const counts = { ...found, minutes: readingMinutes(found.words, NEWSROOM_SETTINGS.readingSpeed) }
    store.setState(({ stories }) => {
      const story = stories[session.id]
      if (story?.phase !== 'open' || story.session !== session) return {}
      const suggestions = keepSame(story.suggestions, openSuggestions(session.doc))
      const listed = signOffState(session.doc, content, story.record, new Date().toISOString(), suggestions)
      // What is the same stays the same, so that nothing is drawn again for it.
      const signOff = sameJson(story.signOff, listed) ? story.signOff : listed
      return { stories: { ...stories, [session.id]: { ...story, counts, signOff, suggestions } } }
    })
  }
  const onUpdate = (): void => {
    cancel ??= later(count)
  }
  const embargoOf = ({ stories: { [session.id]: story } }: DeskState): unknown =>
    story?.phase === 'open' ? story.record.embargo : null
  session.doc.on('update', onUpdate)
  const stop = store.subscribe((state, before) => {
    if (embargoOf(state) !== embargoOf(before)) onUpdate()
  })
  onUpdate()
  return () => {
    cancel?.()
    stop()
    session.doc.off('update', onUpdate)
  }
}
