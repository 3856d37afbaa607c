import type { Caret, CaretPlace, Carets, Here, Presence } from '../../src/backends/backend.ts'
import type { Person } from '../../src/domain/person.ts'

type Tab = { readonly person: Person; readonly listeners: Set<() => void> }

/** Who is at work, in memory: each tab's presence sees all tabs of the same room. */
export type PresenceRoom = {
  readonly enter: (person: Person) => Presence & {
    /** What this tab said that it shows, oldest first. */
    readonly shown: readonly (string | null)[]
    readonly leave: () => void
    /** How many listen to this tab's presence. */
    readonly listeners: () => number
  }
}

export function presenceRoom(): PresenceRoom {
  const tabs = new Map<Tab, string | null>()
  const tell = (): void => {
    for (const { listeners } of tabs.keys()) for (const listener of listeners) listener()
  }
  const here = (): readonly Here[] => {
    const rows = new Map<string, Here>()
    for (const [{ person }, story] of tabs)
      rows.set(`${person.id} ${story}`, { person: { ...person }, story })
    return [...rows.values()].toSorted((a, b) => a.person.name.localeCompare(b.person.name))
  }
  return {
    enter(person) {
      const tab: Tab = { person, listeners: new Set() }
      const shown: (string | null)[] = []
      tabs.set(tab, null)
      tell()
      return {
        // As over the wire: other objects each time.
        get here() {
          return here()
        },
        subscribe(listener) {
          tab.listeners.add(listener)
          return () => tab.listeners.delete(listener)
        },
        show(story) {
          shown.push(story)
          tabs.set(tab, story)
          tell()
        },
        shown,
        leave() {
          tabs.delete(tab)
          tell()
        },
        listeners: () => tab.listeners.size,
      }
    },
  }
}

/** Where everybody writes in one story, in memory. */
export type CaretRoom = {
  readonly enter: (person: Person) => Carets & {
    readonly tab: number
    /** What this tab said, oldest first. */
    readonly said: readonly (CaretPlace | null)[]
    readonly leave: () => void
  }
}

export function caretRoom(): CaretRoom {
  const carets = new Map<number, Caret>()
  const listeners = new Map<number, Set<() => void>>()
  let last = 0
  const tell = (but: number): void => {
    for (const [tab, told] of listeners) if (tab !== but) for (const listener of told) listener()
  }
  return {
    enter(person) {
      const tab = (last += 1)
      const said: (CaretPlace | null)[] = []
      carets.set(tab, { tab, person, place: null })
      listeners.set(tab, new Set())
      tell(tab)
      return {
        tab,
        said,
        get others() {
          return [...carets.values()].filter((caret) => caret.tab !== tab)
        },
        subscribe(listener) {
          listeners.get(tab)?.add(listener)
          return () => listeners.get(tab)?.delete(listener)
        },
        place(place) {
          said.push(place)
          // As over the wire.
          carets.set(tab, { tab, person, place: JSON.parse(JSON.stringify(place)) as CaretPlace | null })
          tell(tab)
        },
        leave() {
          carets.delete(tab)
          listeners.delete(tab)
          tell(tab)
        },
      }
    },
  }
}
