import type { Task } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

type ActTask = Extract<Task, { type: 'act' }>

/**
 * People are told of a comment only once it is stored: whether it is, or else does the task again as soon as it is.
 * `flush` stores what can be stored now.
 */
export function whenStored(
  store: DeskStore,
  flush: () => Promise<void>,
): { readonly ready: (task: ActTask) => Promise<boolean>; readonly stop: () => void } {
  const waiting = new Set<ActTask>()
  const isStored = (id: string): boolean => {
    const story = store.getState().stories[id]
    // Whoever may only comment reads the copy, and a story that was left is stored as it is closed.
    return story?.phase !== 'open' || story.save.kind === 'saved' || story.save.kind === 'read-only'
  }
  const stop = store.subscribe((state, before) => {
    if (waiting.size === 0 || state.stories === before.stories) return
    const now = [...waiting].filter(({ id }) => isStored(id))
    if (now.length === 0) return
    for (const task of now) waiting.delete(task)
    store.setState(({ tasks }) => ({ tasks: [...tasks, ...now] }))
  })
  return {
    async ready(task) {
      await flush()
      if (isStored(task.id)) return true
      waiting.add(task)
      return false
    },
    stop,
  }
}
