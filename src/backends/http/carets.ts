import type { Person } from '../../domain/person.ts'
import { sameJson } from '../../domain/json.ts'
import { WRONG } from '../../rules/shape.ts'
import type { Caret, CaretPlace, Carets } from '../presence.ts'
import { storyAwareness } from '../wire/live.ts'
import type { Wire } from './story-wire.ts'

/** Where everybody writes, by what the tabs say of themselves on a story's wire. */
export class HttpCarets implements Carets {
  readonly #wire: Wire
  readonly #person: Person
  readonly #listeners = new Set<() => void>()
  #others: readonly Caret[] = []

  constructor(wire: Wire, person: Person) {
    this.#wire = wire
    this.#person = person
    this.place(null)
  }

  get others(): readonly Caret[] {
    return this.#others
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  place(place: CaretPlace | null): void {
    this.#wire.say({ person: this.#person, place })
  }

  /** Looks at what the others say now. */
  look(): void {
    const own = this.#wire.doc.clientID
    const others = [...(this.#wire.awareness?.getStates() ?? [])].flatMap(
      ([tab, state]): readonly Caret[] => {
        const said = storyAwareness(state)
        return said !== WRONG && tab !== own ? [{ tab, ...said }] : []
      },
    )
    if (sameJson(others, this.#others)) return
    this.#others = others
    for (const listener of this.#listeners) listener()
  }

  /** This tab has left the story. */
  end(): void {
    this.#listeners.clear()
    this.#others = []
    this.#wire.say(null)
  }
}
