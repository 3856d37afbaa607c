import * as Y from 'yjs'
import type { Backend, Connection, Outcome, Refusal } from '../backends/backend.ts'
import { forgetAccepted } from './forget-accepted.ts'
import { readContent } from '../domain/read-content.ts'
import type { StoryContent } from '../domain/story-content.ts'
import { createStoryUndo, type StoryUndo } from '../domain/story-undo.ts'
import { Suggester } from '../domain/suggestions/suggester.ts'
import { allows, type Access } from '../domain/access.ts'
import { BLANK_REPORT } from '../domain/checks/check-report.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'
import type { TryRules } from '../domain/checks/try-rules.ts'
import type { FieldPen } from './field-writes.ts'
import { followChecks } from './follow-checks.ts'
import { followCounts, type Later } from './follow-counts.ts'
import { BLANK_COUNTS, type StoryState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import { observeStory, readCopies } from './story-observer.ts'
import { BLANK_SIGN_OFF } from './sign-off-state.ts'
import type { StorySession } from './story-session.ts'
import { isSuggesting, wishKey } from './suggesting.ts'
import { observeSuggestions } from './suggestion-observer.ts'
import { observeThreads, readThreadCopies } from './thread-observer.ts'

export type SessionTools = {
  readonly later: Later
  /** What checks stories; without it nobody does. */
  readonly checks?: RunChecks
  /** What tries house rules; without it nobody does. */
  readonly tryRules?: TryRules
}

type Open = {
  readonly session: StorySession
  readonly connection: Connection
  readonly stop: () => void
}

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
  /** Opens a story that was refused, where somebody still waits for it. */
  retry(id: string): Promise<void>
  /** The content of any story, open or not. */
  contentOf(id: string): Promise<Outcome<StoryContent>>
  /** The connection of a story that is open here, or null. */
  connected(id: string): Pick<Open, 'session' | 'connection'> | null
  /** Changes any story that the person at work may edit or suggest in, open or not; answers with what `work` does. */
  change<Answer>(id: string, work: (story: ChangedStory) => Answer): Promise<Outcome<Answer>>
}

/** `undo` is there while the story is open; a suggester where changes are to be suggested. */
export type ChangedStory = FieldPen & { readonly undo: StoryUndo | null }

export function createSessions(
  store: DeskStore,
  backend: Backend,
  tools: SessionTools & { readonly newId: () => string },
): Sessions {
  const open = new Map<string, Open>()
  /** Opening and closing of one story happen one after the other, in the order in which they were asked for. */
  const queues = new Map<string, Promise<void>>()
  const inTurn = <Answer>(id: string, work: () => Promise<Answer>): Promise<Answer> => {
    const turn = (queues.get(id) ?? Promise.resolve()).then(work)
    // A bug in one of them is told by its own promise; it must not keep the next ones from their turn.
    const ended = turn.then(
      () => {},
      () => {},
    )
    queues.set(id, ended)
    return turn
  }

  const put = (id: string, story: StoryState): void => {
    store.setState(({ stories }) => ({ stories: { ...stories, [id]: story } }))
  }
  const suggesterOf = (doc: Y.Doc): Suggester =>
    new Suggester(doc, {
      // Who works here may not be known yet when a story is opened; another person gets another session.
      get by() {
        return store.getState().me?.id ?? ''
      },
      now: () => new Date().toISOString(),
      // It is written with each deletion: twelve characters by chance are enough within one story.
      newId: () => tools.newId().replaceAll('-', '').slice(-12),
    })
  const stateOf = (id: string): StoryState | undefined => store.getState().stories[id]

  const suggesting = (id: string, access: Access): boolean => {
    const { me, suggestingWishes } = store.getState()
    return isSuggesting(access, suggestingWishes[wishKey(id, me?.id ?? '')])
  }

  function follow(session: StorySession, connection: Connection): () => void {
    const { epoch } = connection.record
    let isRenewed = false
    let hasEdited = connection.access.right === 'edit'
    const update = (): void => {
      const story = store.getState().stories[session.id]
      if (story?.phase !== 'open' || story.session !== session) return
      // Reopened or restored: the story goes on in another document, and this one is never written again.
      if (connection.record.epoch !== epoch && !isRenewed) {
        isRenewed = true
        void inTurn(session.id, () => reopen(session.id))
      }
      put(session.id, {
        ...story,
        record: connection.record,
        access: connection.access,
        save: connection.state,
        suggesting: suggesting(session.id, connection.access),
      })
      hasEdited ||= connection.access.right === 'edit'
      // To take back what was written plainly would be to edit, and nobody would see that it was done.
      if (hasEdited && connection.access.right === 'suggest') {
        hasEdited = false
        session.undo.manager.clear()
      }
    }
    const stops = [
      connection.subscribe(update),
      observeStory(store, session),
      observeThreads(store, session, tools.later),
      observeSuggestions(store, session),
      forgetAccepted(session, () => connection.access.right === 'suggest'),
      followCounts(store, session, tools.later),
      ...(tools.checks ? [followChecks(store, session, tools.checks, tools.later)] : []),
    ]
    return () => {
      for (const stop of stops) stop()
      session.undo.manager.destroy()
    }
  }

  async function openStory(id: string): Promise<void> {
    const asked = stateOf(id)
    if (asked?.phase !== 'opening') return
    const doc = new Y.Doc()
    const answer = await backend.open(id, doc)
    // Another state means that the story was closed meanwhile, and perhaps asked for anew: this answer is to nobody.
    const isAsked = stateOf(id) === asked
    if (!answer.ok) {
      if (isAsked) put(id, { phase: 'refused', refusal: answer })
      return
    }
    if (answer.kind === 'newer') {
      if (isAsked) put(id, { phase: 'newer', record: answer.record, content: answer.content })
      return
    }
    const { connection } = answer
    if (!isAsked) return connection.close()
    const session: StorySession = { id, doc, undo: createStoryUndo(doc), suggester: suggesterOf(doc) }
    put(id, {
      phase: 'open',
      record: connection.record,
      access: connection.access,
      save: connection.state,
      session,
      carets: connection.carets,
      suggesting: suggesting(id, connection.access),
      view: 'changes',
      suggestions: [],
      deciding: [],
      counts: BLANK_COUNTS,
      signOff: BLANK_SIGN_OFF,
      checks: BLANK_REPORT,
      ...readCopies(session),
      ...readThreadCopies(session),
    })
    open.set(id, { session, connection, stop: follow(session, connection) })
  }

  async function release(id: string): Promise<void> {
    const entry = open.get(id)
    if (!entry) return
    open.delete(id)
    await entry.connection.close()
    entry.stop()
  }

  /** Asked for once for each time that a story was left; it may be open anew by now. */
  async function close(id: string): Promise<void> {
    const state = stateOf(id)
    const isShown = state?.phase === 'open' && state.session === open.get(id)?.session
    if (!isShown) await release(id)
  }

  async function reopen(id: string): Promise<void> {
    await release(id)
    if (stateOf(id)?.phase !== 'open') return
    put(id, { phase: 'opening' })
    await openStory(id)
  }

  async function change<Answer>(id: string, work: (story: ChangedStory) => Answer): Promise<Outcome<Answer>> {
    const here = stateOf(id)
    if (here?.phase === 'open') {
      const { doc, undo, suggester } = here.session
      return allows(here.access, 'suggest')
        ? { ok: true, value: work({ doc, undo, suggester: here.suggesting ? suggester : null }) }
        : { ok: false, reason: 'not allowed', message: here.access.why }
    }
    const doc = new Y.Doc()
    const answer = await backend.open(id, doc)
    if (!answer.ok) return answer
    if (answer.kind === 'newer')
      return { ok: false, reason: 'not allowed', message: 'This story was written by a newer Stet.' }
    const { connection } = answer
    const { access } = connection
    const outcome: Outcome<Answer> = allows(access, 'suggest')
      ? {
          ok: true,
          value: work({ doc, undo: null, suggester: suggesting(id, access) ? suggesterOf(doc) : null }),
        }
      : { ok: false, reason: 'not allowed', message: access.why }
    await connection.close()
    return outcome
  }

  const everyOpen = async (work: (id: string) => Promise<void>): Promise<void> => {
    await Promise.all([...open.keys()].map((id) => inTurn(id, () => work(id))))
  }

  return {
    connected: (id) => open.get(id) ?? null,
    open: (id) => inTurn(id, () => openStory(id)),
    close: (id) => inTurn(id, () => close(id)),
    closeAll: () => everyOpen(release),
    reopenAll: () => everyOpen(reopen),
    async flush() {
      await Promise.all([...open.values()].map(({ connection }) => connection.flush()))
    },
    refuse(id, refusal) {
      if (stateOf(id)) put(id, { phase: 'refused', refusal })
    },
    retry: (id) =>
      inTurn(id, async () => {
        if (stateOf(id)?.phase !== 'refused') return
        put(id, { phase: 'opening' })
        await openStory(id)
      }),
    change: (id, work) => inTurn(id, () => change(id, work)),
    async contentOf(id) {
      const here = stateOf(id)
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
