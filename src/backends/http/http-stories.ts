import * as Y from 'yjs'
import { CONTENT_SCHEMA } from '../../domain/story-doc.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { Person } from '../../domain/person.ts'
import { applyUpdates } from '../../rules/apply-updates.ts'
import { MissingPart } from '../../rules/load-part.ts'
import { damaged, nobody, notFound } from '../../rules/refusals.ts'
import type { OpenOutcome, Refusal } from '../backend.ts'
import { storyCopy } from '../wire/story-answers.ts'
import type { CreationRow, SeenStory, StoredRow } from './cache-database.ts'
import { HttpConnection } from './http-connection.ts'
import type { HttpDesk } from './http-desk.ts'
import type { Elsewhere, RowsOf } from './left-rows.ts'
import { keepGone, lookElsewhere, takeLeft } from './left-rows.ts'
import { readStory, storyPath } from './read-story.ts'
import { asRefusal, isUnanswered } from './requests.ts'
import { StoryLine } from './story-line.ts'

/** So often a story is looked at anew that was begun anew while it was being opened. */
const TRIES = 3

/** So often the pause is doubled between looks that find nothing else than the last one. */
const MOST_DOUBLED = 5

const notKept = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'The newsroom’s server can’t be reached, and this story was not kept in this browser as it is now. Nothing of it is lost: open it again when the connection is back.',
})

const missing = (): Refusal => ({ ok: false, reason: 'storage', message: new MissingPart(null).message })

/** As if it had been seen when it was made. */
const asSeen = (row: CreationRow | null): SeenStory | null =>
  row && { id: row.id, record: row.record, epoch: row.record.epoch, state: row.state }

const NOTHING: Elsewhere = { rows: [], left: [] }

/** The stories that are open in this tab, and those whose words wait to be sent. */
export class HttpStories {
  readonly #desk: HttpDesk
  readonly #lines = new Map<string, StoryLine>()
  readonly #open = new Set<HttpConnection>()
  /** What other tabs had in the outbox when it was looked at last. */
  #elsewhere: readonly Pick<StoredRow, 'key' | 'changes'>[] = []
  #looksInVain = 0
  #draining: Promise<void> | null = null
  #counting: ReturnType<typeof setTimeout> | undefined

  constructor(desk: HttpDesk) {
    this.#desk = desk
  }

  /** Changes that wait to be sent, also of stories that nobody has open here, and of other tabs. */
  get unsent(): number {
    const here = this.#all.reduce((sum, { words }) => sum + words.changes, 0)
    if (this.#elsewhere.length === 0) return here
    // What was taken over since it was counted is one of these and one of those.
    const taken = new Set(this.#all.flatMap(({ words }) => words.all.map(({ key }) => key)))
    return this.#elsewhere.reduce((sum, { key, changes }) => (taken.has(key) ? sum : sum + changes), here)
  }

  /** Changes that are nowhere but in this tab. */
  get unkept(): number {
    return this.#all.reduce((sum, { words }) => sum + words.unkept, 0)
  }

  /**
   * Counts what other tabs of this browser have in the outbox. Where it finds something of tabs that live no more, it
   * sends that.
   */
  async count(): Promise<void> {
    if ((await this.#count()) && this.#desk.isUp()) await this.drain()
  }

  async open(id: string, doc: Y.Doc): Promise<OpenOutcome> {
    if (doc.store.clients.size > 0) throw new Error('backend.open needs an empty document')
    const { person } = this.#desk.session
    if (!person) return nobody()
    if (await this.#isUnmade(id)) return this.#openKept(id, doc, person)
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
    clearTimeout(this.#counting)
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

  /** Is it one that the server still doesn't have, now that it was asked to make it? */
  async #isUnmade(id: string): Promise<boolean> {
    const { creations, isUp } = this.#desk
    if ((await creations.of(id)) === null) return false
    if (isUp()) await creations.drain()
    return (await creations.of(id)) !== null
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
    await line.settled()
    if (!line.wire.isReady) {
      const { closing } = line
      if (!closing || closing.isClosed) return null
      const { reason, message } = closing
      return { ok: false, reason, message }
    }
    await line.adopt(await takeLeft(this.#desk, person, { story: line.id, epoch: line.epoch }))
    if (!line.wire.isReady) await line.settled()
    if (!line.wire.isReady) return null
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.wire.doc))
    return this.#connect(line, doc)
  }

  /** From what this browser keeps. */
  async #openKept(id: string, doc: Y.Doc, person: Person): Promise<OpenOutcome> {
    const { seen, creations } = this.#desk
    const story: SeenStory | null = asSeen(await creations.of(id)) ?? (await seen.story(id))
    const latest = await seen.record(id)
    if (!story) return this.#desk.isMissing() ? missing() : notKept()
    const isSame = latest === null || latest.epoch === story.epoch
    const applied = applyUpdates(doc, story.ahead ? [story.state, story.ahead] : [story.state], null)
    if (!applied.ok) return damaged('what this browser keeps of it is damaged.')
    const line = this.#lineOf(isSame && latest ? latest : story.record, person)
    const letGo = line.occupy()
    try {
      line.load(await takeLeft(this.#desk, person, { story: id, epoch: line.epoch }))
      return this.#connect(line, doc)
    } finally {
      letGo()
    }
  }

  #connect(line: StoryLine, doc: Y.Doc): OpenOutcome {
    for (const { update } of line.words.all) Y.applyUpdate(doc, update)
    const connection = new HttpConnection(this.#desk, line, doc)
    this.#open.add(connection)
    void this.count()
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

  /** Answers whether tabs that live no more have left something. */
  async #count(): Promise<boolean> {
    clearTimeout(this.#counting)
    const { person } = this.#desk.session
    const { rows, left } = person ? await lookElsewhere(this.#desk, person) : NOTHING
    const before = new Set(this.#elsewhere.map(({ key }) => key))
    this.#looksInVain = rows.every(({ key }) => before.has(key)) ? this.#looksInVain + 1 : 0
    this.#elsewhere = rows.map(({ key, changes }) => ({ key, changes }))
    // Other tabs don't say when they have sent it, nor when they die.
    clearTimeout(this.#counting)
    const pause = this.#desk.pauses.others * 2 ** Math.min(this.#looksInVain, MOST_DOUBLED)
    if (rows.length > 0) this.#counting = setTimeout(() => void this.count(), pause)
    this.#desk.wordsChanged()
    return left.length > 0
  }

  async #drain(): Promise<void> {
    const { person } = this.#desk.session
    if (!person) return
    const { left } = await lookElsewhere(this.#desk, person)
    const parts = new Map(left.map(({ story, epoch }) => [`${story}/${epoch}`, { story, epoch }]))
    for (const of of parts.values()) {
      if (this.#desk.session.person?.id === person.id) await this.#drainStory(of, person)
    }
    await this.#count()
  }

  async #drainStory(of: RowsOf, person: Person): Promise<void> {
    const { story, epoch } = of
    let line = this.#lines.get(`${story}/${epoch}`)
    if (!line) {
      // Its words wait for it. Looked at first: another tab may be having it made.
      if (await this.#desk.creations.of(story)) return
      const asked = await readStory(this.#desk.requests, story)
      if (!asked.ok || this.#desk.session.person?.id !== person.id) return
      if (!asked.value) return keepGone(this.#desk, person, of)
      // The epoch that they were written in, though the story may have another one by now.
      line = this.#lineOf({ ...asked.value, epoch }, person)
      line.take(asked.value)
    }
    const letGo = line.occupy()
    try {
      await line.adopt(await takeLeft(this.#desk, person, of))
    } finally {
      letGo()
    }
  }
}
