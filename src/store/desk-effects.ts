import type { Backend, Refusal } from '../backends/backend.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { DeskStore, Ids } from './desk-store.ts'
import { loadRawData, loadSource } from './keepsake-effects.ts'
import { followList } from './list-effects.ts'
import { loadPicture, putPicture } from './picture-effects.ts'
import { createSessions, type SessionTools } from './session-effects.ts'

export type Effects = {
  /** Resolves when everything that was asked for so far is done and stored. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/**
 * Everything a desk does outside of its store: takes the tasks that actions left, talks to the backend, and writes
 * the answers back. The only place where store and backend meet.
 */
export function runEffects(store: DeskStore, backend: Backend, ids: Ids, tools: SessionTools): Effects {
  const set = store.setState
  const tell = (tone: 'done' | 'problem', text: string, offer?: { label: string; task: Task }): void => {
    set(({ notices }) => ({
      notices: [...notices, { id: ids.random(), tone, text, ...(offer ? { offer } : {}) }],
    }))
  }
  const tellRefusal = (refusal: Refusal): void => tell('problem', refusal.message)
  const sessions = createSessions(store, backend, tools)
  const stopList = followList(store, backend)

  /** Story ids whose creation is under way: opening one waits for it. */
  const creating = new Map<string, Promise<void>>()
  const running = new Set<Promise<void>>()

  async function refreshPeople(): Promise<void> {
    const [me, people] = await Promise.all([backend.me(), backend.people()])
    set({ me, people })
  }

  async function create(task: Extract<Task, { type: 'create' }>): Promise<void> {
    for (const picture of task.pictures) {
      const kept = await backend.putPicture(picture)
      if (!kept.ok) tellRefusal(kept)
    }
    const made = await backend.create(task.story)
    if (!made.ok) {
      tellRefusal(made)
      sessions.refuse(task.story.id, made)
    }
  }

  async function duplicate(task: Extract<Task, { type: 'duplicate' }>): Promise<void> {
    const content = await sessions.contentOf(task.from)
    if (!content.ok) return tellRefusal(content)
    const made = await backend.create({ id: task.id, content: content.value, source: null })
    if (!made.ok) tellRefusal(made)
    else tell('done', `Duplicated “${made.value.summary.headline || 'Untitled'}”.`)
  }

  async function act(task: Extract<Task, { type: 'act' }>): Promise<void> {
    const done = await backend.act(task.id, task.action)
    if (!done.ok) return tellRefusal(done)
    if (task.done === '') return
    const back: Task | null = task.undo ? { type: 'act', id: task.id, action: task.undo, done: '' } : null
    tell('done', task.done, back ? { label: 'Undo', task: back } : undefined)
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

  async function perform(task: Task): Promise<void> {
    switch (task.type) {
      case 'start':
        return refreshPeople()
      case 'save person':
      case 'become':
        return personTask(task)
      case 'create':
      case 'duplicate': {
        const id = task.type === 'create' ? task.story.id : task.id
        const work = task.type === 'create' ? create(task) : duplicate(task)
        creating.set(id, work)
        await work
        creating.delete(id)
        return
      }
      case 'act':
        return act(task)
      case 'open':
        await creating.get(task.id)
        return sessions.open(task.id)
      case 'close':
        return sessions.close(task.id)
      case 'put picture':
        return putPicture(store, backend, task.photoId)
      case 'load picture':
        return loadPicture(store, backend, task.hash)
      case 'load source':
        return loadSource(store, backend, task.id)
      case 'load raw data':
        return loadRawData(store, backend, task.id)
      case 'flush':
        return sessions.flush()
    }
  }

  function take(state: DeskState): void {
    if (state.tasks.length === 0) return
    set({ tasks: [] })
    for (const task of state.tasks) {
      const work = perform(task).finally(() => running.delete(work))
      running.add(work)
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
      await Promise.all(running)
      await sessions.closeAll()
    },
  }
}
