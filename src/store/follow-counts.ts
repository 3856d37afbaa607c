import type * as Y from 'yjs'
import type { StoreApi } from 'zustand/vanilla'
import { sameJson } from '../domain/json.ts'
import type { DeskState, OpenStory } from './desk-state.ts'
import type { FactsReader } from './facts-reader.ts'
import { createFactsReader } from './facts-reader.ts'
import { keepSame } from './keep-same.ts'
import type { StoryFacts } from './story-facts.ts'
import type { StorySession } from './story-session.ts'

/** Calls `work` once, some time later; returns the way to take it back. */
export type Later = (work: () => void) => () => void

/**
 * Counts the story anew whenever it has changed, and lists what is suggested and what stands between it and its
 * approval, off the keystroke's way: when `later` says so, and of a long story beside the page.
 */
export function followCounts(
  store: StoreApi<DeskState>,
  session: StorySession,
  later: Later,
  createReader: (doc: Y.Doc) => FactsReader = createFactsReader,
): () => void {
  const reader = createReader(session.doc)
  let cancel: (() => void) | null = null
  let isReading = false
  /** Has it changed since it was last read from? */
  let isBehind = false
  const opened = ({ stories }: DeskState): OpenStory | null => {
    const story = stories[session.id]
    return story?.phase === 'open' && story.session === session ? story : null
  }
  const put = (facts: StoryFacts, listed: OpenStory['suggestions']): void =>
    store.setState((state) => {
      const story = opened(state)
      // What was listed meanwhile, because somebody decided, is newer, and will be read with all else.
      if (story?.suggestions !== listed) return {}
      return { stories: { ...state.stories, [session.id]: { ...story, ...keptFacts(story, facts) } } }
    })
  const count = (): void => {
    cancel = null
    const story = opened(store.getState())
    if (!story) return
    isReading = true
    const { embargo } = story.record
    reader.read({ embargo, now: new Date().toISOString() }, (facts) => {
      isReading = false
      put(facts, story.suggestions)
      if (!isBehind) return
      isBehind = false
      onUpdate()
    })
  }
  const onUpdate = (): void => {
    if (isReading) isBehind = true
    else cancel ??= later(count)
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
    reader.stop()
    stop()
    session.doc.off('update', onUpdate)
  }
}

/** What is the same stays the same, so that nothing is drawn again for it. */
function keptFacts(before: StoryFacts, now: StoryFacts): StoryFacts {
  return {
    counts: sameJson(before.counts, now.counts) ? before.counts : now.counts,
    signOff: sameJson(before.signOff, now.signOff) ? before.signOff : now.signOff,
    suggestions: keepSame(before.suggestions, now.suggestions),
  }
}
