import * as Y from 'yjs'
import { CONTENT_SCHEMA } from '../../domain/story-doc.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { Person } from '../../domain/person.ts'
import { applyUpdates } from '../../rules/apply-updates.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { damaged, nobody, notFound } from '../../rules/refusals.ts'
import type { OpenOutcome, Refusal } from '../backend.ts'
import { storyCopy } from '../wire/story-answers.ts'
import { HttpConnection } from './http-connection.ts'
import type { HttpDesk } from './http-desk.ts'
import type { StoredRow } from './cache-database.ts'
import { readStory, storyPath } from './read-story.ts'
import { asRefusal, isUnanswered } from './requests.ts'
import { StoryLine } from './story-line.ts'

/** So often a story is looked at anew that was begun anew while it was being opened. */
const TRIES = 3

type RowsOf = { readonly story: string; readonly epoch: number }

const notKept = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'The newsroom’s server can’t be reached, and this story was not kept in this browser as it is now. Nothing of it is lost: open it again when the connection is back.',
})

/** The stories that are open in this tab, and those whose words wait to be sent. */
export class HttpStories {
  readonly #desk: HttpDesk
  readonly #lines = new Map<string, StoryLine>()
  readonly #open = new Set<HttpConnection>()
  /** How many changes of other tabs lay in the outbox when it was looked at last. */
  #elsewhere = 0
  #draining: Promise<void> | null = null

  constructor(desk: HttpDesk) {
    this.#desk = desk
  }

  /** Changes that wait to be sent, also of stories that nobody has open here, and of other tabs. */
  get unsent(): number {
    return this.#all.reduce((sum, { words }) => sum + words.own, this.#elsewhere)
  }

  /** Counts what other tabs of this browser, and those that live no more, have in the outbox. */
  async count(): Promise<void> {
    const { person } = this.#desk.session
    const rows = person ? await this.#rows(person) : []
    this.#elsewhere = rows
      .filter(({ tab }) => tab !== this.#desk.tab())
      .reduce((sum, { changes }) => sum + changes, 0)
    this.#desk.wordsChanged()
  }

  async open(id: string, doc: Y.Doc): Promise<OpenOutcome> {
    if (doc.store.clients.size > 0) throw new Error('backend.open needs an empty document')
    const { person } = this.#desk.session
    if (!person) return nobody()
    for (let time = 0; time < TRIES; time++) {
      const asked = await readStory(this.#desk.requests, id)
      if (!asked.ok) return isUnanswered(asked) ? this.#openKept(id, doc, person) : asRefusal(asked)
      if (!asked.value) return notFound()
      if (asked.value.schema > CONTENT_SCHEMA) return this.#openCopy(id)
      const opened = await this.#openLive(asked.value, doc, person)
      if (opened) return opened
    }
    return this.#openKept(id, doc, person)
  }

  /** Stores what is left of a story, or of all; answers whether all of it is stored, but for what is refused. */
  async settle(id: string | null): Promise<boolean> {
    const asked = this.#all.filter((line) => id === null || line.id === id)
    await Promise.all(asked.map((line) => line.flush()))
    // Words of an earlier epoch are no part of the story as it is now.
    return asked.every(
      ({ words, refused, record, epoch }) => record.epoch !== epoch || words.isEmpty || refused !== null,
    )
  }

  /** Keeps in the outbox what is not sent: for when the page is hidden. */
  async keep(): Promise<void> {
    await Promise.all(this.#all.map(async ({ words }) => words.keep()))
  }

  /** The record of a story as somebody was told it is now. */
  take(record: StoryRecord): void {
    for (const line of this.#of(record.id)) line.take(record)
  }

  /** These stories changed: looks at those that are open here. All of them where something may have been missed. */
  async look(ids: readonly string[] | 'all'): Promise<void> {
    const asked = ids === 'all' ? this.#all : ids.flatMap((id) => this.#of(id))
    await Promise.all(asked.map((line) => line.look()))
  }

  /** Who works here, or the way to the server, is different now. */
  changed(): void {
    for (const line of this.#all) line.changed()
  }

  /** Sends what waits in the outbox, also of stories that nobody has open here. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null
    })
    return this.#draining
  }

  /** Ends all of them; what is not sent stays in the outbox for whoever wrote it. */
  async end(): Promise<void> {
    const lines = this.#all
    for (const line of lines) line.changed()
    for (const connection of this.#open) connection.abandon()
    this.#open.clear()
    this.#lines.clear()
    await Promise.all(lines.map((line) => line.end()))
  }

  get #all(): readonly StoryLine[] {
    return [...this.#lines.values()]
  }

  #of(id: string): readonly StoryLine[] {
    return this.#all.filter((line) => line.id === id)
  }

  async #openCopy(id: string): Promise<OpenOutcome> {
    const asked = await this.#desk.requests.get(`${storyPath(id)}/copy`, storyCopy)
    return asked.ok ? { ok: true, kind: 'newer', ...asked.value } : asRefusal(asked)
  }

  /** Null where the story was begun anew meanwhile, or the way to the server was lost: to be looked at again. */
  async #openLive(record: StoryRecord, doc: Y.Doc, person: Person): Promise<OpenOutcome | null> {
    const line = this.#lineOf(record, person)
    const letGo = line.occupy()
    try {
      return await this.#openLine(line, record, doc, person)
    } finally {
      letGo()
    }
  }

  async #openLine(
    line: StoryLine,
    record: StoryRecord,
    doc: Y.Doc,
    person: Person,
  ): Promise<OpenOutcome | null> {
    line.take(record)
    const earlier = await this.#left(person, record)
    await line.settled()
    if (!line.wire.isReady) {
      const { closing } = line
      if (!closing || closing.isClosed) return null
      const { reason, message } = closing
      return { ok: false, reason, message }
    }
    await line.adopt(earlier)
    if (!line.wire.isReady) await line.settled()
    if (!line.wire.isReady) return null
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.wire.doc))
    return this.#connect(line, doc)
  }

  /** From what this browser keeps. */
  async #openKept(id: string, doc: Y.Doc, person: Person): Promise<OpenOutcome> {
    const { seen } = this.#desk
    const story = await seen.story(id)
    const latest = await seen.record(id)
    if (!story) return notKept()
    const isSame = latest === null || latest.epoch === story.epoch
    const applied = applyUpdates(doc, story.ahead ? [story.state, story.ahead] : [story.state], null)
    if (!applied.ok) return damaged('what this browser keeps of it is damaged.')
    const line = this.#lineOf(isSame && latest ? latest : story.record, person)
    const letGo = line.occupy()
    line.load(await this.#left(person, line.record))
    const opened = this.#connect(line, doc)
    letGo()
    return opened
  }

  #connect(line: StoryLine, doc: Y.Doc): OpenOutcome {
    for (const { update } of line.words.all) Y.applyUpdate(doc, update)
    const connection = new HttpConnection(this.#desk, line, doc)
    this.#open.add(connection)
    return { ok: true, kind: 'open', connection }
  }

  #lineOf(record: StoryRecord, person: Person): StoryLine {
    const key = `${record.id}/${record.epoch}`
    const there = this.#lines.get(key)
    if (there && !there.isOver) return there
    const line: StoryLine = new StoryLine(this.#desk, person, record, () => {
      if (this.#lines.get(key) === line) this.#lines.delete(key)
      void this.count()
    })
    this.#lines.set(key, line)
    return line
  }

  /** What tabs that live no more have left of a story. */
  #left(person: Person, { id, epoch }: StoryRecord): Promise<readonly StoredRow[]> {
    return this.#orphans(person, { story: id, epoch })
  }

  async #orphans(person: Person, of?: RowsOf): Promise<readonly StoredRow[]> {
    const rows = await this.#rows(person, of)
    const tabs = [...new Set(rows.map(({ tab }) => tab))].filter((tab) => tab !== this.#desk.tab())
    const living = await Promise.all(tabs.map((tab) => this.#desk.isAlive(tab)))
    const dead = new Set(tabs.filter((_tab, index) => !living[index]))
    return rows.filter(({ tab }) => dead.has(tab))
  }

  /** Rows of the outbox; none where it can't be read. */
  async #rows(person: Person, of?: RowsOf): Promise<readonly StoredRow[]> {
    try {
      return await this.#desk.outbox.of(person.id, of)
    } catch (error) {
      if (error instanceof StorageFailure) return []
      throw error
    }
  }

  async #drain(): Promise<void> {
    const { person } = this.#desk.session
    if (!person) return
    const rows = await this.#orphans(person)
    const keys = new Set(rows.map(({ story, epoch }) => `${story}/${epoch}`))
    for (const key of keys) {
      const own = rows.filter(({ story, epoch }) => `${story}/${epoch}` === key)
      const [first] = own
      if (first && this.#desk.session.person?.id === person.id) await this.#drainStory(first, own, person)
    }
    await this.count()
  }

  async #drainStory({ story, epoch }: StoredRow, rows: readonly StoredRow[], person: Person): Promise<void> {
    const there = this.#lines.get(`${story}/${epoch}`)
    if (there) return there.adopt(rows)
    const asked = await readStory(this.#desk.requests, story)
    if (!asked.ok || !asked.value) return undefined
    // The epoch that they were written in, though the story may have another one by now.
    const line = this.#lineOf({ ...asked.value, epoch }, person)
    const letGo = line.occupy()
    line.take(asked.value)
    await line.adopt(rows)
    letGo()
    return undefined
  }
}
