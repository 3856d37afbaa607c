import type { FlagCount } from '../domain/checks/sign-off-flags.ts'
import type * as Y from 'yjs'
import type { Access } from '../domain/access.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { NoticeKind, Told } from '../domain/notices.ts'
import type { Person, Role } from '../domain/person.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { Status, StoryRecord } from '../domain/story-record.ts'
import type { DecisionRequest } from '../domain/suggestions/decide.ts'
import type { Suggestion } from '../domain/suggestions/suggestion.ts'
import type { Message } from '../domain/threads/thread.ts'
import type { Action } from '../domain/workflow.ts'
import type { Accounts } from './accounts.ts'
import type { Carets, Presence } from './presence.ts'

export type { Action } from '../domain/workflow.ts'
export type { Accounts, Invitation, Invited, Member, Session } from './accounts.ts'
export type { Caret, CaretPlace, Carets, Here, Presence } from './presence.ts'

/**
 * The port that a newsroom plugs its own system into. Expected outcomes are returned values; an exception
 * is a bug, but for a storage that fails: that is a `Refusal` with reason 'storage' and a message for people.
 *
 * One contract suite (tests/backends/contract.ts) runs over every implementation.
 */
export interface Backend {
  /** What this backend can do beyond the rest of the port. */
  readonly capabilities: Capabilities

  /**
   * Why nothing that is done now outlasts this tab, or null where all is well. The desk works in memory meanwhile, and
   * moves what was made into the storage by itself when that comes back. `watch` says when it changed. Always null over a server: what is done is stored there or
   * refused, and of a story that can't be sent its connection's `state` says whether this browser could keep it.
   */
  readonly trouble: { readonly cause: SaveFailure; readonly message: string } | null

  /** Who is working here, or null on a first visit. */
  me(): Promise<Person | null>

  /** Everybody known on this desk, by name. */
  people(): Promise<readonly Person[]>

  /**
   * Adds a person or changes name and role of one (capability `managePeople`). In a local backend the saved
   * person is not yet the one at work: `become` says so.
   */
  savePerson(person: Person): Promise<Outcome<Person>>

  /** Makes a known person the one who works in this tab (local backends; kept per tab). */
  become(personId: string): Promise<Outcome<Person>>

  /**
   * Stories that match, in the asked order, one page of them, with the count of all that match; of a search the count may end
   * at a bound (`isMore`). Every word of `search` must stand, as a part of a word and without regard to case or accents, in
   * headline, dek, slug, byline or body.
   */
  list(query: ListQuery): Promise<Outcome<ListPage>>

  /** One story's record, or null. */
  record(id: string): Promise<Outcome<StoryRecord | null>>

  /**
   * Calls `listener` soon after anything on the desk changed, in whatever tab or machine, with the ids of the
   * stories that did; with none where people, the person at work, what they have read, the checks or `trouble` changed.
   * Returns the way to stop it.
   */
  watch(listener: (change: DeskChange) => void): () => void

  /**
   * Makes a story, with the person at work as its reporter and status draft. Idempotent: a second call with the
   * same id answers with the record that is there and changes nothing.
   */
  create(story: NewStory): Promise<Outcome<StoryRecord>>

  /**
   * Fills `doc` with the story and from then on keeps both the same, in both directions, until `close`. Returns
   * when all that was stored has been applied. The doc must be empty; where the answer is no connection, throw it away.
   */
  open(id: string, doc: Y.Doc): Promise<OpenOutcome>

  /**
   * One step of the workflow, or a change of the record (DESIGN.md, section 5), in one transaction with the version that
   * a step makes, the new document that some begin, and the notices of it. Refused with a reason: 'stale' says what
   * changed meanwhile and who did it. An approval is refused as stale where the content, with all that any tab has
   * stored, hasn't the hash that was seen, and as not allowed over a stop of the sign-off list.
   */
  act(id: string, action: Action): Promise<Outcome<StoryRecord>>

  /** What was done with a story, oldest first. */
  events(id: string): Promise<Outcome<readonly StoryEvent[]>>

  /** What was decided about a story's suggestions, oldest first. */
  verdicts(id: string): Promise<Outcome<readonly Verdict[]>>

  /** A story's versions, newest first, without what they say. */
  versions(id: string): Promise<Outcome<readonly VersionHead[]>>

  /** One version with all that it says, or null. It never changes. */
  version(id: string, number: number): Promise<Outcome<Version | null>>

  /** What this newsroom has its stories checked for: the same for everybody, and CHECK_SETTINGS until somebody changes it. */
  checks(): Promise<Outcome<CheckSettings>>

  /**
   * Changes what stories are checked for, and answers with all of it as it is then. Refused as not allowed where the person's
   * role doesn't reach that far (`CHECKS_ACCESS`), as invalid where it would be too much (`CHECK_LIMITS`).
   */
  changeChecks(change: ChecksChange): Promise<Outcome<CheckSettings>>

  /** What a story says, to be read and not edited, perhaps without the newest words; null where there is no such story. */
  copy(id: string): Promise<Outcome<StoryContent | null>>

  /** What the person at work is told of their stories, newest first, at most 100. */
  notices(): Promise<Outcome<readonly Notice[]>>

  /** The person at work has read all of their notices up to this sequence; with a story only those of that story. */
  readNotices(upTo: number, story?: string): Promise<Outcome<null>>

  /** Words of the person at work in this browser that came after their story was closed, oldest first. */
  lateEdits(id: string): Promise<Outcome<readonly LateEdit[]>>

  /** These words were brought back, or given up on purpose. Idempotent. */
  forgetLateEdit(id: string, key: string): Promise<Outcome<null>>

  /** Keeps a picture; its name is the SHA-256 (hex) of its bytes. Idempotent. `sent` is told how much (0 to 1) is there. */
  putPicture(picture: Blob, sent?: (share: number) => void): Promise<Outcome<{ readonly hash: string }>>

  /** A picture by its hash, or null. */
  picture(hash: string): Promise<Outcome<Blob | null>>

  /** The copy that a story was imported from, verbatim, or null. */
  source(id: string): Promise<Outcome<Source | null>>

  /** All that is stored of a story, as it is stored, for somebody who must rescue it: one file. */
  rawData(id: string): Promise<Outcome<Blob>>

  /** Who else is at work, where the backend knows that (capability `presence`). */
  readonly presence: Presence | null

  /** How people come in and out, where there are accounts. Without them a tab becomes whoever it says (`become`). */
  readonly accounts: Accounts | null

  /** The way to the newsroom's server; null where all is kept in this browser. */
  readonly link: ServerLink | null

  /** Ends everything that the backend started. */
  close(): Promise<void>
}

export type Capabilities = {
  /** 'browser': all is kept on this machine. 'server': others see it. */
  readonly kind: 'browser' | 'server'
  readonly managePeople: boolean
  /** Several people see each other's carets. */
  readonly presence: boolean
}

/** How it stands between this browser and the newsroom's server. */
export interface ServerLink {
  /** Can the server be reached? False while the browser is without a network, or the server doesn't answer. */
  readonly isUp: boolean
  /** Changes of the person at work, in all stories, that wait in this browser to be sent. */
  readonly unsent: number
  /** Calls back whenever one of these changed. Returns the way to stop it. */
  subscribe(listener: () => void): () => void
}

/** An expected outcome: what was asked for, or why not. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Refusal

export type Refusal = {
  readonly ok: false
  readonly reason: 'not found' | 'not allowed' | 'stale' | 'invalid' | 'damaged' | 'storage'
  /** One or two sentences for people: what happened, what is safe, what to do. */
  readonly message: string
}

export type ListQuery = {
  readonly search: string
  /** Empty: every status. */
  readonly statuses: readonly Status[]
  /** Only stories that this person wrote or, for 'claimant', claimed. */
  readonly reporter?: string
  readonly claimant?: string
  readonly order: 'changed' | 'created'
  readonly offset: number
  readonly limit: number
}

export type ListPage = {
  readonly records: readonly StoryRecord[]
  /** How many match; where `isMore`, fewer than that. */
  readonly total: number
  /**
   * Of a search that matches more than a thousand: it was counted up to a bound, which lies beyond the end of this page, so
   * that whoever reads on to the end of what was counted is told of more. False where `total` is exact, as it always may be.
   */
  readonly isMore: boolean
  /** Stories by status on the whole desk, whatever was searched for. */
  readonly counts: Readonly<Record<Status, number>>
}

export type DeskChange = {
  readonly ids: readonly string[]
  /** What `checks` answers may be another now. */
  readonly checks?: true
}

export type Source = {
  readonly name: string
  /** MIME type of what was given: text/plain, text/html, text/markdown. */
  readonly type: string
  readonly text: string
}

export type NewStory = {
  /** UUIDv7. */
  readonly id: string
  readonly content: StoryContent
  readonly source: Source | null
}

export type OpenOutcome =
  | { readonly ok: true; readonly kind: 'open'; readonly connection: Connection }
  /** Written by a newer Stet: shown from JSON, not bound to an editor, never written. */
  | {
      readonly ok: true
      readonly kind: 'newer'
      readonly record: StoryRecord
      readonly content: StoryContent
    }
  | Refusal

export interface Connection {
  /** The record as it is now; `watch` says when it changed. */
  readonly record: StoryRecord
  /** What the person at work may do with it now. */
  readonly access: Access
  readonly state: SaveState
  /** Calls back on every change of `state`, `record` or `access`. Returns the way to stop it. */
  subscribe(listener: () => void): () => void
  /** Stores what is not stored yet, now. Resolves when it is, or when that failed (see `state`). */
  flush(): Promise<void>
  /**
   * Decides suggestions, all or none. Stores what is not stored yet, decides on what the store then holds and writes the
   * verdicts down, in one transaction; only then applies the effect to the document, in one transaction with `origin`.
   * Who may edit decides; who may suggest may reject, that is withdraw, their own. Refused as 'stale' where one of them was
   * decided, and says by whom and when, or was changed since it was looked at.
   */
  decide(
    requests: readonly (DecisionRequest & { readonly reason?: string })[],
    origin: unknown,
  ): Promise<Outcome<readonly Verdict[]>>
  /**
   * Decisions were undone, or redone, in the document: stores that with their verdicts ('reopened', or the former
   * one again) in one transaction. Writes no verdict of what the stored document doesn't say.
   */
  redecide(how: 'undone' | 'redone', suggestions: readonly string[]): Promise<Outcome<null>>
  /** Where the others are in this story, where the backend knows that (capability `presence`). */
  readonly carets: Carets | null
  /** Stores what is left and lets go of the document. */
  close(): Promise<void>
}

/**
 * The truth about what is stored. Who may only comment reads the copy: 'read-only', but for the moment in which a comment
 * is stored. A connection whose story is closed (approved, spiked, or begun anew) is read-only; what it
 * still held is kept as a late edit, and the message says so.
 */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly unsent: number }
  /** What is on screen is not stored; it is tried again by itself. */
  | { readonly kind: 'failed'; readonly cause: SaveFailure; readonly message: string }
  | { readonly kind: 'read-only'; readonly message: string }

/** 'refused': the storage works, but the story may not be written any more. */
export type SaveFailure = 'full' | 'blocked' | 'missing' | 'refused' | 'unknown'

/** Who did something, as they were called then. */
export type Doer = { readonly id: string; readonly name: string; readonly role: Role }

export type StoryEvent = {
  readonly sequence: number
  readonly at: string
  readonly by: Doer
  readonly type: Action['type'] | 'create'
  /** Note of a step, reason of an approval, name of a version, text of a comment. */
  readonly note: string
  readonly from: Status | null
  readonly to: Status
  /** The version that was made with it. */
  readonly version?: number
  /** Who is told of it. */
  readonly told: readonly Told[]
  /** An approval by somebody who wrote part of it, where the settings allow that. */
  readonly selfApproved?: true
  /** Of an approval: what the checks had found, as the one who approved reported it. */
  readonly flags?: readonly FlagCount[]
  /** Of a comment: its thread and its message. */
  readonly thread?: string
  readonly message?: string
}

export type Verdict = {
  readonly sequence: number
  readonly suggestion: string
  /** 'reopened': the decision before it was undone. */
  readonly verdict: 'accepted' | 'rejected' | 'reopened'
  readonly by: Doer
  /** ISO instant. */
  readonly at: string
  readonly reason: string
  /** What was decided, as it was listed. */
  readonly what: Omit<Suggestion, 'mark'>
}

export type VersionHead = {
  /** Counts up from 1 in each story. */
  readonly number: number
  /** As whoever kept it calls it; '' where a step made it. */
  readonly name: string
  /** SHA-256 (hex) of its content. */
  readonly hash: string
  /** ISO instant. */
  readonly at: string
  readonly by: Doer
  readonly why: StoryEvent['type']
  readonly note: string
  /** Where the story stood after it was made. */
  readonly status: Status
  readonly epoch: number
  readonly words: number
  /** How many suggestions were open in it. */
  readonly suggestions: number
}

export type Version = VersionHead & {
  /** As it will be where all suggestions are accepted. */
  readonly content: StoryContent
  /** The whole document as one Yjs update. */
  readonly state: Uint8Array
}

export type Notice = {
  /** Of the event that it tells of. */
  readonly sequence: number
  readonly story: string
  readonly headline: string
  readonly slug: string
  readonly kind: NoticeKind
  readonly by: Doer
  /** ISO instant. */
  readonly at: string
  readonly note: string
  readonly read: boolean
}

/** Words that were written when their story was closed already. */
export type LateEdit = {
  readonly key: string
  readonly story: string
  /** The epoch that they were written in. */
  readonly epoch: number
  /** Id of the person who wrote them. */
  readonly by: string
  /** ISO instant at which they were kept. */
  readonly at: string
  /** What the story says without them: the content that it was closed with. */
  readonly base: StoryContent
  /** What it says with them. */
  readonly content: StoryContent
  /** Messages of comments among them. */
  readonly comments: readonly Message[]
}
