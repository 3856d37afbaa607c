import type {
  Action,
  Capabilities,
  Carets,
  Here,
  ListQuery,
  NewStory,
  Notice as ToldNotice,
  Refusal,
  SaveState,
  Source,
  Verdict,
} from '../backends/backend.ts'
import type { Access } from '../domain/access.ts'
import type { CheckReport } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { StoriesTrial } from './stories-trial.ts'
import type { AccountsState, AccountTask } from './accounts-state.ts'
import type { Person } from '../domain/person.ts'
import type { Author, Fields, Photo, StoryContent } from '../domain/story-content.ts'
import type { Status, StoryRecord } from '../domain/story-record.ts'
import type { StoryHistory } from './story-history.ts'
import type { SignOffState } from './sign-off-state.ts'
import type { Proposals, SuggestingWishes, SuggestionState } from './suggesting.ts'
import type { Thread } from '../domain/threads/thread.ts'
import type { DecisionRequest } from '../domain/suggestions/decide.ts'
import type { StorySession } from './story-session.ts'

/** What all screens show. Plain immutable data, but for the sessions of open stories. */
export type DeskState = {
  /** Who works in this tab: undefined until known, null on a first visit. */
  readonly me: Person | null | undefined
  readonly people: readonly Person[]
  /** Who is at work now, whoever works here too, and on what; nobody where the backend doesn't know. */
  readonly here: readonly Here[]
  /** Where this desk is kept. */
  readonly place: Capabilities['kind']
  /** How people come in and out; null where there are no accounts, and a tab becomes whoever it says. */
  readonly accounts: AccountsState | null
  readonly link: LinkState | null
  /** A newer Stet than the one of this page is there, and waits for the page to be loaded anew. */
  readonly isOutdated: boolean
  /** Of stories that people are in, by id, once somebody asked who is at work. */
  readonly headlines: Readonly<Record<string, string>>
  readonly preferences: Preferences
  readonly list: ListState
  readonly walk: Walk
  /** By story id; only stories that are open in this tab. */
  readonly stories: Readonly<Record<string, StoryState>>
  /** By hash. */
  readonly pictures: Readonly<Record<string, PictureState>>
  /** Pictures on their way into the store, by photo id: shown from memory, never lost by a failure. */
  readonly uploads: Readonly<Record<string, UploadState>>
  /** The copy that a story was imported from, by story id, once somebody asked for it. */
  readonly sources: Readonly<Record<string, Asked<Source | null>>>
  /** All that is stored of a story, for its rescue, by story id, once somebody asked for it. */
  readonly rawData: Readonly<Record<string, Asked<Blob>>>
  /** What is known of the past of stories, by story id, once somebody asked for it. */
  readonly histories: Readonly<Record<string, StoryHistory>>
  /** What was decided about the suggestions of stories, oldest first, by story id, once somebody asked for it. */
  readonly verdicts: Readonly<Record<string, Asked<readonly Verdict[]>>>
  readonly suggestingWishes: SuggestingWishes
  /** What stories are checked for, the same for everybody. */
  readonly checkSettings: Asked<CheckSettings>
  /** House rules that are tried on all stories, once somebody asked for that. */
  readonly storiesTrial: StoriesTrial | null
  /** What the person at work was told of their stories, newest first. */
  readonly inbox: Asked<readonly InboxNotice[]>
  readonly notices: readonly Notice[]
  /** What is to be done outside of the store; effects take and do these in order. */
  readonly tasks: readonly Task[]
}

/** One thing that somebody was told of one of their stories. */
export type InboxNotice = ToldNotice

/** How it stands with the newsroom's server; there is none where it is null. `unsent` counts changes of one's own. */
export type LinkState = { readonly isUp: boolean; readonly unsent: number }

/** Something that was asked for. */
export type Asked<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Value }
  | { readonly status: 'failed'; readonly message: string }

/** This reader's own settings. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  /** "/" alone goes to the search of the desk, unless this is 'off': it may be said to a computer that takes dictation. */
  readonly slash?: 'on' | 'off'
  /** How two versions are laid out on the history page; side by side unless this says otherwise. */
  readonly comparison?: 'side by side' | 'inline'
  /** Unchanged parts of a comparison are folded away, unless this is 'off'. */
  readonly folding?: 'on' | 'off'
}

/** A queue: which stories the desk shows. */
export type DeskQuery = {
  readonly search: string
  readonly statuses: readonly Status[]
  /** Everybody's, or only those that the person at work wrote, or claimed. */
  readonly whose: 'everybody' | 'mine' | 'claimed'
  readonly order: ListQuery['order']
}

export const PAGE_SIZE = 50

export type ListState = {
  readonly query: DeskQuery
  readonly status: 'loading' | 'ready' | 'failed'
  readonly message: string
  /** How many stories there are to the end; where `isMore`, so many and more. */
  readonly total: number
  readonly isMore: boolean
  readonly counts: Readonly<Record<Status, number>> | null
  /** Of the person at work; null while they are not known. */
  readonly own: OwnCounts | null
  /** Pages of PAGE_SIZE records that were loaded, by page number. */
  readonly pages: Readonly<Record<number, readonly StoryRecord[]>>
  /** Rows that are on screen now: [from, to). */
  readonly wanted: readonly [number, number]
  /** Counts up when what is loaded may be out of date. */
  readonly revision: number
}

/** How many stories the person at work has as drafts, has got back for changes, and reviews. */
export type OwnCounts = { readonly drafts: number; readonly returned: number; readonly claimed: number }

/** The way through a queue, story by story: where in it the last one stood (-1: not known), and all that were shown. */
export type Walk = { readonly place: number; readonly seen: readonly string[] }

export type StoryState =
  | { readonly phase: 'opening' }
  | { readonly phase: 'refused'; readonly refusal: Refusal }
  | { readonly phase: 'newer'; readonly record: StoryRecord; readonly content: StoryContent }
  | OpenStory

export type OpenStory = SuggestionState & {
  readonly phase: 'open'
  readonly record: StoryRecord
  readonly access: Access
  readonly save: SaveState
  /** The live document, for editors and exports. */
  readonly session: StorySession
  /** Where the others write in it, for editors; null where the backend doesn't know. */
  readonly carets: Carets | null
  /** Copies of what the document says; its observers are their only writers. */
  readonly headline: string
  readonly dek: string
  readonly fields: Fields
  readonly authors: readonly Author[]
  readonly photos: readonly PhotoState[]
  /** What is suggested for the fields; `fields`, `authors` and `photos` are what stands. Texts read as they will be. */
  readonly proposals: Proposals
  readonly counts: StoryCounts
  /** What stands between it and its approval; derived as late as the counts are. */
  readonly signOff: SignOffState
  /** What the checks found, as late as they come to it. */
  readonly checks: CheckReport
  /** Comments in reading order, orphans last; and the ids of these. */
  readonly threads: readonly Thread[]
  readonly lostThreads: readonly string[]
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export type PhotoState = Omit<Photo, 'caption'> & { readonly caption: string }

/** Of the body but for headline, dek and captions, whose lengths are in their own panels. */
export type StoryCounts = {
  readonly words: number
  readonly characters: number
  readonly minutes: number
  readonly tks: number
}

export type PictureState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly file: Blob; readonly url: string }
  | { readonly status: 'missing'; readonly message: string }

export type UploadState = {
  readonly storyId: string
  readonly file: Blob
  readonly url: string
  /** How much of it is where it goes, from 0 to 1; 0 where the backend doesn't say. */
  readonly share: number
  /** '' while it is on its way. */
  readonly problem: string
}

export type Notice = {
  readonly id: string
  readonly tone: 'done' | 'problem'
  readonly text: string
  /** The story that it is about, where it is about one. */
  readonly about?: string
  /** What a button on the notice does. */
  readonly offer?: { readonly label: string; readonly task: Task }
}

export type Task =
  | AccountTask
  | { readonly type: 'start' }
  /** Loads the page anew, with the newer Stet that is there. */
  | { readonly type: 'renew' }
  | { readonly type: 'save person'; readonly person: Person; readonly become: boolean }
  | { readonly type: 'become'; readonly personId: string }
  | { readonly type: 'create'; readonly story: NewStory; readonly pictures: readonly Blob[] }
  | { readonly type: 'duplicate'; readonly from: string; readonly id: string }
  | {
      readonly type: 'act'
      readonly id: string
      readonly action: Action
      readonly done: string
      readonly undo?: Action
    }
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'close'; readonly id: string }
  | { readonly type: 'put picture'; readonly photoId: string }
  | { readonly type: 'load picture'; readonly hash: string }
  | { readonly type: 'load source'; readonly id: string }
  | { readonly type: 'load raw data'; readonly id: string }
  | { readonly type: 'load headlines'; readonly ids: readonly string[] }
  | { readonly type: 'load history'; readonly id: string }
  | { readonly type: 'load version'; readonly id: string; readonly number: number }
  | { readonly type: 'restore version'; readonly id: string; readonly number: number }
  | { readonly type: 'load late edits'; readonly id: string }
  | { readonly type: 'bring back late edit'; readonly id: string; readonly key: string }
  | { readonly type: 'discard late edit'; readonly id: string; readonly key: string }
  | { readonly type: 'read inbox'; readonly upTo: number; readonly story?: string }
  | {
      readonly type: 'decide'
      readonly id: string
      readonly requests: readonly Decision[]
      /** One that was undone is redone. */
      readonly isAgain?: true
    }
  | {
      readonly type: 'redecide'
      readonly id: string
      readonly how: 'undone' | 'redone'
      readonly suggestions: readonly string[]
    }
  | { readonly type: 'load verdicts'; readonly id: string }
  | { readonly type: 'change checks'; readonly change: ChecksChange; readonly done: string }
  | { readonly type: 'try rules'; readonly rules: readonly HouseRule[] }
  | { readonly type: 'stop trial' }
  | { readonly type: 'flush' }

/** A decision with its reason; '' for none. */
export type Decision = DecisionRequest & { readonly reason: string }

export const BLANK_LIST: ListState = {
  query: { search: '', statuses: [], whose: 'everybody', order: 'changed' },
  status: 'loading',
  message: '',
  total: 0,
  isMore: false,
  counts: null,
  own: null,
  pages: {},
  wanted: [0, PAGE_SIZE],
  revision: 0,
}

export const NO_WALK: Walk = { place: -1, seen: [] }

export const BLANK_COUNTS: StoryCounts = { words: 0, characters: 0, minutes: 0, tks: 0 }
