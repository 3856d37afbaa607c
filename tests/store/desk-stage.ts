import type { Backend } from '../../src/backends/backend.ts'
import { createMemoryBackend, createMemoryDesk, type MemoryDesk } from '../../src/backends/memory.ts'
import type { Person } from '../../src/domain/person.ts'
import { runEffects, type Effects } from '../../src/store/desk-effects.ts'
import type { OpenStory } from '../../src/store/desk-state.ts'
import { createDeskStore, type DeskStore } from '../../src/store/desk-store.ts'
import { v4, v7 } from 'uuid'
import { MoodyStorage } from '../backends/moody-storage.ts'
import { NOW, REPORTER, SHORT, until } from '../backends/test-desk.ts'

export type Stage = {
  readonly storage: MoodyStorage
  readonly desk: MemoryDesk
  readonly backend: Backend
  readonly store: DeskStore
  readonly actions: DeskStore['actions']
  readonly effects: Effects
  /** The story, which must be open. */
  story(id: string): OpenStory
  /** Makes a story, opens it and waits for that. */
  opened(): Promise<string>
  /** Another tab, with its own store and effects, on the same desk. */
  tab(person?: Person): Promise<Stage>
  end(): Promise<void>
}

/** A tab as the app has it: the real store, effects and rules, over a desk in memory. */
export async function stage(person: Person | null = REPORTER, on?: MemoryDesk): Promise<Stage> {
  const desk: MemoryDesk = on ?? { ...createMemoryDesk(), storage: new MoodyStorage() }
  const storage = desk.storage as MoodyStorage
  const backend = createMemoryBackend(desk, { now: NOW, delays: SHORT })
  const ids = { story: () => v7(), random: () => v4() }
  const store = createDeskStore(ids)
  const later = (work: () => void): (() => void) => {
    const timer = setTimeout(work)
    return () => clearTimeout(timer)
  }
  const effects = runEffects(store, backend, ids, { later })
  const { actions } = store
  const tabs: Stage[] = []
  const story = (id: string): OpenStory => {
    const found = store.getState().stories[id]
    if (found?.phase !== 'open') throw new Error(`The story is ${found?.phase ?? 'closed'}`)
    return found
  }
  if (person) actions.savePerson(person, true)
  await effects.settle()
  return {
    storage,
    desk,
    backend,
    store,
    actions,
    effects,
    story,
    async opened() {
      const id = actions.newStory()
      actions.openStory(id)
      await until(() => store.getState().stories[id]?.phase, 'open')
      return id
    },
    async tab(other = person ?? REPORTER) {
      const tab = await stage(other, desk)
      tabs.push(tab)
      return tab
    },
    async end() {
      storage.failing.clear()
      await Promise.all(tabs.map((tab) => tab.end()))
      await effects.stop()
      await backend.close()
    },
  }
}
