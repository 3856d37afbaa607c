import type * as Y from 'yjs'
import type { Person } from '../domain/person.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Action } from '../domain/workflow.ts'
import type {
  Backend,
  DeskChange,
  LateEdit,
  ListPage,
  ListQuery,
  NewStory,
  Notice,
  OpenOutcome,
  Outcome,
  Refusal,
  Source,
  StoryEvent,
  Verdict,
  Version,
  VersionHead,
} from './backend.ts'
import { Catalogue } from './catalogue.ts'
import type { DeskTransaction, StoreName } from '../rules/desk-storage.ts'
import { StorageFailure } from '../rules/desk-storage.ts'
import type { DeskMessage } from './hub.ts'
import { LIST_STORES, listStories, warmCatalogue } from './list-stories.ts'
import { loadPart } from '../rules/load-part.ts'
import type { LocalDesk } from './local-desk.ts'
import { OpenStories } from './open-stories.ts'
import { hashOf } from '../domain/picture-hash.ts'
import {
  markRead,
  readLateEdits,
  readNotices,
  readVerdicts,
  readVersion,
  readVersions,
  VERSION_STORES,
} from '../rules/read-past.ts'
import {
  damaged,
  done,
  invalid,
  notFound,
  refusingFailures,
  unknownPerson,
  unsaved,
} from '../rules/refusals.ts'
import { asEvent, asPerson, asPicture, asSource, recordOf } from '../rules/stored-shapes.ts'
import { readStory } from '../rules/story-rows.ts'

// What only some visits do is loaded when it is first done.
const acting = () => loadPart(() => import('../rules/apply-action.ts'))
const creating = () => loadPart(() => import('../rules/create-story.ts'))
const deciding = () => loadPart(() => import('../rules/decide-stored.ts'))
const checking = () => loadPart(() => import('./local-checks.ts'))

const PEOPLE: readonly StoreName[] = ['people', 'meta']
const unsavedBefore = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'The last changes of whoever worked here are not stored yet, so this has to wait. Try again when it says “Saved”.',
})

/** A backend over a storage on this machine: the rules of a desk, whatever it is kept in. */
export class LocalBackend implements Backend {
  readonly capabilities = { kind: 'browser', managePeople: true, presence: false } as const
  readonly presence = null
  readonly accounts = null
  readonly link = null
  readonly #desk: LocalDesk
  readonly #catalogue = new Catalogue()
  readonly #stories: OpenStories
  #isWarm = false
  readonly #stops: (() => void)[] = []
  readonly #watchers = new Set<(change: DeskChange) => void>()

  constructor(desk: LocalDesk) {
    this.#desk = desk
    this.#stories = new OpenStories(desk, this.#tell)
    desk.hub.listen((message) => this.#hear(message, null))
    desk.storage.onTrouble(() => {
      this.#catalogue.clear()
      void this.#stories.storageChanged()
      this.#call({ ids: [], checks: true })
    })
  }

  get trouble(): Backend['trouble'] {
    return this.#desk.storage.trouble
  }

  async me(): Promise<Person | null> {
    return this.#readPeople(null, (transaction) => this.#desk.person.read(transaction))
  }

  async people(): Promise<readonly Person[]> {
    const stored = await this.#readPeople([], (transaction) => transaction.all('people'))
    return stored
      .map(asPerson)
      .filter((person) => person !== null)
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  }

  async savePerson(person: Person): Promise<Outcome<Person>> {
    const name = person.name.trim()
    const known = asPerson({ ...person, name })
    if (!known || person.id === '') return invalid('That is not a person with one of the three roles.')
    if (name === '') return invalid('A name is needed, so that others know who wrote what.')
    return refusingFailures(async () => {
      await this.#desk.storage.run(PEOPLE, 'strict', (transaction) => transaction.put('people', known))
      this.#tell({ kind: 'people' }, null)
      return done(known)
    })
  }

  async become(personId: string): Promise<Outcome<Person>> {
    // What the one before wrote is theirs.
    await this.#stories.settle(null)
    if (this.#stories.isFailing) return unsavedBefore()
    return refusingFailures(async () => {
      const person = await this.#desk.storage.run(PEOPLE, 'strict', (transaction) =>
        this.#desk.person.choose(transaction, personId),
      )
      if (!person) return unknownPerson()
      if (!(await this.#stories.setAside())) return unsavedBefore()
      this.#desk.person.keep(personId)
      await this.#stories.catchUp()
      this.#call({ ids: [] })
      return done(person)
    })
  }

  async list(query: ListQuery): Promise<Outcome<ListPage>> {
    return refusingFailures(async () => {
      await this.#stories.heal()
      const page = await this.#desk.storage.run(LIST_STORES, 'readonly', (transaction) =>
        listStories(transaction, this.#catalogue, query),
      )
      this.#warmLater()
      return done(page)
    })
  }

  /** Whoever looks at the desk may search it next, or do something with a story. */
  #warmLater(): void {
    if (this.#isWarm) return
    this.#isWarm = true
    const timer = setTimeout(() => {
      void refusingFailures(async () => {
        await this.#desk.storage.run(LIST_STORES, 'readonly', (transaction) =>
          warmCatalogue(transaction, this.#catalogue),
        )
        // Fetched once all else is there, so that a desk that loses its network goes on working.
        await Promise.all([acting(), creating(), deciding()])
        return done(null)
      })
    }, this.#desk.delays.summary)
    this.#stops.push(() => clearTimeout(timer))
  }

  async record(id: string): Promise<Outcome<StoryRecord | null>> {
    return refusingFailures(async () => {
      const story = await this.#desk.storage.run(['records'], 'readonly', (transaction) =>
        readStory(transaction, id),
      )
      if (story.ok) return done(story.kind === 'newer' ? story.record : recordOf(story.row))
      return story.reason === 'not found' ? done(null) : story
    })
  }

  watch(listener: (change: DeskChange) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  async create(story: NewStory): Promise<Outcome<StoryRecord>> {
    const { storage, person, seeder, now } = this.#desk
    return refusingFailures(async () => {
      const { CREATE_STORES, createStory, isStoryId } = await creating()
      if (!isStoryId(story.id)) return invalid('A story needs a UUIDv7 as its id.')
      const created = await storage.run(CREATE_STORES, 'strict', async (transaction) =>
        createStory(transaction, story, seeder(), await person.read(transaction), now),
      )
      if (!created.ok) return created
      if (created.made) this.#tell({ kind: 'changed', ids: [story.id] }, null)
      return done(created.record)
    })
  }

  open(id: string, doc: Y.Doc): Promise<OpenOutcome> {
    return this.#stories.open(id, doc)
  }

  async act(id: string, action: Action): Promise<Outcome<StoryRecord>> {
    const { storage, person } = this.#desk
    return refusingFailures(async () => {
      const { ACT_STORES, applyAction } = await acting()
      // Words typed just before the button was pressed belong to the story as it is then.
      if (!(await this.#stories.settle(id))) return unsaved()
      const acted = await storage.run(ACT_STORES, 'strict', async (transaction) =>
        applyAction(transaction, id, action, await person.read(transaction), this.#desk),
      )
      if (!acted.ok) return acted
      this.#tell({ kind: 'changed', ids: [id] }, null)
      await this.#stories.catchUp()
      return acted
    })
  }

  async events(id: string): Promise<Outcome<readonly StoryEvent[]>> {
    return this.#reading(['events'], async (transaction) =>
      (await transaction.ofStory('events', id)).map(asEvent).filter((event) => event !== null),
    )
  }

  async verdicts(id: string): Promise<Outcome<readonly Verdict[]>> {
    return this.#reading(['verdicts'], (transaction) => readVerdicts(transaction, id))
  }

  async versions(id: string): Promise<Outcome<readonly VersionHead[]>> {
    return this.#reading(['versions'], (transaction) => readVersions(transaction, id))
  }

  async version(id: string, number: number): Promise<Outcome<Version | null>> {
    return refusingFailures(() =>
      this.#desk.storage.run(VERSION_STORES, 'readonly', (transaction) =>
        readVersion(transaction, id, number),
      ),
    )
  }

  checks(): Promise<Outcome<CheckSettings>> {
    return refusingFailures(async () => (await checking()).readLocalChecks(this.#desk))
  }

  changeChecks(change: ChecksChange): Promise<Outcome<CheckSettings>> {
    return refusingFailures(async () => (await checking()).changeLocalChecks(this.#desk, change, this.#tell))
  }

  copy(id: string): Promise<Outcome<StoryContent | null>> {
    return refusingFailures(async () => (await checking()).readLocalCopy(this.#desk, id))
  }

  async notices(): Promise<Outcome<readonly Notice[]>> {
    return this.#reading([...PEOPLE, 'notices'], async (transaction) =>
      readNotices(transaction, await this.#desk.person.read(transaction)),
    )
  }

  async readNotices(upTo: number, story?: string): Promise<Outcome<null>> {
    const { storage, person } = this.#desk
    return refusingFailures(async () => {
      const isChange = await storage.run([...PEOPLE, 'notices'], 'strict', async (transaction) =>
        markRead(transaction, await person.read(transaction), upTo, story),
      )
      if (isChange) this.#tell({ kind: 'people' }, null)
      return done(null)
    })
  }

  async lateEdits(id: string): Promise<Outcome<readonly LateEdit[]>> {
    return this.#reading([...PEOPLE, 'late'], async (transaction) =>
      readLateEdits(transaction, id, await this.#desk.person.read(transaction)),
    )
  }

  async forgetLateEdit(id: string, key: string): Promise<Outcome<null>> {
    return refusingFailures(async () => {
      await this.#desk.storage.run([...PEOPLE, 'late'], 'strict', async (transaction) => {
        const own = await readLateEdits(transaction, id, await this.#desk.person.read(transaction))
        if (own.some((edit) => edit.key === key)) await transaction.remove('late', key)
      })
      this.#tell({ kind: 'changed', ids: [id] }, null)
      return done(null)
    })
  }

  async putPicture(picture: Blob): Promise<Outcome<{ readonly hash: string }>> {
    const bytes = await picture.arrayBuffer()
    const hash = await hashOf(bytes)
    if (hash === null) {
      return {
        ok: false,
        reason: 'storage',
        message:
          'Pictures can be kept only at a secure address: open Stet over https, or on this machine as localhost.',
      }
    }
    return refusingFailures(async () => {
      await this.#desk.storage.run(['pictures'], 'strict', async (transaction) => {
        if ((await transaction.get('pictures', hash)) !== undefined) return
        await transaction.put('pictures', { hash, type: picture.type, bytes })
      })
      return done({ hash })
    })
  }

  async picture(hash: string): Promise<Outcome<Blob | null>> {
    return this.#reading(['pictures'], async (transaction) => {
      const stored = asPicture(await transaction.get('pictures', hash))
      return stored && new Blob([stored.bytes], { type: stored.type })
    })
  }

  async source(id: string): Promise<Outcome<Source | null>> {
    return refusingFailures(async () => {
      const stored = await this.#desk.storage.run(['sources'], 'readonly', (transaction) =>
        transaction.get('sources', id),
      )
      if (stored === undefined) return done(null)
      const source = asSource(stored)
      return source ? done(source) : damaged('the copy it was imported from is damaged.')
    })
  }

  async rawData(id: string): Promise<Outcome<Blob>> {
    return refusingFailures(async () => {
      const { RAW_STORES, readRawData } = await loadPart(() => import('../rules/raw-data.ts'))
      const json = await this.#desk.storage.run(RAW_STORES, 'readonly', (transaction) =>
        readRawData(transaction, id),
      )
      return json === null ? notFound() : done(new Blob([json], { type: 'application/json' }))
    })
  }

  /** Stores everything that is left, and brings summaries up to date: for when the page is hidden. */
  async settle(): Promise<void> {
    await this.#stories.settle(null)
  }

  /** Reads what other tabs did meanwhile: for when the page is looked at again. */
  async catchUp(): Promise<void> {
    await this.#stories.catchUp()
  }

  /** Has `stop` called when the backend is closed. */
  whenClosed(stop: () => void): void {
    this.#stops.push(stop)
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    await this.#stories.close()
    this.#watchers.clear()
    this.#desk.hub.close()
    await this.#desk.storage.close()
  }

  readonly #tell = (message: DeskMessage, from: object | null): void => {
    this.#desk.hub.post(message)
    this.#hear(message, from)
  }

  #hear(message: DeskMessage, from: object | null): void {
    this.#stories.receive(message, from)
    if (message.kind === 'checks') this.#call({ ids: [], checks: true })
    else if (message.kind !== 'update') this.#call({ ids: message.kind === 'changed' ? message.ids : [] })
  }

  #call(change: DeskChange): void {
    for (const watcher of this.#watchers) watcher(change)
  }

  #reading<Value>(
    stores: readonly StoreName[],
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Outcome<Value>> {
    return refusingFailures(async () => done(await this.#desk.storage.run(stores, 'readonly', work)))
  }

  async #readPeople<Value>(
    none: Value,
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    try {
      return await this.#desk.storage.run(PEOPLE, 'readonly', work)
    } catch (error) {
      if (error instanceof StorageFailure) return none
      throw error
    }
  }
}
