import type { LiveNews } from '../../backends/wire/live.ts'
import type { Person } from '../../domain/person.ts'
import type { DeskStorage } from '../../rules/desk-storage.ts'
import { asPerson } from '../../rules/stored-shapes.ts'
import type { SessionOf } from '../accounts/session-of.ts'
import { deskMessage } from './live-answers.ts'
import type { LiveSocket } from './live-socket.ts'

/** All browsers that are connected to this server. */
export class LiveSockets {
  readonly #sockets = new Set<LiveSocket>()
  #onEmpty: () => void = () => {}

  get size(): number {
    return this.#sockets.size
  }

  /** Documents that are open, each counted for every browser that has it. */
  get connections(): number {
    return [...this.#sockets].reduce((sum, { documents }) => sum + documents, 0)
  }

  add(socket: LiveSocket): void {
    this.#sockets.add(socket)
  }

  remove(socket: LiveSocket): void {
    this.#sockets.delete(socket)
    if (this.#sockets.size === 0) this.#onEmpty()
  }

  /** Resolves when nobody is connected any more, or after so many milliseconds. */
  gone(most: number): Promise<void> {
    if (this.#sockets.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most)
      this.#onEmpty = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Sockets of one session. */
  countOf(session: string): number {
    return [...this.#sockets].filter((socket) => socket.session === session).length
  }

  /** Whether somebody has this document open, or is opening it. */
  have(name: string): boolean {
    return [...this.#sockets].some((socket) => socket.has(name))
  }

  /** Tells all, or those of these people, what is new on the desk. */
  tell(news: LiveNews, people?: readonly string[]): void {
    const message = deskMessage(news)
    for (const socket of this.#sockets) {
      if (people?.includes(socket.person.id) ?? true) socket.tell(message)
    }
  }

  /** A session ended, or all of a person's. */
  end(person: string, session: string | null): void {
    for (const socket of this.#sockets) {
      if (socket.person.id === person && (session ?? socket.session) === socket.session) socket.end()
    }
  }

  /** Asks everybody whether they are there, and lets those go who didn't answer the last time. */
  ask(): void {
    for (const socket of this.#sockets) socket.ask()
  }

  /** Looks up everybody's session again, each once, and ends what has expired. */
  async check(sessionOf: SessionOf): Promise<void> {
    const sessions = new Map([...this.#sockets].map((socket) => [socket.session, socket.headers]))
    for (const [session, headers] of sessions) {
      const signedIn = await sessionOf(headers)
      for (const socket of [...this.#sockets].filter((open) => open.session === session)) {
        if (signedIn?.session === session) socket.person = signedIn.person
        else socket.end()
      }
    }
  }

  /** Reads names and roles again. */
  async readPeople(storage: DeskStorage): Promise<void> {
    const known = await storage.run(['people'], 'readonly', (transaction) => transaction.all('people'))
    const people = new Map<string, Person>()
    for (const person of known.map(asPerson)) if (person) people.set(person.id, person)
    for (const socket of this.#sockets) socket.person = people.get(socket.person.id) ?? socket.person
  }

  close(code: number, reason: string): void {
    for (const socket of this.#sockets) socket.close(code, reason)
  }

  closeThoseWith(name: string, code: number, reason: string): void {
    for (const socket of this.#sockets) if (socket.has(name)) socket.close(code, reason)
  }

  terminate(): void {
    for (const socket of this.#sockets) socket.terminate()
  }
}
