import type { IDBPObjectStore, StoreNames } from 'idb'
import * as Y from 'yjs'
import { sameJson } from '../../domain/json.ts'
import { readContent } from '../../domain/read-content.ts'
import { summarise } from '../../domain/summary.ts'
import { applyUpdates } from '../../rules/apply-updates.ts'
import { seedUpdate } from '../../domain/story-doc.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { newRecord } from '../../rules/new-record.ts'
import { done } from '../../rules/refusals.ts'
import { seederOf } from '../../rules/seeder-of.ts'
import type { NewStory, Outcome } from '../backend.ts'
import type { StoryLocks } from '../story-locks.ts'
import { toBase64 } from '../wire.ts'
import { storyRecord } from '../wire/story-answers.ts'
import type { CacheDatabase, CacheSchema, CreationRow } from './cache-database.ts'
import type { Outbox } from './outbox.ts'
import type { Asked, Requests } from './requests.ts'
import { asOutcome, isUnanswered } from './requests.ts'
import type { SeenCache } from './seen-cache.ts'
import type { Session } from './session.ts'

type Parts = {
  readonly database: CacheDatabase
  readonly requests: Requests
  readonly session: Pick<Session, 'person'>
  readonly seen: SeenCache
  readonly outbox: Outbox
  /** Of this browser's tabs one sends at a time. */
  readonly locks: StoryLocks
  readonly now: () => Date
  /** Is the server known to be there? */
  readonly isUp: () => boolean
  /** The server has this story now. */
  readonly made: (record: StoryRecord) => void
  /** Another story waits here, or another one is refused. */
  readonly changed: (ids: readonly string[]) => void
  /** Milliseconds until what could not be sent is tried again, growing up to `most`. */
  readonly again: { readonly first: number; readonly most: number }
}

type CreationStore = IDBPObjectStore<CacheSchema, StoreNames<CacheSchema>[], 'creations', 'readwrite'>

/** Name of what is held by the tab that sends. */
const SENDING = 'creations'

/** Until the server gives it another one: before whatever a server says. */
const BEFORE_ALL = 0

/**
 * Makes stories on the server. One that is made while the server can't be reached is kept in this browser, as new as the
 * server would make it, and made there when it can: before anything that was written in it is sent.
 */
export class Creations {
  readonly #parts: Parts
  /** What waits of whoever works here, as it was when it was looked at last, latest first. */
  #rows: readonly CreationRow[] = []
  /** Why the server does not take some of them, by id. */
  readonly #refusals = new Map<string, string>()
  #draining: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** How many stories wait to be made. */
  get count(): number {
    return this.#rows.length
  }

  /** The records of those that wait, latest first. */
  get records(): readonly StoryRecord[] {
    return this.#rows.map(({ record }) => record)
  }

  /** Is this one that the server doesn't have yet? */
  isWaiting(id: string): boolean {
    return this.#rows.some((row) => row.id === id)
  }

  /** Why the server does not take that story, or null. */
  refusalOf(id: string): string | null {
    return this.isWaiting(id) ? (this.#refusals.get(id) ?? null) : null
  }

  /** Makes a story: on the server, or in this browser where that can't be reached. */
  async create(story: NewStory, person: Person): Promise<Outcome<StoryRecord>> {
    const { requests, seen, isUp } = this.#parts
    const there = this.#rows.find(({ id }) => id === story.id)
    if (there) return done(there.record)
    const asked = await requests.post('/api/stories', storyRecord, story, !isUp())
    if (asked.ok) void seen.keepRecords([asked.value])
    return mayPass(asked) ? this.#keep(story, person) : asOutcome(asked)
  }

  /** What waits of a story of whoever works here, or null. */
  async of(id: string): Promise<CreationRow | null> {
    await this.look()
    return this.#rows.find((row) => row.id === id) ?? null
  }

  /** Looks at what waits; other tabs may have kept or sent some. */
  async look(): Promise<void> {
    const before = this.#rows.map(({ id }) => id)
    const { person } = this.#parts.session
    const rows = person ? await this.#read(person.id) : []
    // Ids grow with the time.
    this.#rows = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1))
    const now = this.#rows.map(({ id }) => id)
    const others = [...before.filter((id) => !now.includes(id)), ...now.filter((id) => !before.includes(id))]
    if (others.length > 0) this.#parts.changed(others)
  }

  /** Somebody works here: looks at what waits of theirs, and what it says by now, of which a browser that died told no list. */
  async begin(): Promise<void> {
    await this.look()
    for (const { id } of this.#rows) await this.retell(id)
  }

  /** Words were written in one that waits: its row in the list says what they say, as far as they are kept. */
  async retell(id: string): Promise<void> {
    const known = this.#rows.find((row) => row.id === id)
    if (!known) return
    const words = await this.#wordsOf(known)
    const doc = new Y.Doc()
    const applied = applyUpdates(doc, [known.state, ...words], null)
    const summary = applied.ok ? summarise(readContent(doc)) : known.record.summary
    doc.destroy()
    if (sameJson(summary, known.record.summary)) return
    await this.#write(async (store) => {
      const row = await store.get(id)
      // Made meanwhile, perhaps, by another tab.
      if (row) await store.put({ ...row, record: { ...row.record, summary } })
    })
    await this.look()
    this.#parts.changed([id])
  }

  /** Has the server make what waits. Resolves when all is done that can be done now. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null
    })
    return this.#draining
  }

  /** Sends nothing more by itself. */
  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
  }

  async #keep({ id, content, source }: NewStory, person: Person): Promise<Outcome<StoryRecord>> {
    // As the server will read it.
    const plain = JSON.parse(JSON.stringify(content)) as StoryContent
    const at = this.#parts.now().toISOString()
    const record = newRecord({ id, content: plain, source }, person, BEFORE_ALL, at)
    const state = seedUpdate(plain, seederOf(id))
    const row: CreationRow = { id, person: person.id, content: plain, source, record, state }
    try {
      await this.#parts.database.run(['creations'], 'strict', (transaction) =>
        transaction.objectStore('creations').put(row),
      )
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      return { ok: false, reason: 'storage', message: error.message }
    }
    await this.look()
    this.#later()
    return done(record)
  }

  async #drain(): Promise<void> {
    const { locks, session } = this.#parts
    await this.look()
    const { person } = session
    if (this.#rows.length === 0 || !person) return
    await locks.ifFree(SENDING, async () => {
      // Oldest first; another tab may have sent some meanwhile.
      for (const row of (await this.#read(person.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        if (!(await this.#send(row))) break
      }
    })
    await this.look()
    if (this.#rows.every(({ id }) => this.#refusals.has(id))) this.#failures = 0
    else this.#later()
  }

  /** Answers whether others can be sent now. */
  async #send({ id, person, content, source, state }: CreationRow): Promise<boolean> {
    const { requests, seen, session } = this.#parts
    const isTheirs = (): boolean => session.person?.id === person && !this.#isOver
    if (!isTheirs()) return false
    const story = { id, content, source, seed: toBase64(state) }
    const asked = await requests.post('/api/stories', storyRecord, story)
    if (asked.ok) {
      await seen.keepRecords([asked.value])
      await this.#remove(id)
      await this.look()
      this.#parts.made(asked.value)
      return true
    }
    // Whose session has ended gets it made when they sign in again.
    if (!isTheirs() || mayPass(asked)) return false
    const isNew = this.#refusals.get(id) !== asked.message
    this.#refusals.set(id, asked.message)
    if (isNew) this.#parts.changed([id])
    return true
  }

  #later(): void {
    if (this.#isOver) return
    const { first, most } = this.#parts.again
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.drain(), Math.min(first * 2 ** this.#failures, most))
    this.#failures += 1
  }

  async #remove(id: string): Promise<void> {
    // Where that fails it is made again, and is the same one.
    await this.#write((store) => store.delete(id))
  }

  async #wordsOf({ id, person, record }: CreationRow): Promise<readonly Uint8Array[]> {
    try {
      const rows = await this.#parts.outbox.of(person, { story: id, epoch: record.epoch })
      return rows.map(({ update }) => update)
    } catch (error) {
      if (error instanceof StorageFailure) return []
      throw error
    }
  }

  async #write(work: (store: CreationStore) => Promise<unknown>): Promise<void> {
    try {
      await this.#parts.database.run(['creations'], 'relaxed', (transaction) =>
        work(transaction.objectStore('creations')),
      )
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
    }
  }

  async #read(person: string): Promise<readonly CreationRow[]> {
    try {
      return await this.#parts.database.run(['creations'], 'readonly', (transaction) =>
        transaction.objectStore('creations').index('person').getAll(person),
      )
    } catch (error) {
      if (error instanceof StorageFailure) return []
      throw error
    }
  }
}

/** Can it be otherwise later? The server can't be reached, has too much to do, or can't store anything just now. */
const mayPass = (asked: Asked<unknown>): boolean =>
  !asked.ok && (isUnanswered(asked) || asked.wait !== undefined || asked.reason === 'storage')
