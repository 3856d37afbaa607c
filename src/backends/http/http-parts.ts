import { v4 as randomId } from 'uuid'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { DeskChange } from '../backend.ts'
import { channelHub, type Hub } from '../hub.ts'
import type { StoryLocks } from '../story-locks.ts'
import { webLocks } from '../story-locks.ts'
import type { LiveNews } from '../wire/live.ts'
import { CacheDatabase } from './cache-database.ts'
import { Creations } from './creations.ts'
import type { HttpDesk, Pauses } from './http-desk.ts'
import { PAUSES } from './http-desk.ts'
import { HttpPictures } from './http-pictures.ts'
import { HttpStories } from './http-stories.ts'
import { LateDeskWire } from './late-desk-wire.ts'
import type { LiveModule } from './late-live.ts'
import { LateLive } from './late-live.ts'
import { LateStoryWire } from './late-story-wire.ts'
import { LateWords } from './late-words.ts'
import { Link } from './link.ts'
import type { WebSocketClass } from './live-socket.ts'
import { Outbox } from './outbox.ts'
import { Requests } from './requests.ts'
import { SeenCache } from './seen-cache.ts'
import { picturesInParts } from './send-in-parts.ts'
import { Session } from './session.ts'

export type HttpOptions = {
  /** Where the server is, without a slash at the end: the page's own origin, in a browser. */
  readonly address: string
  readonly now: () => Date
  readonly fetch?: typeof fetch
  readonly WebSocket?: WebSocketClass
  /** Name of what this browser keeps of the server. */
  readonly cacheName?: string
  /** Nothing is kept in this browser before it resolves. */
  readonly mayWrite?: Promise<void>
  readonly pauses?: Pauses
  /** Loads the live connection. */
  readonly loadLive?: () => Promise<LiveModule>
  /** Says which tabs of this browser live. */
  readonly locks?: StoryLocks
}

/** Milliseconds between two looks whether the session still holds, while the live connection doesn't come. */
const LOOK_EVERY = 1000

/** The parts of the server's backend, and what happens between them. */
export class HttpParts {
  readonly watchers = new Set<(change: DeskChange) => void>()
  readonly requests: Requests
  readonly session: Session
  readonly seen: SeenCache
  readonly late: LateWords
  readonly stories: HttpStories
  readonly pictures: HttpPictures
  readonly creations: Creations
  readonly live: LateLive
  readonly deskWire: LateDeskWire
  readonly link: Link
  readonly #database: CacheDatabase
  readonly #hub: Hub
  /** Lets the other tabs know that this one lives no more. */
  #letGo: () => void
  readonly #locks: StoryLocks
  #tab: string = randomId()
  #looked = 0
  #isOver = false

  constructor(options: HttpOptions) {
    const pauses = options.pauses ?? PAUSES
    const name = options.cacheName ?? 'stet-server'
    const { now } = options
    this.#locks = options.locks ?? webLocks(name)
    this.#letGo = this.#locks.hold(this.#tab)
    this.#database = new CacheDatabase(name, options.mayWrite)
    this.#hub = channelHub(name)
    this.seen = new SeenCache(this.#database, () => now().getTime())
    this.late = new LateWords(this.#database, now)
    const outbox = new Outbox(this.#database, { now: () => now().getTime(), random: () => Math.random() })
    this.requests = new Requests({
      address: options.address,
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
      newKey: randomId,
      pauses: pauses.tries,
      isUp: () => this.deskWire.isUp,
      signedOut: () => {
        this.session.end()
        this.link.changed()
      },
    })
    this.session = new Session(
      () => this.requests,
      this.seen,
      (before) => this.#changed(before),
    )
    this.live = new LateLive({
      url: `${options.address.replace(/^http/, 'ws')}/api/live`,
      WebSocket: options.WebSocket ?? WebSocket,
      pauses: pauses.reconnect,
      again: pauses.again,
      patience: pauses.live,
      disconnected: () => this.#lookAtSession(),
      ...(options.loadLive && { load: options.loadLive }),
    })
    this.deskWire = new LateDeskWire(this.live, {
      news: (news) => this.#hear(news),
      up: () => void this.#up(),
      down: () => this.#moved(),
      denied: () => this.#lookAtSession(),
    })
    this.creations = new Creations({
      database: this.#database,
      requests: this.requests,
      session: this.session,
      seen: this.seen,
      outbox,
      locks: this.#locks,
      now,
      isUp: () => this.deskWire.isUp,
      made: (record) => this.#made(record),
      changed: (ids) => {
        this.#moved()
        this.tell(ids)
      },
      again: pauses.pictures,
    })
    const desk: HttpDesk = {
      requests: this.requests,
      wireOf: (name, person, events) => new LateStoryWire(this.live, name, () => person, events),
      isOpen: () => this.live.isOpen,
      isMissing: () => this.live.isMissing,
      session: this.session,
      seen: this.seen,
      outbox,
      late: this.late,
      creations: this.creations,
      pauses,
      tab: () => this.#tab,
      isAlive: async (other) => {
        let isFree = false
        await this.#locks.ifFree(other, () => {
          isFree = true
          return Promise.resolve()
        })
        return !isFree
      },
      isUp: () => this.deskWire.isUp,
      tell: (ids) => this.tell(ids),
      wordsChanged: () => this.link.changed(),
    }
    this.stories = new HttpStories(desk)
    this.link = new Link(
      // Without anybody there is no live connection; the server was there to say so.
      () => this.session.isOut || this.deskWire.isUp,
      () => this.stories.unsent + this.creations.count,
    )
    this.pictures = new HttpPictures({
      requests: this.requests,
      seen: this.seen,
      outbox,
      session: this.session,
      send: picturesInParts(this.requests, pauses.tries),
      again: pauses.pictures,
    })
    this.#hub.listen((message) => {
      if (message.kind === 'changed') {
        void this.creations.look()
        this.#call({ ids: message.ids })
      }
      if (message.kind === 'people') void this.session.look()
    })
    void this.session.begin()
  }

  /** Tells whoever watches, here and in this browser's other tabs, of what only this browser keeps. */
  tell(ids: readonly string[]): void {
    this.#hub.post({ kind: 'changed', ids })
    this.#call({ ids })
  }

  async cameIn(person: Person): Promise<void> {
    await this.session.become(person)
    this.#hub.post({ kind: 'people' })
  }

  /** Somebody went out on purpose: what they saw is nobody else's business. */
  async wentOut(): Promise<void> {
    this.session.end()
    await this.seen.forget()
    this.#hub.post({ kind: 'people' })
  }

  hurry(): void {
    this.live.hurry()
    void this.stories.count()
  }

  async end(): Promise<void> {
    this.#isOver = true
    this.watchers.clear()
    this.#hub.close()
    this.pictures.end()
    this.creations.end()
    await this.stories.end()
    this.deskWire.end()
    this.live.end()
    await this.#database.close()
    this.#letGo()
  }

  #changed(before: Person | null): void {
    if (this.#isOver) return
    const { person } = this.session
    const isAnother = before !== null && before.id !== person?.id
    if (isAnother) this.#renew()
    if (person) {
      if (isAnother) this.live.renew()
      this.deskWire.begin(person)
      this.live.connect()
    } else {
      this.deskWire.end()
      this.live.disconnect()
    }
    this.stories.changed()
    this.link.changed()
    void this.stories.count()
    void this.creations.begin()
    this.#call({ ids: [], checks: true })
  }

  /** What was written here for somebody else waits for them, in whatever tab they come back: this is another one now. */
  #renew(): void {
    const letGo = this.#letGo
    this.#tab = randomId()
    this.#letGo = this.#locks.hold(this.#tab)
    // The old one lives until all of its words are kept.
    void this.stories.end().then(() => {
      letGo()
      if (!this.#isOver && this.deskWire.isUp) void this.stories.drain()
    })
  }

  /** The way to the server is there (again): what was told meanwhile was missed, and what waits can be sent. */
  async #up(): Promise<void> {
    this.#moved()
    this.#call({ ids: [], checks: true })
    await this.session.look()
    // A story is there before what was written in it is sent.
    const sending = this.creations.drain().then(async () => this.stories.drain())
    await Promise.all([this.stories.look('all'), sending, this.pictures.drain()])
    this.#moved()
  }

  /** The server has a story that was made here while it could not be reached. */
  #made(record: StoryRecord): void {
    this.stories.take(record)
    this.#moved()
    this.tell([record.id])
    // What tabs have written in it that live no more.
    void this.stories.drain()
  }

  #moved(): void {
    this.stories.changed()
    this.link.changed()
  }

  #hear(news: LiveNews): void {
    switch (news.kind) {
      case 'changed':
        void this.stories.look(news.ids)
        return this.#call({ ids: news.ids })
      case 'notices':
        return this.#call({ ids: [] })
      case 'checks':
        return this.#call({ ids: [], checks: true })
      case 'people':
        void this.session.look().then(() => this.#call({ ids: [] }))
        return undefined
      case 'session ended':
        void this.session.look()
        return undefined
    }
  }

  /** A live connection that doesn't come may have been refused, which a browser doesn't tell. */
  #lookAtSession(): void {
    const now = performance.now()
    if (this.#isOver || !this.session.person || now - this.#looked < LOOK_EVERY) return
    this.#looked = now
    void this.session.look()
  }

  #call(change: DeskChange): void {
    for (const watcher of this.watchers) watcher(change)
  }
}
