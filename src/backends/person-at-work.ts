import type { Person } from '../domain/person.ts'
import type { DeskTransaction } from '../rules/desk-storage.ts'
import { asPerson } from '../rules/stored-shapes.ts'

/** What a tab remembers of itself: sessionStorage, or less. */
export type TabMemory = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'stet-person'

/**
 * Who works in this tab: whom the tab chose, else whom this browser had last. Once known it stays, whatever other
 * tabs choose.
 */
export class PersonAtWork {
  readonly #tab: TabMemory
  #id: string | null = null

  constructor(tab: TabMemory) {
    this.#tab = tab
  }

  /** The person, or null on a first visit; needs the stores people and meta. */
  async read(transaction: DeskTransaction): Promise<Person | null> {
    this.#id ??= this.#kept()
    if (this.#id === null) {
      const last = (await transaction.get('meta', 'person')) as { readonly value?: unknown } | undefined
      if (typeof last?.value === 'string') this.keep(last.value)
    }
    return this.#id === null ? null : asPerson(await transaction.get('people', this.#id))
  }

  /**
   * Makes somebody the last one of this browser; null where nobody has that id. When that is stored, and not before,
   * `keep` makes them the person at work here.
   */
  async choose(transaction: DeskTransaction, id: string): Promise<Person | null> {
    const person = asPerson(await transaction.get('people', id))
    if (!person) return null
    await transaction.put('meta', { name: 'person', value: id })
    return person
  }

  /** Makes somebody the person at work in this tab. */
  keep(id: string): void {
    this.#id = id
    try {
      this.#tab.setItem(KEY, id)
    } catch {
      // A browser that keeps nothing: the choice holds until the page is left.
    }
  }

  #kept(): string | null {
    try {
      return this.#tab.getItem(KEY)
    } catch {
      return null
    }
  }
}

/** The tab's own memory, or one that lasts as long as the page. */
export function tabMemory(): TabMemory {
  try {
    if (typeof sessionStorage !== 'undefined') return sessionStorage
  } catch {
    // Reading the property alone throws where storage is blocked.
  }
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
