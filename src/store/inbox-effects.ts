import type { Backend } from '../backends/backend.ts'
import { asked } from './asked.ts'
import type { DeskState, Task } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

export type Inboxes = {
  /** Marks what the person at work was told as read. */
  read(task: Extract<Task, { type: 'read inbox' }>): Promise<void>
  stop(): void
}

/** Keeps what the person at work is told fresh, whatever tab it happens in. */
export function createInbox(store: DeskStore, backend: Backend, tell: (problem: string) => void): Inboxes {
  let isBusy = false
  let isLate = false
  let stopped = false

  /** One at a time; what changes meanwhile is asked for once more after it. */
  async function load(): Promise<void> {
    isLate = isBusy
    if (isBusy || stopped) return
    isBusy = true
    try {
      await ask()
    } finally {
      isBusy = false
    }
    if (isLate) await load()
  }

  async function ask(): Promise<void> {
    const { me } = store.getState()
    if (!me) return
    const answer = asked(await backend.notices())
    // An answer to whoever worked here before is to nobody now.
    if (store.getState().me?.id === me.id && !stopped) put(answer)
  }

  /** What is known stays where it can't be read again. */
  function put(answer: DeskState['inbox']): void {
    store.setState(({ inbox }) => ({
      inbox: answer.status === 'ready' || inbox.status !== 'ready' ? answer : inbox,
    }))
  }

  const unwatch = backend.watch(() => void load())
  const unsubscribe = store.subscribe(({ me }, before) => {
    if (me?.id === before.me?.id) return
    store.setState({ inbox: { status: 'loading' } })
    void load()
  })
  void load()
  return {
    async read({ upTo, story }) {
      const done = await (story === undefined ? backend.readNotices(upTo) : backend.readNotices(upTo, story))
      if (!done.ok) tell(done.message)
      await load()
    },
    stop() {
      stopped = true
      unwatch()
      unsubscribe()
    },
  }
}
