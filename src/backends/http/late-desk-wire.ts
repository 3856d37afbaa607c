import type { Person } from '../../domain/person.ts'
import type { Here, Presence } from '../presence.ts'
import type { DeskWire, DeskWireEvents } from './desk-wire.ts'
import type { LateLive } from './late-live.ts'

/** What the server tells everybody on the desk, from when the live connection is loaded; until then the server is not up. */
export class LateDeskWire implements Presence {
  readonly #listeners = new Set<() => void>()
  #wire: DeskWire | null = null
  #person: Person | null = null
  #story: string | null = null

  constructor(live: LateLive, events: DeskWireEvents) {
    live.whenThere({
      there: (part) => {
        this.#wire = part.deskWire(events)
        this.#wire.subscribe(() => {
          for (const listener of this.#listeners) listener()
        })
        this.#wire.show(this.#story)
        if (this.#person) this.#wire.begin(this.#person)
      },
    })
  }

  /** Is the server there, and does it know who works here? */
  get isUp(): boolean {
    return this.#wire?.isUp ?? false
  }

  get here(): readonly Here[] {
    return this.#wire?.here ?? []
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(story: string | null): void {
    this.#story = story
    this.#wire?.show(story)
  }

  /** Listens as this person. */
  begin(person: Person): void {
    this.#person = person
    this.#wire?.begin(person)
  }

  end(): void {
    this.#person = null
    this.#wire?.end()
  }
}
