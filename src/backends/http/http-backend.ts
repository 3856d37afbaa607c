import type * as Y from 'yjs'
import type { Person } from '../../domain/person.ts'
import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import type { ChecksChange } from '../../domain/checks/checks-change.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { Action } from '../../domain/workflow.ts'
import { loadPart } from '../../rules/load-part.ts'
import { done, invalid, nobody, refusingFailures, unsaved } from '../../rules/refusals.ts'
import { nothing, orNull, type Shape } from '../../rules/shape.ts'
import type { Accounts } from '../accounts.ts'
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
} from '../backend.ts'
import type { Presence } from '../presence.ts'
import { events, notices, verdicts, version, versionHeads } from '../wire/past-answers.ts'
import { people, source, storyCopy, storyRecord } from '../wire/story-answers.ts'
import { httpAccounts } from './http-accounts.ts'
import type { HttpParts } from './http-parts.ts'
import type { Link } from './link.ts'
import { listWithMade } from './list-with-made.ts'
import { readList } from './read-list.ts'
import { readStory, storyPath } from './read-story.ts'
import type { Asked } from './requests.ts'
import { asOutcome, asRefusal, isUnanswered } from './requests.ts'

/** The port over a newsroom's server. */
export class HttpBackend implements Backend {
  readonly capabilities = { kind: 'server', managePeople: false, presence: true } as const
  readonly trouble = null
  readonly accounts: Accounts
  readonly presence: Presence
  readonly link: Link
  readonly #parts: HttpParts
  readonly #stops: (() => void)[] = []

  constructor(parts: HttpParts) {
    this.#parts = parts
    this.presence = parts.deskWire
    this.link = parts.link
    this.accounts = httpAccounts(parts.requests, {
      person: () => parts.session.person,
      cameIn: (person) => parts.cameIn(person),
      settle: async () => {
        await this.keep()
        return parts.stories.unkept
      },
      wentOut: () => parts.wentOut(),
    })
  }

  async me(): Promise<Person | null> {
    const { session } = this.#parts
    await session.begin()
    if (this.link.isUp) await session.look()
    return session.person
  }

  async people(): Promise<readonly Person[]> {
    const found = await this.#read('/api/people', people)
    return found.ok ? found.value : []
  }

  async savePerson(person: Person): Promise<Outcome<Person>> {
    if (person.name.trim() === '') return invalid('A name is needed, so that others know who wrote what.')
    return managed()
  }

  become(): Promise<Outcome<Person>> {
    return Promise.resolve(managed())
  }

  async list(query: ListQuery): Promise<Outcome<ListPage>> {
    const { requests, seen, live, creations } = this.#parts
    const person = await this.#person()
    if (!person) return nobody()
    const asked = await listWithMade(creations.records, query, async (rest) => {
      const answer = await readList(requests, rest)
      live.mayLoad()
      if (answer.ok) void seen.keepRecords(answer.value.records)
      return answer
    })
    if (!asked.ok && isUnanswered(asked)) {
      // Nobody waits for the disk but where there is nothing else.
      await creations.look()
      const kept = async (rest: ListQuery) => done(await seen.list(rest))
      return asOutcome(await listWithMade(creations.records, query, kept))
    }
    return asOutcome(asked)
  }

  async record(id: string): Promise<Outcome<StoryRecord | null>> {
    const { requests, seen, creations } = this.#parts
    const person = await this.#person()
    if (!person) return nobody()
    const asked = await readStory(requests, id)
    const made = asked.ok && asked.value ? null : await creations.of(id)
    if (made) return done(made.record)
    if (asked.ok && asked.value) void seen.keepRecords([asked.value])
    if (!asked.ok && isUnanswered(asked)) {
      const kept = await seen.record(id)
      return kept ? done(kept) : asRefusal(asked)
    }
    return asOutcome(asked)
  }

  watch(listener: (change: DeskChange) => void): () => void {
    this.#parts.watchers.add(listener)
    return () => this.#parts.watchers.delete(listener)
  }

  async create(story: NewStory): Promise<Outcome<StoryRecord>> {
    const person = await this.#person()
    if (!person) return nobody()
    return this.#parts.creations.create(story, person)
  }

  async open(id: string, doc: Y.Doc): Promise<OpenOutcome> {
    await this.#parts.session.begin()
    return this.#parts.stories.open(id, doc)
  }

  async act(id: string, action: Action): Promise<Outcome<StoryRecord>> {
    const { stories, requests, creations } = this.#parts
    const person = await this.#person()
    if (!person) return nobody()
    if (creations.isWaiting(id)) await creations.drain()
    // Words typed just before the button was pressed belong to the story as it is then.
    if (!(await stories.settle(id))) return unsaved()
    const acted = this.#took(await requests.post(`${storyPath(id)}/actions`, storyRecord, action))
    if (acted.ok) stories.take(acted.value)
    return acted
  }

  events(id: string): Promise<Outcome<readonly StoryEvent[]>> {
    return this.#read(`${storyPath(id)}/events`, events)
  }

  verdicts(id: string): Promise<Outcome<readonly Verdict[]>> {
    return this.#read(`${storyPath(id)}/verdicts`, verdicts)
  }

  versions(id: string): Promise<Outcome<readonly VersionHead[]>> {
    return this.#read(`${storyPath(id)}/versions`, versionHeads)
  }

  version(id: string, number: number): Promise<Outcome<Version | null>> {
    return this.#read(`${storyPath(id)}/versions/${number}`, orNull(version))
  }

  async checks(): Promise<Outcome<CheckSettings>> {
    if (!(await this.#person())) return nobody()
    return refusingFailures(async () => (await checking()).readHttpChecks(this.#parts))
  }

  async changeChecks(change: ChecksChange): Promise<Outcome<CheckSettings>> {
    if (!(await this.#person())) return nobody()
    return refusingFailures(async () => (await checking()).changeHttpChecks(this.#parts, change))
  }

  async copy(id: string): Promise<Outcome<StoryContent | null>> {
    if (!(await this.#person())) return nobody()
    const asked = await this.#parts.requests.get(`${storyPath(id)}/copy`, storyCopy)
    if (asked.ok) return done(asked.value.content)
    return asked.reason === 'not found' ? done(null) : asRefusal(asked)
  }

  async notices(): Promise<Outcome<readonly Notice[]>> {
    return (await this.#person()) ? this.#read('/api/notices', notices) : done([])
  }

  async readNotices(upTo: number, story?: string): Promise<Outcome<null>> {
    if (!(await this.#person())) return done(null)
    const body = { upTo, ...(story === undefined ? {} : { story }) }
    return asOutcome(await this.#parts.requests.post('/api/notices/read', nothing, body))
  }

  async lateEdits(id: string): Promise<Outcome<readonly LateEdit[]>> {
    const person = await this.#person()
    if (!person) return done([])
    return refusingFailures(async () => done(await this.#parts.late.of(person.id, id)))
  }

  async forgetLateEdit(id: string, key: string): Promise<Outcome<null>> {
    const person = await this.#person()
    if (!person) return nobody()
    return refusingFailures(async () => {
      await this.#parts.late.forget(person.id, key)
      this.#parts.tell([id])
      return done(null)
    })
  }

  async putPicture(
    picture: Blob,
    sent?: (share: number) => void,
  ): Promise<Outcome<{ readonly hash: string }>> {
    return (await this.#person()) ? this.#parts.pictures.put(picture, sent) : nobody()
  }

  async picture(hash: string): Promise<Outcome<Blob | null>> {
    return (await this.#person()) ? this.#parts.pictures.get(hash) : nobody()
  }

  source(id: string): Promise<Outcome<Source | null>> {
    return this.#read(`${storyPath(id)}/source`, orNull(source))
  }

  async rawData(id: string): Promise<Outcome<Blob>> {
    const { requests } = this.#parts
    if (!(await this.#person())) return nobody()
    const response = await requests.raw(`${storyPath(id)}/raw`)
    if (response?.ok) {
      const file = await response.blob().catch(() => null)
      if (file) return done(file)
    }
    if (!response || response.ok) return unreached()
    const refused: Asked<null> = await requests.read(response, nothing)
    return refused.ok ? unreached() : asRefusal(refused)
  }

  /** Stores everything that is left, or keeps it in this browser: for when the page is hidden. */
  async keep(): Promise<void> {
    await this.#parts.stories.keep()
    if (this.link.isUp) await this.#parts.stories.settle(null)
  }

  /** Tries to reach the server now: for when there may be a network again. */
  hurry(): void {
    this.#parts.hurry()
  }

  /** Has `stop` called when the backend is closed. */
  whenClosed(stop: () => void): void {
    this.#stops.push(stop)
  }

  async close(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    if (this.link.isUp) await this.#parts.stories.settle(null)
    await this.#parts.end()
  }

  async #person(): Promise<Person | null> {
    await this.#parts.session.begin()
    return this.#parts.session.person
  }

  /** What the server answers; where it can't be reached, what it answered last. */
  async #read<Value>(path: string, shape: Shape<Value>): Promise<Outcome<Value>> {
    const { requests, seen } = this.#parts
    if (!(await this.#person())) return nobody()
    const asked = await requests.get(path, shape)
    if (asked.ok) void seen.keepAnswer(path, asked.value)
    else if (isUnanswered(asked)) {
      const kept = await seen.answer(path)
      if (kept !== undefined) return done(kept as Value)
    }
    return asOutcome(asked)
  }

  #took(asked: Asked<StoryRecord>): Outcome<StoryRecord> {
    if (asked.ok) void this.#parts.seen.keepRecords([asked.value])
    return asOutcome(asked)
  }
}

// What only some visits do is loaded when it is first done.
const checking = () => loadPart(() => import('./http-checks.ts'))

const managed = (): Refusal => ({
  ok: false,
  reason: 'not allowed',
  message: 'The people of this newsroom have accounts: a chief looks after them under Members.',
})

const unreached = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message: 'The newsroom’s server can’t be reached just now. Nothing is lost: try again later.',
})
