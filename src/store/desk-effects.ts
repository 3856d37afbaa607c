import type { Backend, Refusal } from '../backends/backend.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { DeskStore, Ids } from './desk-store.ts'
import { createAccountEffects } from './account-effects.ts'
import { createCheckSettings } from './check-settings-effects.ts'
import { whenStored } from './comment-effects.ts'
import { createDecisions } from './decision-effects.ts'
import { followLink } from './follow-link.ts'
import { followPeople } from './follow-people.ts'
import { followPresence } from './follow-presence.ts'
import { latePart } from './late-part.ts'
import { createInbox } from './inbox-effects.ts'
import { loadHeadlines, loadRawData, loadSource } from './keepsake-effects.ts'
import { followList } from './list-effects.ts'
import { followOwnCounts } from './own-counts.ts'
import { createPictures } from './picture-effects.ts'
import { createSessions, type SessionTools } from './session-effects.ts'

/** What hands this tab over to somebody else, or to nobody. */
const HANDOVERS: ReadonlySet<Task['type']> = new Set(['become', 'save person', 'sign out'])

const NOT_LOADED =
  'A part of Stet could not be loaded, so this was not done. Nothing is lost. Check the connection and try again; if that doesn’t help, reload the page.'

/** What a tab can do with its page. */
export type PageTools = {
  /** Begins the page anew, with nothing of what was in it: whoever worked here has signed out. */
  readonly leave?: () => void
  /** Loads the page anew, with the newer Stet that waits. */
  readonly renew?: () => void
}

export type Effects = {
  /** Resolves when everything that was asked for so far is done and stored. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Everything a desk does outside of its store: takes the tasks that actions left, talks to the backend, and writes
 * the answers back. The only place where store and backend meet.
 */
export function runEffects(
  store: DeskStore,
  backend: Backend,
  ids: Ids,
  tools: SessionTools & PageTools,
): Effects {
  const set = store.setState
  const tell = (
    tone: 'done' | 'problem',
    text: string,
    offer?: { label: string; task: Task },
    about?: string,
  ): void => {
    const more = { ...(offer ? { offer } : {}), ...(about === undefined ? {} : { about }) }
    set(({ notices }) => ({ notices: [...notices, { id: ids.random(), tone, text, ...more }] }))
  }
  const tellRefusal = (refusal: Refusal): void => tell('problem', refusal.message)
  const sessions = createSessions(store, backend, { ...tools, newId: ids.random })
  const decisions = createDecisions(store, backend, sessions, tell)
  const comments = whenStored(store, () => sessions.flush())
  const pictures = createPictures(store, backend, sessions)
  const notLoaded = (): void => tell('problem', NOT_LOADED)
  const histories = latePart(
    async () => (await import('./history-effects.ts')).createHistories(store, backend, sessions, tell),
    notLoaded,
  )
  const stopList = followList(store, backend)
  const inbox = createInbox(store, backend, (problem) => tell('problem', problem))
  const stopOwn = followOwnCounts(store, backend)
  const checkSettings = createCheckSettings(store, backend, tools)
  const trials = latePart(
    async () =>
      (await import('./stories-trial-effects.ts')).createStoriesTrials(store, backend, tools.tryRules),
    notLoaded,
  )
  const stopPeople = followPeople(store, backend)
  const stopPresence = followPresence(store, backend)
  const stopLink = followLink(store, backend, sessions)
  const leave = tools.leave ?? (() => set({ me: undefined }))
  const accounts = backend.accounts
    ? createAccountEffects(store, backend, backend.accounts, { sessions, tell, leave })
    : null
  set({ place: backend.capabilities.kind })

  /** Story ids whose creation is under way: opening one waits for it. */
  const creating = new Map<string, Promise<void>>()
  /** Stories that could not be made: opening one says why. */
  const unmade = new Map<string, Refusal>()
  const running = new Set<Promise<void>>()
  /** Of these what is done in somebody's name: all but what may take its time: uploads, and trials of rules. */
  const signed = new Set<Promise<void>>()

  async function refreshPeople(): Promise<void> {
    const [me, people] = await Promise.all([backend.me(), backend.people()])
    set({ me, people })
  }

  /** Says why a story could not be made; what it would hold stays with the offer to try again. */
  function tellUnmade(id: string, refusal: Refusal, task: Task): void {
    unmade.set(id, refusal)
    sessions.refuse(id, refusal)
    tell('problem', refusal.message, { label: 'Try again', task })
  }

  /** Making a story and keeping a picture can both be repeated, so that trying again does the whole task. */
  async function create(task: Extract<Task, { type: 'create' }>): Promise<void> {
    let lost: Refusal | null = null
    for (const picture of task.pictures) {
      const kept = await backend.putPicture(picture)
      if (!kept.ok) lost = kept
    }
    const made = await backend.create(task.story)
    if (!made.ok) return tellUnmade(task.story.id, made, task)
    unmade.delete(task.story.id)
    if (lost) tell('problem', lost.message, { label: 'Try again', task })
  }

  async function duplicate(task: Extract<Task, { type: 'duplicate' }>): Promise<void> {
    await creating.get(task.from)
    const content = await sessions.contentOf(task.from)
    if (!content.ok) return tellUnmade(task.id, content, task)
    const made = await backend.create({ id: task.id, content: content.value, source: null })
    if (!made.ok) return tellUnmade(task.id, made, task)
    unmade.delete(task.id)
    tell('done', `Duplicated “${made.value.summary.headline || 'Untitled'}”.`)
  }

  async function make(task: Extract<Task, { type: 'create' | 'duplicate' }>): Promise<void> {
    const id = task.type === 'create' ? task.story.id : task.id
    const wasUnmade = unmade.has(id)
    const work = task.type === 'create' ? create(task) : duplicate(task)
    creating.set(id, work)
    try {
      await work
    } finally {
      creating.delete(id)
    }
    if (wasUnmade && !unmade.has(id)) await sessions.retry(id)
  }

  async function openStory(id: string): Promise<void> {
    await creating.get(id)
    const refusal = unmade.get(id)
    return refusal ? sessions.refuse(id, refusal) : sessions.open(id)
  }

  async function act(task: Extract<Task, { type: 'act' }>): Promise<void> {
    if (task.action.type === 'comment' && !(await comments.ready(task))) return
    // What was just typed belongs to the story as it is handed on; afterwards it may be too late for it.
    await sessions.flush()
    const done = await backend.act(task.id, task.action)
    if (!done.ok) return tellRefusal(done)
    if (task.done === '') return
    const back: Task | null = task.undo ? { type: 'act', id: task.id, action: task.undo, done: '' } : null
    tell('done', task.done, back ? { label: 'Undo', task: back } : undefined, task.id)
  }

  async function personTask(task: Extract<Task, { type: 'save person' | 'become' }>): Promise<void> {
    if (task.type === 'save person') {
      const saved = await backend.savePerson(task.person)
      if (!saved.ok) return tellRefusal(saved)
    }
    if (task.type === 'become' || task.become) {
      const became = await backend.become(task.type === 'become' ? task.personId : task.person.id)
      if (!became.ok) return tellRefusal(became)
    }
    await refreshPeople()
    await sessions.reopenAll()
    set(({ list }) => ({ list: { ...list, revision: list.revision + 1 } }))
  }

  async function changeChecks(task: Extract<Task, { type: 'change checks' }>): Promise<void> {
    const changed = await checkSettings.change(task.change)
    if (!changed.ok) tellRefusal(changed)
    else if (task.done !== '') tell('done', task.done)
  }

  async function perform(task: Task): Promise<void> {
    switch (task.type) {
      case 'start':
        return accounts ? accounts.start() : refreshPeople()
      case 'renew':
        await sessions.flush()
        return tools.renew?.()
      case 'save person':
      case 'become':
        return personTask(task)
      case 'create':
      case 'duplicate':
        return make(task)
      case 'act':
        return act(task)
      case 'open':
        return openStory(task.id)
      case 'close':
        return sessions.close(task.id)
      case 'put picture':
        return pictures.put(task.photoId)
      case 'load picture':
        return pictures.load(task.hash)
      case 'load source':
        return loadSource(store, backend, task.id)
      case 'load raw data':
        return loadRawData(store, backend, task.id)
      case 'load headlines':
        return loadHeadlines(store, backend, task.ids)
      case 'read inbox':
        return inbox.read(task)
      case 'change checks':
        return changeChecks(task)
      case 'try rules':
        return trials.use((part) => part.begin(task.rules))
      case 'stop trial':
        return trials.loaded()?.stop()
      case 'flush':
        return sessions.flush()
      case 'decide':
      case 'redecide':
      case 'load verdicts':
        return decisions.perform(task)
      case 'load history':
      case 'load version':
      case 'restore version':
      case 'load late edits':
      case 'bring back late edit':
      case 'discard late edit':
        return histories.use((part) => part.perform(task))
      default:
        return accounts?.perform(task)
    }
  }

  function take(state: DeskState): void {
    if (state.tasks.length === 0) return
    set({ tasks: [] })
    for (const task of state.tasks) {
      // What was asked for before somebody else takes over is done by whoever asked.
      const isHandover = HANDOVERS.has(task.type)
      const ready = isHandover ? Promise.allSettled(signed) : null
      const work = (ready ? ready.then(() => perform(task)) : perform(task)).finally(() =>
        running.delete(work),
      )
      running.add(work)
      if (task.type === 'put picture' || task.type === 'try rules') continue
      signed.add(work)
      void work.finally(() => signed.delete(work))
    }
  }

  take(store.getState())
  const unsubscribe = store.subscribe(take)
  return {
    async settle() {
      while (running.size > 0) await Promise.all(running)
      await sessions.flush()
    },
    async stop() {
      unsubscribe()
      stopList()
      stopOwn()
      checkSettings.stop()
      trials.loaded()?.stop()
      stopPeople()
      stopPresence()
      stopLink()
      accounts?.stop()
      inbox.stop()
      histories.loaded()?.stop()
      decisions.stop()
      pictures.stop()
      comments.stop()
      await Promise.all(running)
      await sessions.closeAll()
    },
  }
}
