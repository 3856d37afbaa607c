import type { Person } from '../../domain/person.ts'
import { person as personShape } from '../wire/story-answers.ts'
import type { Requests } from './requests.ts'
import { isUnanswered } from './requests.ts'
import type { SeenCache } from './seen-cache.ts'

/** Who works in this tab, as the server's session says; where it can't be reached, who worked here last. */
export class Session {
  readonly #requests: () => Requests
  readonly #seen: SeenCache
  readonly #changed: (before: Person | null) => void
  #person: Person | null = null
  #begun: Promise<void> | null = null
  #isOut = false

  /** `changed` is told when somebody else, or nobody, works here now, or the same person under another name or role. */
  constructor(requests: () => Requests, seen: SeenCache, changed: (before: Person | null) => void) {
    this.#requests = requests
    this.#seen = seen
    this.#changed = changed
  }

  /** The person at work as far as is known, or null. */
  get person(): Person | null {
    return this.#person
  }

  /** Has the server said that nobody is signed in here? */
  get isOut(): boolean {
    return this.#isOut
  }

  /** Finds out, once. */
  begin(): Promise<void> {
    this.#begun ??= this.look().then(() => {})
    return this.#begun
  }

  /** Asks the server who works here; false where it could not be reached. */
  async look(): Promise<boolean> {
    const asked = await this.#requests().get('/api/me', personShape)
    if (asked.ok) {
      await this.become(asked.value)
      return true
    }
    if (!isUnanswered(asked)) return true
    this.#set(this.#person ?? (await this.#seen.person()))
    return false
  }

  /** This person has a session now. */
  async become(person: Person): Promise<void> {
    await this.#seen.keepPerson(person)
    this.#isOut = false
    this.#set(person)
  }

  /** There is no session any more. What this browser saw is kept for the same person, but where they signed out themselves. */
  end(): void {
    void this.#seen.keepSignedOut()
    this.#isOut = true
    this.#set(null)
  }

  #set(person: Person | null): void {
    const before = this.#person
    const isSame = before?.id === person?.id && before?.name === person?.name && before?.role === person?.role
    this.#person = person
    if (!isSame) this.#changed(before)
  }
}
