import type { StoreApi } from 'zustand/vanilla'
import { sameJson } from '../domain/json.ts'
import { readPlacedThreads } from '../domain/threads/read-threads.ts'
import type { Thread } from '../domain/threads/thread.ts'
import { threadsOf } from '../domain/threads/thread.ts'
import type { DeskState, OpenStory } from './desk-state.ts'
import type { Later } from './follow-counts.ts'
import type { StorySession } from './story-session.ts'

/** What the store keeps of a story's comments. */
export type ThreadCopies = Pick<OpenStory, 'threads' | 'lostThreads'>

export function readThreadCopies({ doc }: StorySession): ThreadCopies {
  const { threads, orphans } = readPlacedThreads(doc)
  return { threads, lostThreads: orphans }
}

/**
 * Keeps the store's comments equal to the document: in the same tick when something was said, and when `later` says so
 * after the texts have changed, which may make orphans and another order.
 */
export function observeThreads(store: StoreApi<DeskState>, session: StorySession, later: Later): () => void {
  const threads = threadsOf(session.doc)
  let cancel: (() => void) | null = null
  const read = (): void => {
    cancel?.()
    cancel = null
    const copies = readThreadCopies(session)
    store.setState(({ stories }) => {
      const story = stories[session.id]
      if (story?.phase !== 'open' || story.session !== session) return {}
      const change = changeOf(story, copies)
      return change === null ? {} : { stories: { ...stories, [session.id]: { ...story, ...change } } }
    })
  }
  const onUpdate = (): void => {
    if (threads.size > 0) cancel ??= later(read)
  }
  threads.observeDeep(read)
  session.doc.on('update', onUpdate)
  return () => {
    cancel?.()
    threads.unobserveDeep(read)
    session.doc.off('update', onUpdate)
  }
}

/** What differs from what is there; threads that are the same stay the same objects. Null where nothing does. */
function changeOf(before: ThreadCopies, { threads, lostThreads }: ThreadCopies): ThreadCopies | null {
  const known = new Map(before.threads.map((thread) => [thread.id, thread]))
  const kept = threads.map((thread): Thread => {
    const old = known.get(thread.id)
    return old && sameJson(old, thread) ? old : thread
  })
  const sameThreads =
    kept.length === before.threads.length && kept.every((thread, index) => thread === before.threads[index])
  const sameLost = sameJson(before.lostThreads, lostThreads)
  if (sameThreads && sameLost) return null
  return {
    threads: sameThreads ? before.threads : kept,
    lostThreads: sameLost ? before.lostThreads : lostThreads,
  }
}
