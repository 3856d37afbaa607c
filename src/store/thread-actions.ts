import type { StoreApi } from 'zustand/vanilla'
import { allows } from '../domain/access.ts'
import type { Message, ThreadAnchor } from '../domain/threads/thread.ts'
import { addMessage, reopenThread, resolveThread, startThread } from '../domain/threads/write-threads.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { Ids } from './desk-store.ts'
import type { StorySession } from './story-session.ts'

/** What somebody says: its words, and the ids of the people whom they name. */
export type Said = Pick<Message, 'text' | 'mentions'>

/**
 * Comments on an open story. They stand in its document, outside of undo; whom they concern is told once they are stored. Where the story
 * may not be commented on, or nothing is said, they do nothing.
 */
export type ThreadActions = {
  /** Opens a thread; answers with its id, or null. `quote` is how the words read that it is about. */
  startThread(id: string, anchor: ThreadAnchor, quote: string, said: Said): string | null
  /** Answers in a thread. */
  addMessage(id: string, thread: string, said: Said): void
  resolveThread(id: string, thread: string): void
  reopenThread(id: string, thread: string): void
}

export function threadActions(
  store: StoreApi<DeskState>,
  ids: Ids,
  add: (...tasks: readonly Task[]) => void,
  now: () => string = () => new Date().toISOString(),
): ThreadActions {
  const open = (id: string): { readonly session: StorySession; readonly by: string } | null => {
    const { me, stories } = store.getState()
    const story = stories[id]
    return me && story?.phase === 'open' && allows(story.access, 'comment')
      ? { session: story.session, by: me.id }
      : null
  }
  const tell = (id: string, thread: string, message: string, { text, mentions }: Said): void => {
    const action = { type: 'comment', thread, message, mentions, text } as const
    add({ type: 'act', id, action, done: '' })
  }
  const isBlank = ({ text }: Said): boolean => text.trim() === ''

  return {
    startThread(id, anchor, quote, said) {
      const story = isBlank(said) ? null : open(id)
      if (!story) return null
      const [thread, message] = [ids.random(), ids.random()]
      const { session, by } = story
      startThread(
        session.doc,
        { id: thread, by, at: now(), anchor, quote, message: { id: message, ...said } },
        ORIGIN,
      )
      tell(id, thread, message, said)
      return thread
    },
    addMessage(id, thread, said) {
      const story = isBlank(said) ? null : open(id)
      if (!story) return
      const message: Message = { id: ids.random(), by: story.by, at: now(), ...said }
      if (addMessage(story.session.doc, thread, message, ORIGIN)) tell(id, thread, message.id, said)
    },
    resolveThread(id, thread) {
      const story = open(id)
      if (story) resolveThread(story.session.doc, thread, { by: story.by, at: now() }, ORIGIN)
    },
    reopenThread(id, thread) {
      const story = open(id)
      if (story) reopenThread(story.session.doc, thread, ORIGIN)
    },
  }
}

/** Not the origin of undo: nobody takes back what they said with Ctrl+Z. */
const ORIGIN = { name: 'comment' }
