import type { Backend } from '../backends/backend.ts'
import type { Person } from '../domain/person.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Keeps who is on the desk, and the name and role of whoever works here, as they are, whatever tab changes them. Who
 * works here is not changed by it. Returns the way to stop.
 */
export function followPeople(store: DeskStore, backend: Backend): () => void {
  let asked = 0
  async function refresh(): Promise<void> {
    const question = (asked += 1)
    const people = await backend.people()
    if (question !== asked) return
    store.setState(({ me }) => {
      const now = people.find(({ id }) => id === me?.id)
      return { people, ...(me && now && !isSame(me, now) ? { me: now } : {}) }
    })
  }
  const unwatch = backend.watch(({ ids }) => {
    if (ids.length === 0) void refresh()
  })
  return () => {
    asked += 1
    unwatch()
  }
}

const isSame = (one: Person, other: Person): boolean => one.name === other.name && one.role === other.role
