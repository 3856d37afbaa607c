/**
 * Says of a story whether some living tab still has work on it. A tab holds the stories it has open; when it
 * dies, however it dies, the browser lets go for it.
 */
export interface StoryLocks {
  /** Holds a story, beside whoever else holds it. Returns the way to let go. */
  hold(id: string): () => void
  /** Does the work if nobody holds the story, and keeps others from the same work meanwhile. */
  ifFree(id: string, work: () => Promise<void>): Promise<void>
}

/** Over Web Locks. Where there are none (no secure context) every story counts as free: work is then done twice. */
export function webLocks(name: string): StoryLocks {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined)
  if (!locks) return { hold: () => () => {}, ifFree: (_id, work) => work() }
  return {
    hold(id) {
      const { promise, resolve } = deferred()
      void locks.request(`${name}/${id}`, { mode: 'shared' }, () => promise)
      return resolve
    },
    async ifFree(id, work) {
      await locks.request(`${name}/${id}`, { ifAvailable: true }, async (lock) => {
        if (lock) await work()
      })
    },
  }
}

/** Between several backends in one page; `held` is theirs together. */
export function memoryLocks(held: Map<string, number>): StoryLocks {
  const change = (id: string, by: number): void => {
    held.set(id, (held.get(id) ?? 0) + by)
  }
  return {
    hold(id) {
      change(id, 1)
      let mine = true
      return () => {
        if (mine) change(id, -1)
        mine = false
      }
    },
    async ifFree(id, work) {
      if ((held.get(id) ?? 0) > 0) return
      change(id, 1)
      try {
        await work()
      } finally {
        change(id, -1)
      }
    },
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
