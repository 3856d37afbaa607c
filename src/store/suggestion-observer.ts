import type { StoreApi } from 'zustand/vanilla'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import { followDecisions } from './decision-steps.ts'
import type { DeskState, Task } from './desk-state.ts'
import { keepSame } from './keep-same.ts'
import type { StorySession } from './story-session.ts'

/**
 * Lists what is suggested at once when something was decided here, or a decision undone, and leaves the task of
 * telling the backend of the latter. What else changes is listed with the counts (follow-counts.ts).
 */
export function observeSuggestions(store: StoreApi<DeskState>, session: StorySession): () => void {
  const list = (): void => listSuggestions(store, session)
  const add = (task: Task): void => store.setState(({ tasks }) => ({ tasks: [...tasks, task] }))
  return followDecisions(session, {
    decided: list,
    turned(how, suggestions) {
      list()
      add({ type: 'redecide', id: session.id, how, suggestions })
    },
    again: (requests) => add({ type: 'decide', id: session.id, requests, isAgain: true }),
  })
}

/** Reads what is suggested in an open story, now. */
export function listSuggestions(store: StoreApi<DeskState>, session: StorySession): void {
  store.setState(({ stories }) => {
    const story = stories[session.id]
    if (story?.phase !== 'open' || story.session !== session) return {}
    const suggestions = keepSame(story.suggestions, openSuggestions(session.doc))
    if (suggestions === story.suggestions) return {}
    const signOff = { ...story.signOff, suggestions: suggestions.length }
    return { stories: { ...stories, [session.id]: { ...story, suggestions, signOff } } }
  })
}
