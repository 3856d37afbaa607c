import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Action, Source } from '../backends/backend.ts'
import { NEWSROOM_SETTINGS } from '../domain/newsroom-settings.ts'
import type { Person } from '../domain/person.ts'
import { BLANK_CONTENT, type StoryContent } from '../domain/story-content.ts'
import {
  BLANK_LIST,
  NO_WALK,
  type DeskQuery,
  type DeskState,
  type Preferences,
  type Task,
} from './desk-state.ts'
import { accountActions, type AccountActions } from './account-actions.ts'
import { markRead } from './inbox.ts'
import { walkTo } from './queue-walk.ts'
import { historyActions, type HistoryActions } from './history-actions.ts'
import { storyActions, type StoryActions } from './story-actions.ts'
import { suggestionActions, type SuggestionActions } from './suggestion-actions.ts'
import { threadActions, type ThreadActions } from './thread-actions.ts'
import { checkActions, type CheckActions } from './check-actions.ts'
import { checkSettingsActions, type CheckSettingsActions } from './check-settings-actions.ts'

export type Ids = {
  /** A UUIDv7. */
  readonly story: () => string
  /** A random id for people, photos, authors, notices. */
  readonly random: () => string
}

export type DeskStore = StoreApi<DeskState> & { readonly actions: DeskActions }

type FeatureActions = StoryActions &
  HistoryActions &
  ThreadActions &
  CheckActions &
  CheckSettingsActions &
  SuggestionActions &
  AccountActions

/** What screens can do. No action waits for anything: what takes time becomes a task (see desk-effects.ts). */
export type DeskActions = FeatureActions & {
  showQueue(change: Partial<DeskQuery>): void
  /** Says which rows are on screen; their pages are loaded. */
  wantRows(from: number, to: number): void
  /** Says which story of the queue is shown now; null: none, the way through it begins anew. */
  walkTo(id: string | null): void
  /** Marks what was told up to a sequence as read, all of it or that of one story. */
  readInbox(upTo: number, story?: string): void
  /** Makes a blank story and answers with its id, so that its page can be opened at once. */
  newStory(): string
  /** Makes a story from imported copy; answers with its id. */
  importStory(content: StoryContent, source: Source | null, pictures: readonly Blob[]): string
  /** Makes a new story with the content of another; answers with its id. */
  duplicateStory(from: string): string
  openStory(id: string): void
  closeStory(id: string): void
  /** One step of the workflow; `done` is what the notice says, `undo` what it offers. */
  act(id: string, action: Action, done: string, undo?: Action): void
  /** Adds or changes a person; with `become` that person works in this tab from now on. */
  savePerson(person: Omit<Person, 'id'> & { id?: string }, become: boolean): void
  become(personId: string): void
  setPreferences(change: Partial<Preferences>): void
  /** Asks for the copy that a story was imported from; `sources` in the state has the answer. */
  needSource(id: string): void
  /** Asks for all that is stored of a story, anew each time; `rawData` in the state has the answer. */
  needRawData(id: string): void
  /** Asks for the headlines of stories, anew each time; `headlines` in the state has the answer. */
  needHeadlines(ids: readonly string[]): void
  /** A newer Stet than the one of this page is there. */
  foundNewer(): void
  /** Stores everything, and loads the page anew with the newer Stet. */
  renew(): void
  /** Stores everything now (the page is about to go). */
  flush(): void
  dismiss(noticeId: string): void
  notify(tone: 'done' | 'problem', text: string): void
  /** Does what a notice offers, and takes it away. */
  takeOffer(noticeId: string): void
}

/** The one store of a tab: pure state and pure actions, without React and without I/O. */
export function createDeskStore(ids: Ids, preferences: Preferences = { theme: 'system' }): DeskStore {
  const store = createStore<DeskState>()(() => ({
    me: undefined,
    people: [],
    here: [],
    headlines: {},
    place: 'browser',
    accounts: null,
    link: null,
    isOutdated: false,
    preferences,
    list: BLANK_LIST,
    walk: NO_WALK,
    stories: {},
    pictures: {},
    uploads: {},
    sources: {},
    rawData: {},
    histories: {},
    verdicts: {},
    suggestingWishes: {},
    checkSettings: { status: 'loading' },
    storiesTrial: null,
    inbox: { status: 'loading' },
    notices: [],
    tasks: [{ type: 'start' }],
  }))
  const set = store.setState
  const add = (...tasks: readonly Task[]): void => {
    set((state) => ({ tasks: [...state.tasks, ...tasks] }))
  }
  const create = (content: StoryContent, source: Source | null, pictures: readonly Blob[]): string => {
    const id = ids.story()
    add({ type: 'create', story: { id, content, source }, pictures })
    return id
  }

  const story = storyActions(store, ids, add)
  const actions: DeskActions = {
    ...story,
    ...threadActions(store, ids, add),
    ...checkActions(store, ids, story),
    ...checkSettingsActions(store, add),
    ...historyActions(store, add),
    ...suggestionActions(store, add),
    ...accountActions(store, add),
    foundNewer: () => set({ isOutdated: true }),
    renew: () => add({ type: 'renew' }),
    showQueue(change) {
      set(({ list }) => ({
        list: {
          ...BLANK_LIST,
          counts: list.counts,
          own: list.own,
          query: { ...list.query, ...change },
          revision: list.revision + 1,
        },
      }))
    },
    wantRows(from, to) {
      set(({ list }) =>
        list.wanted[0] === from && list.wanted[1] === to ? {} : { list: { ...list, wanted: [from, to] } },
      )
    },
    walkTo: (id) => set((state) => ({ walk: walkTo(state, id) })),
    readInbox(upTo, story) {
      set(({ inbox }) => ({ inbox: markRead(inbox, upTo, story) }))
      add({ type: 'read inbox', upTo, ...(story === undefined ? {} : { story }) })
    },
    newStory: () =>
      create(
        { ...BLANK_CONTENT, fields: { ...BLANK_CONTENT.fields, language: NEWSROOM_SETTINGS.language } },
        null,
        [],
      ),
    importStory: create,
    duplicateStory(from) {
      const id = ids.story()
      add({ type: 'duplicate', from, id })
      return id
    },
    openStory(id) {
      if (store.getState().stories[id]) return
      set(({ stories }) => ({ stories: { ...stories, [id]: { phase: 'opening' } } }))
      add({ type: 'open', id })
    },
    closeStory(id) {
      set(({ stories: { [id]: _closed, ...others } }) => ({ stories: others }))
      add({ type: 'close', id })
    },
    act: (id, action, done, undo) => add({ type: 'act', id, action, done, ...(undo ? { undo } : {}) }),
    savePerson(person, become) {
      add({ type: 'save person', person: { ...person, id: person.id ?? ids.random() }, become })
    },
    become: (personId) => add({ type: 'become', personId }),
    setPreferences: (change) => set((state) => ({ preferences: { ...state.preferences, ...change } })),
    needSource(id) {
      const status = store.getState().sources[id]?.status
      if (status === 'loading' || status === 'ready') return
      set(({ sources }) => ({ sources: { ...sources, [id]: { status: 'loading' } } }))
      add({ type: 'load source', id })
    },
    needHeadlines: (ids) => add({ type: 'load headlines', ids }),
    needRawData(id) {
      set(({ rawData }) => ({ rawData: { ...rawData, [id]: { status: 'loading' } } }))
      add({ type: 'load raw data', id })
    },
    flush: () => add({ type: 'flush' }),
    dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    notify: (tone, text) =>
      set(({ notices }) => ({ notices: [...notices, { id: ids.random(), tone, text }] })),
    takeOffer(id) {
      const offer = store.getState().notices.find((notice) => notice.id === id)?.offer
      actions.dismiss(id)
      if (offer) add(offer.task)
    },
  }
  return Object.assign(store, { actions })
}
