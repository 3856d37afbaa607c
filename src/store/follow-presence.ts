import type { Backend, Here } from '../backends/backend.ts'
import { sameJson } from '../domain/json.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Keeps who is at work in the state, and says which story this tab shows. Does nothing where the backend doesn't know
 * who is there. Returns the way to stop, which takes the tab off its story.
 */
export function followPresence(store: DeskStore, { presence }: Pick<Backend, 'presence'>): () => void {
  if (presence === null) return () => undefined
  let shown: string | null = null
  let isAsked = false
  const read = (): void => {
    store.setState((state) => {
      const here = keepSameHere(state.here, presence.here)
      return here === state.here ? {} : { here }
    })
  }
  const show = (story: string | null): void => {
    if (story === shown) return
    shown = story
    presence.show(story)
  }
  const unsubscribe = presence.subscribe(read)
  const unwatch = store.subscribe(({ stories }, before) => {
    if (stories === before.stories || isAsked) return
    isAsked = true
    // From one story to the next the first is closed before the other is opened: nobody is to see the desk between them.
    queueMicrotask(() => {
      if (isAsked) show(shownStory(store.getState()))
      isAsked = false
    })
  })
  read()
  show(shownStory(store.getState()))
  return () => {
    isAsked = false
    unsubscribe()
    unwatch()
    show(null)
  }
}

/** The story that this tab shows. One that can't be opened is none. */
function shownStory({ stories }: DeskState): string | null {
  return Object.keys(stories).find((id) => stories[id]?.phase !== 'refused') ?? null
}

/** What is the same stays the same, so that nothing is drawn again for it. */
function keepSameHere(before: readonly Here[], now: readonly Here[]): readonly Here[] {
  const known = new Map(before.map((one) => [keyOf(one), one]))
  const kept = now.map((one) => {
    const old = known.get(keyOf(one))
    return old && sameJson(old, one) ? old : one
  })
  return kept.length === before.length && kept.every((one, index) => one === before[index]) ? before : kept
}

const keyOf = ({ person, story }: Here): string => `${person.id} ${story ?? ''}`
