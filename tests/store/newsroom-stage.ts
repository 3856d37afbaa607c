import { v4, v7 } from 'uuid'
import { createMemoryBackend, createMemoryDesk } from '../../src/backends/memory.ts'
import type { Person } from '../../src/domain/person.ts'
import type { AccountsState } from '../../src/store/accounts-state.ts'
import { runEffects, type Effects } from '../../src/store/desk-effects.ts'
import { createDeskStore, type DeskStore } from '../../src/store/desk-store.ts'
import { NOW, SHORT } from '../backends/test-desk.ts'
import { newsroomBackend } from './memory-accounts.ts'

export const IDA: Person = { id: 'ida', name: 'Ida Berg', role: 'chief' }
export const JANE: Person = { id: 'jane', name: 'Jane Doe', role: 'reporter' }
export const PASSWORD = 'ferry under a full moon'

export type NewsroomStage = ReturnType<typeof newsroomBackend> & {
  readonly store: DeskStore
  readonly actions: DeskStore['actions']
  readonly effects: Effects
  /** What the store knows of accounts. */
  known(): AccountsState
  /** How often the page was begun anew, and renewed. */
  readonly page: { left: number; renewed: number }
  end(): Promise<void>
}

/** A tab of a newsroom with a chief and a reporter; `who` is signed in in its browser. */
export async function newsroomStage(who: Person | null, people = [IDA, JANE]): Promise<NewsroomStage> {
  const made = newsroomBackend(createMemoryBackend(createMemoryDesk(), { now: NOW, delays: SHORT }))
  for (const person of people) made.accounts.add(person, PASSWORD)
  if (who) await made.accounts.enter(who)
  const ids = { story: () => v7(), random: () => v4() }
  const store = createDeskStore(ids)
  const page = { left: 0, renewed: 0 }
  const effects = runEffects(store, made.backend, ids, {
    later: (work) => {
      const timer = setTimeout(work)
      return () => clearTimeout(timer)
    },
    leave: () => void (page.left += 1),
    renew: () => void (page.renewed += 1),
  })
  await effects.settle()
  return {
    ...made,
    store,
    actions: store.actions,
    effects,
    page,
    known() {
      const { accounts } = store.getState()
      if (!accounts) throw new Error('There are no accounts')
      return accounts
    },
    async end() {
      await effects.stop()
      await made.backend.close()
    },
  }
}
