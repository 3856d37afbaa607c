import type { Backend, Outcome, Refusal } from '../backends/backend.ts'
import type { Message } from '../domain/threads/thread.ts'
import { startThread } from '../domain/threads/write-threads.ts'
import { asked } from './asked.ts'
import type { Task } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'
import type { StorySession } from './story-session.ts'
import { BLANK_HISTORY, type StoryHistory } from './story-history.ts'
import type { WriteBack } from './write-back.ts'

/** The tasks that concern the past of a story. */
export type HistoryTask = Extract<
  Task,
  {
    type:
      | 'load history'
      | 'load version'
      | 'restore version'
      | 'load late edits'
      | 'bring back late edit'
      | 'discard late edit'
  }
>

export type Histories = { perform(task: HistoryTask): Promise<void>; stop(): void }

type Tell = (tone: 'done' | 'problem', text: string) => void

const NOT_LOADED: Refusal = {
  ok: false,
  reason: 'storage',
  message:
    'A part of Stet could not be loaded, so nothing was written into the story. All versions are safe. Check the connection and try again; if that doesn’t help, reload the page.',
}

/** Not the origin of undo: no comment is taken back by it. */
const LATE = { name: 'late comments' }

/** Fetches what happened to stories, keeps it fresh while it is known, and brings parts of it back. */
export function createHistories(
  store: DeskStore,
  backend: Backend,
  sessions: Sessions,
  tell: Tell,
): Histories {
  const historyOf = (id: string): StoryHistory => store.getState().histories[id] ?? BLANK_HISTORY
  const change = (id: string, work: (history: StoryHistory) => StoryHistory): void => {
    store.setState(({ histories }) => ({
      histories: { ...histories, [id]: work(histories[id] ?? BLANK_HISTORY) },
    }))
  }
  /** The last question of each kind: an answer to an older one is dropped. */
  const questions = new Map<string, number>()
  const ask = (name: string): (() => boolean) => {
    const number = (questions.get(name) ?? 0) + 1
    questions.set(name, number)
    return () => questions.get(name) === number
  }

  /** Late words that are back in a story and not stored with it yet, by key. */
  const unstored = new Map<string, { readonly id: string; readonly session: StorySession }>()

  /** Loaded when it is first needed: into most stories nothing of their past is ever written again. */
  async function written(what: WriteBack): Promise<Outcome<'edit' | 'suggest'>> {
    const part = await import('./write-back.ts').catch(() => null)
    return part ? part.writeBack(store, backend, sessions, what) : NOT_LOADED
  }

  async function loadHistory(id: string): Promise<void> {
    const isLast = ask(`history ${id}`)
    const [heads, verdicts, events] = await Promise.all([
      backend.versions(id),
      backend.verdicts(id),
      backend.events(id),
    ])
    if (!isLast()) return
    change(id, (history) => ({
      ...history,
      heads: asked(heads),
      verdicts: asked(verdicts),
      events: asked(events),
    }))
  }

  async function loadVersion(id: string, number: number): Promise<void> {
    const found = await backend.version(id, number)
    const version: StoryHistory['versions'][number] = !found.ok
      ? asked(found)
      : found.value
        ? { status: 'ready', value: found.value.content }
        : { status: 'failed', message: `There is no version ${number} of this story.` }
    change(id, (history) => ({ ...history, versions: { ...history.versions, [number]: version } }))
  }

  async function loadLateEdits(id: string): Promise<void> {
    const isLast = ask(`late edits ${id}`)
    const lateEdits = asked(await backend.lateEdits(id))
    if (isLast()) change(id, (history) => ({ ...history, lateEdits }))
  }

  async function discard(id: string, key: string): Promise<void> {
    const done = await backend.forgetLateEdit(id, key)
    if (!done.ok) tell('problem', done.message)
    await loadLateEdits(id)
  }

  async function restore(id: string, number: number): Promise<void> {
    const found = await backend.version(id, number)
    if (!found.ok) return tell('problem', found.message)
    if (!found.value) return tell('problem', `There is no version ${number} of this story.`)
    const name = found.value.name === '' ? `version ${number}` : `“${found.value.name}”`
    const restored = await written({
      id,
      how: 'as allowed',
      to: found.value.content,
      before: `Before ${name} was restored`,
      after: `${capital(name)} restored`,
    })
    if (!restored.ok) return tell('problem', restored.message)
    tell(
      'done',
      restored.value === 'edit'
        ? `The story says again what ${name} says. What it said before is kept as a version.`
        : `What ${name} says otherwise is now suggested.`,
    )
    await loadHistory(id)
  }

  /** What was said too late is said again, about the body as a whole: the words that it was about may be gone. */
  function bringBackComments(id: string, comments: readonly Message[]): void {
    const story = store.getState().stories[id]
    if (story?.phase !== 'open') return
    for (const { id: message, by, at, text, mentions } of comments) {
      const anchor = { kind: 'field', field: 'body' } as const
      const said = { id: message, text, mentions }
      startThread(story.session.doc, { id: message, by, at, anchor, quote: '', message: said }, LATE)
      const action = { type: 'comment', thread: message, message, mentions, text } as const
      store.setState(({ tasks }) => ({ tasks: [...tasks, { type: 'act', id, action, done: '' }] }))
    }
  }

  /** Late words are given up only when the story holds them where nothing can take them away. */
  async function forgetStored(): Promise<void> {
    for (const [key, { id, session }] of unstored) {
      const story = store.getState().stories[id]
      const isHere = story?.phase === 'open' && story.session === session
      if (isHere && story.save.kind !== 'saved') continue
      unstored.delete(key)
      if (!isHere) continue
      tell('done', 'The words that came too late are back, as suggestions.')
      await discard(id, key)
    }
  }

  async function bringBack(id: string, key: string): Promise<void> {
    const known = historyOf(id).lateEdits
    const late = known?.status === 'ready' ? known.value.find((edit) => edit.key === key) : undefined
    if (unstored.has(key)) return
    if (!late)
      return tell('problem', 'These words are not waiting any more: they were brought back or discarded.')
    const back = await written({
      id,
      how: 'suggest',
      from: late.base,
      to: late.content,
      before: '',
      after: '',
    })
    if (!back.ok) return tell('problem', back.message)
    bringBackComments(id, late.comments)
    await sessions.flush()
    const story = store.getState().stories[id]
    if (story?.phase !== 'open') return
    unstored.set(key, { id, session: story.session })
    if (story.save.kind === 'saved') await forgetStored()
    else tell('done', 'The words that came too late are back, as suggestions. They wait to be stored.')
  }

  /** Work on a story's past, one at a time: what is under way was marked by the action. */
  async function finish(id: string, work: Promise<void>): Promise<void> {
    try {
      await work
    } finally {
      change(id, (history) => {
        const { busy: _, ...rest } = history
        return rest
      })
    }
  }

  const unfollow = store.subscribe(({ stories }, before) => {
    if (unstored.size > 0 && stories !== before.stories) void forgetStored()
  })
  const unwatch = backend.watch(({ ids }) => {
    const known = store.getState().histories
    for (const id of ids.length === 0 ? Object.keys(known) : ids) {
      const history = known[id]
      if (history?.heads) void loadHistory(id)
      if (history?.lateEdits) void loadLateEdits(id)
    }
  })

  return {
    async perform(task) {
      switch (task.type) {
        case 'load history':
          return loadHistory(task.id)
        case 'load version':
          return loadVersion(task.id, task.number)
        case 'load late edits':
          return loadLateEdits(task.id)
        case 'restore version':
          return finish(task.id, restore(task.id, task.number))
        case 'bring back late edit':
          return finish(task.id, bringBack(task.id, task.key))
        case 'discard late edit':
          return finish(task.id, discard(task.id, task.key))
      }
    },
    stop() {
      unwatch()
      unfollow()
    },
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
