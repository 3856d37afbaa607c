import * as Y from 'yjs'
import type { Backend, Connection, Outcome, Refusal } from '../backends/backend.ts'
import { readContent } from '../domain/read-content.ts'
import type { StoryContent } from '../domain/story-content.ts'
import { createStoryUndo } from '../domain/story-undo.ts'
import { followCounts, type Later } from './follow-counts.ts'
import { BLANK_COUNTS, type StoryState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import { observeStory, readCopies } from './story-observer.ts'
import type { StorySession } from './story-session.ts'

export type SessionTools = { readonly later: Later }

type Open = { readonly connection: Connection; readonly stop: () => void }

/** The open stories of a tab: documents, their connections to the backend, and what the store knows of them. */
export type Sessions = {
  open(id: string): Promise<void>
  close(id: string): Promise<void>
  closeAll(): Promise<void>
  /** Opens every open story anew: somebody else works in this tab now. */
  reopenAll(): Promise<void>
  flush(): Promise<void>
  /** Says why a story that was to be opened is not there. */
  refuse(id: string, refusal: Refusal): void
  /** The content of any story, open or not. */
  contentOf(id: string): Promise<Outcome<StoryContent>>
}

export function createSessions(store: DeskStore, backend: Backend, tools: SessionTools): Sessions {
  const open = new Map<string, Open>()
  /** Opening and closing of one story happen one after the other, in the order in which they were asked for. */
  const queues = new Map<string, Promise<void>>()
  const inTurn = (id: string, work: () => Promise<void>): Promise<void> => {
    const turn = (queues.get(id) ?? Promise.resolve()).then(work)
    queues.set(id, turn)
    return turn
  }

  const put = (id: string, story: StoryState): void => {
    store.setState(({ stories }) => ({ stories: { ...stories, [id]: story } }))
  }
  const isWanted = (id: string): boolean => store.getState().stories[id] !== undefined

  function follow(session: StorySession, connection: Connection): () => void {
    const update = (): void => {
      const story = store.getState().stories[session.id]
      if (story?.phase !== 'open' || story.session !== session) return
      put(session.id, {
        ...story,
        record: connection.record,
        access: connection.access,
        save: connection.state,
      })
    }
    const stops = [
      connection.subscribe(update),
      observeStory(store, session),
      followCounts(store, session, tools.later),
    ]
    return () => {
      for (const stop of stops) stop()
      session.undo.manager.destroy()
    }
  }

  async function openStory(id: string): Promise<void> {
    if (!isWanted(id) || open.has(id)) return
    const doc = new Y.Doc()
    const answer = await backend.open(id, doc)
    if (!answer.ok) return put(id, { phase: 'refused', refusal: answer })
    if (answer.kind === 'newer')
      return put(id, { phase: 'newer', record: answer.record, content: answer.content })
    const { connection } = answer
    if (!isWanted(id)) return connection.close()
    const session: StorySession = { id, doc, undo: createStoryUndo(doc) }
    put(id, {
      phase: 'open',
      record: connection.record,
      access: connection.access,
      save: connection.state,
      session,
      counts: BLANK_COUNTS,
      ...readCopies(session),
    })
    open.set(id, { connection, stop: follow(session, connection) })
  }

  async function release(id: string): Promise<void> {
    const entry = open.get(id)
    if (!entry) return
    open.delete(id)
    await entry.connection.close()
    entry.stop()
  }

  async function reopen(id: string): Promise<void> {
    await release(id)
    put(id, { phase: 'opening' })
    await openStory(id)
  }

  const everyOpen = async (work: (id: string) => Promise<void>): Promise<void> => {
    await Promise.all([...open.keys()].map((id) => inTurn(id, () => work(id))))
  }

  return {
    open: (id) => inTurn(id, () => openStory(id)),
    close: (id) => inTurn(id, () => release(id)),
    closeAll: () => everyOpen(release),
    reopenAll: () => everyOpen(reopen),
    async flush() {
      await Promise.all([...open.values()].map(({ connection }) => connection.flush()))
    },
    refuse(id, refusal) {
      if (isWanted(id)) put(id, { phase: 'refused', refusal })
    },
    async contentOf(id) {
      const here = store.getState().stories[id]
      if (here?.phase === 'open') return { ok: true, value: readContent(here.session.doc) }
      const doc = new Y.Doc()
      const answer = await backend.open(id, doc)
      if (!answer.ok) return answer
      if (answer.kind === 'newer') return { ok: true, value: answer.content }
      const value = readContent(doc)
      await answer.connection.close()
      return { ok: true, value }
    },
  }
}
