import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { sameJson } from '../../domain/json.ts'
import type { Person } from '../../domain/person.ts'
import { WRONG } from '../../rules/shape.ts'
import type { Here, Presence } from '../presence.ts'
import type { LiveNews } from '../wire/live.ts'
import { DESK_DOCUMENT, deskAwareness, liveNews } from '../wire/live.ts'
import { forgetOthers } from './forget-others.ts'
import type { LiveSocket } from './live-socket.ts'

export type DeskWireEvents = {
  readonly news: (news: LiveNews) => void
  /** The way to the server is there (again): whatever was told meanwhile was missed. */
  readonly up: () => void
  readonly down: () => void
  /** The server doesn't let this person in (any more). */
  readonly denied: () => void
}

/** What the server tells everybody on the desk, and who is at work on it. */
export class DeskWire implements Presence {
  readonly #socket: LiveSocket
  readonly #events: DeskWireEvents
  readonly #pause: number
  readonly #listeners = new Set<() => void>()
  #provider: HocuspocusProvider | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  #person: Person | null = null
  #story: string | null = null
  #here: readonly Here[] = []
  #isUp = false

  /** `pause` in milliseconds before a document that the server closed is asked for again. */
  constructor(socket: LiveSocket, pause: number, events: DeskWireEvents) {
    this.#socket = socket
    this.#pause = pause
    this.#events = events
  }

  /** Is the server there, and does it know who works here? */
  get isUp(): boolean {
    return this.#isUp
  }

  get here(): readonly Here[] {
    return this.#here
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(story: string | null): void {
    this.#story = story
    this.#say()
  }

  /** Listens as this person. */
  begin(person: Person): void {
    this.#person = person
    if (this.#provider) return this.#say()
    const provider = new HocuspocusProvider({
      name: DESK_DOCUMENT,
      document: new Y.Doc(),
      websocketProvider: this.#socket,
      token: () => this.#person?.id ?? '',
      onSynced: () => this.#up(provider),
      onStateless: ({ payload }) => this.#hear(payload),
      onDisconnect: () => this.#down(),
      onClose: () => {
        forgetOthers(provider.awareness)
        this.#closed(provider)
      },
      onAuthenticationFailed: () => {
        this.#closed(provider)
        this.#events.denied()
      },
      onAwarenessChange: () => this.#look(),
    })
    this.#provider = provider
    this.#say()
    provider.attach()
    return undefined
  }

  end(): void {
    clearTimeout(this.#again)
    const provider = this.#provider
    this.#provider = null
    provider?.destroy()
    this.#down()
    this.#set([])
  }

  #say(): void {
    const said = this.#person && { person: this.#person, story: this.#story }
    this.#provider?.awareness?.setLocalState(said)
  }

  #up(provider: HocuspocusProvider): void {
    if (provider !== this.#provider || this.#isUp) return
    this.#isUp = true
    this.#events.up()
  }

  #down(): void {
    if (!this.#isUp) return
    this.#isUp = false
    this.#events.down()
  }

  /** Where the whole connection was lost the provider comes back with it; where only this document was, it is begun anew. */
  #closed(provider: HocuspocusProvider): void {
    if (provider !== this.#provider) return
    this.#down()
    if (!this.#socket.isOpen) return
    this.#provider = null
    this.#socket.configuration.providerMap.delete(DESK_DOCUMENT)
    provider.destroy()
    clearTimeout(this.#again)
    this.#again = setTimeout(() => {
      if (this.#person && !this.#provider) this.begin(this.#person)
    }, this.#pause)
  }

  #hear(payload: string): void {
    let said: unknown
    try {
      said = JSON.parse(payload)
    } catch {
      return
    }
    // Another version of Stet may be talking: what is not understood is no news.
    const news = liveNews(said)
    if (news !== WRONG) this.#events.news(news)
  }

  #look(): void {
    const seen = new Map<string, Here>()
    for (const state of this.#provider?.awareness?.getStates().values() ?? []) {
      const said = deskAwareness(state)
      if (said !== WRONG) seen.set(JSON.stringify([said.person.id, said.story]), said)
    }
    this.#set(
      [...seen.values()].toSorted(
        (a, b) =>
          a.person.name.localeCompare(b.person.name) ||
          (a.person.id < b.person.id ? -1 : a.person.id > b.person.id ? 1 : 0) ||
          ((a.story ?? '') < (b.story ?? '') ? -1 : 1),
      ),
    )
  }

  #set(here: readonly Here[]): void {
    if (sameJson(here, this.#here)) return
    this.#here = here
    for (const listener of this.#listeners) listener()
  }
}
