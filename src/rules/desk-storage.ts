import type { Person } from '../domain/person.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { Status, StoryRecord } from '../domain/story-record.ts'
import type { ChecksRow, PartRow } from './stored-checks.ts'
import type {
  LateEdit,
  Notice,
  SaveFailure,
  Source,
  StoryEvent,
  Verdict,
  Version,
  VersionHead,
} from '../backends/backend.ts'

/**
 * Where a local desk keeps its rows. The desk's rules (who may write, what an action does, what a list holds) are
 * written once over this; `memory-storage.ts` and `indexed-db-storage.ts` are the two that there are.
 */
export interface DeskStorage {
  /** Why what is written now doesn't outlast this tab, or null. */
  readonly trouble: StorageTrouble | null
  /**
   * Runs `work` in one transaction over these stores: all of it happens or nothing, and nobody else, in whatever tab,
   * writes in between. Resolves when it is stored. `work` may wait for nothing but the transaction it is given.
   * Rejects with a `StorageFailure` when the storage fails.
   */
  run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value>
  /** Calls back when `trouble` changed, or when another storage has taken over (keys of updates mean nothing then). */
  onTrouble(listener: () => void): () => void
  close(): Promise<void>
}

export type StorageTrouble = { readonly cause: SaveFailure; readonly message: string }

/** The storage failed; the message is for people. */
export class StorageFailure extends Error {
  readonly trouble: StorageTrouble
  constructor(trouble: StorageTrouble) {
    super(trouble.message)
    this.name = 'StorageFailure'
    this.trouble = trouble
  }
}

/** A record with what its store needs beside it. */
export type StoryRow = StoryRecord & {
  /** The sequence negated, so that an index gives the latest first. */
  readonly order: number
  /** The sequence at creation, negated likewise. */
  readonly born: number
  /** 1 while updates are stored that the summary doesn't tell of yet. */
  readonly unsummarised: 0 | 1
}

export type UpdateRow = {
  readonly story: string
  readonly epoch: number
  readonly update: Uint8Array
  /** Id of the person who wrote it; null, or missing in older rows, where several did or that is not known. */
  readonly by?: string | null
}

/** Stores whose rows are put and got by one key, with the name of that key. */
export const KEYED_STORES = {
  records: 'id',
  searches: 'id',
  contents: 'id',
  sources: 'id',
  events: 'sequence',
  versions: 'key',
  copies: 'key',
  verdicts: 'sequence',
  notices: 'key',
  late: 'key',
  pictures: 'hash',
  people: 'id',
  meta: 'name',
} as const

export type KeyedRows = {
  records: StoryRow
  /** What a story can be found by, folded. */
  searches: { readonly id: string; readonly text: string }
  /** What a story says, as JSON: readable without understanding its document. */
  contents: { readonly id: string; readonly content: StoryContent }
  sources: Source & { readonly id: string }
  events: StoryEvent & { readonly story: string }
  /** Heads of versions: what a list of them needs. */
  versions: VersionHead & VersionKey
  /** What each version says, apart from its head, so that a list need not read it. */
  copies: Pick<Version, 'number' | 'content' | 'state'> & VersionKey
  verdicts: Verdict & { readonly story: string }
  /** One row for each person that is told of something. */
  notices: Notice & {
    readonly key: string
    readonly person: string
    /** The sequence negated, so that an index gives the latest first. */
    readonly order: number
  }
  /** Words that came after their story was closed. `update` is what the story's document didn't take any more. */
  late: LateEdit & { readonly sequence: number; readonly update: Uint8Array }
  pictures: { readonly hash: string; readonly type: string; readonly bytes: ArrayBuffer }
  people: Person
  meta: { readonly name: 'sequence' | 'person'; readonly value: number | string } | ChecksRow | PartRow
}

type VersionKey = { readonly key: string; readonly story: string }

export type KeyedStore = keyof KeyedRows
export type StoreName = KeyedStore | 'updates'

/** Stores of which several rows belong to one story, with what orders them. */
export const STORY_STORES = {
  events: 'sequence',
  versions: 'number',
  copies: 'number',
  verdicts: 'sequence',
  late: 'sequence',
} as const

export type StoryStore = keyof typeof STORY_STORES

export type StoryCounts = {
  /** All rows; more than the statuses count together where rows are damaged. */
  readonly all: number
  readonly byStatus: Readonly<Record<Status, number>>
}

/** One transaction. What is read is whatever was stored: `unknown` until its shape is checked. */
export interface DeskTransaction {
  get(store: KeyedStore, key: string | number): Promise<unknown>
  all(store: KeyedStore): Promise<readonly unknown[]>
  /** Rows with a larger key than `after`, by key, at most so many: for reading a large store in pieces. */
  next(store: KeyedStore, after: string, limit: number): Promise<readonly unknown[]>
  put<Store extends KeyedStore>(store: Store, row: KeyedRows[Store]): Promise<void>
  /** Takes a row away; nothing happens where there is none. */
  remove(store: 'late', key: string): Promise<void>

  /** The first rows of the desk, of one status or of all, latest change or latest creation first. */
  firstStories(
    order: 'changed' | 'created',
    status: Status | null,
    limit: number,
  ): Promise<readonly unknown[]>
  /** Rows that changed after that sequence. */
  storiesSince(sequence: number): Promise<readonly unknown[]>
  countStories(): Promise<StoryCounts>
  /** Ids of stories whose summary is behind. */
  unsummarised(): Promise<readonly string[]>

  /** Appends an update and answers with its key; a later one has a larger key. */
  addUpdate(row: UpdateRow): Promise<number>
  /** Updates of an epoch, each with its `key`, oldest first, that came after that key. */
  updatesAfter(story: string, epoch: number, key: number): Promise<readonly unknown[]>
  /** Updates of every epoch. */
  allUpdates(story: string): Promise<readonly unknown[]>
  deleteUpdates(keys: readonly number[]): Promise<void>
  /** Rows of a story, oldest first. */
  ofStory(store: StoryStore, story: string): Promise<readonly unknown[]>
  /** Notices of a person, latest first, at most so many. */
  noticesOf(person: string, limit: number): Promise<readonly unknown[]>
}
