import type { StoreApi } from 'zustand/vanilla'
import { countStory, readingMinutes } from '../domain/count-words.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import { readContent } from '../domain/read-content.ts'
import type { DeskState } from './desk-state.ts'
import type { StorySession } from './story-session.ts'

/** Calls `work` once, some time later; returns the way to take it back. */
export type Later = (work: () => void) => () => void

/** Counts the story anew whenever it has changed, off the keystroke's way: when `later` says so. */
export function followCounts(store: StoreApi<DeskState>, session: StorySession, later: Later): () => void {
  let cancel: (() => void) | null = null
  const count = (): void => {
    cancel = null
    const found = countStory(readContent(session.doc))
    const counts = { ...found, minutes: readingMinutes(found.words, NEWSROOM_SETTINGS.readingSpeed) }
    store.setState(({ stories }) => {
      const story = stories[session.id]
      return story?.phase === 'open' && story.session === session
        ? { stories: { ...stories, [session.id]: { ...story, counts } } }
        : {}
    })
  }
  const onUpdate = (): void => {
    cancel ??= later(count)
  }
  session.doc.on('update', onUpdate)
  onUpdate()
  return () => {
    cancel?.()
    session.doc.off('update', onUpdate)
  }
}
