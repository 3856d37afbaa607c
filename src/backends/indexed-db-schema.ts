import type { DBSchema, IDBPDatabase, OpenDBCallbacks } from 'idb'
import { openDB } from 'idb'
import type { Status } from '../domain/story-record.ts'
import type { KeyedRows, StoreName, UpdateRow } from '../rules/desk-storage.ts'
import { KEYED_STORES, STORY_STORES } from '../rules/desk-storage.ts'

type Keyed<Store extends keyof KeyedRows> = { key: string; value: KeyedRows[Store] }

type OfStory = { indexes: { story: [string, number] } }

/** How a desk lies in IndexedDB. */
export interface DeskSchema extends DBSchema {
  records: Keyed<'records'> & {
    indexes: {
      order: number
      born: number
      'status-order': [Status, number]
      'status-born': [Status, number]
      unsummarised: number
    }
  }
  /** `key` counts up by itself. */
  updates: { key: number; value: UpdateRow; indexes: { story: [string, number, number] } }
  events: { key: number; value: KeyedRows['events'] } & OfStory
  versions: Keyed<'versions'> & OfStory
  copies: Keyed<'copies'> & OfStory
  verdicts: { key: number; value: KeyedRows['verdicts'] } & OfStory
  late: Keyed<'late'> & OfStory
  notices: Keyed<'notices'> & { indexes: { person: [string, number] } }
  searches: Keyed<'searches'>
  contents: Keyed<'contents'>
  sources: Keyed<'sources'>
  pictures: Keyed<'pictures'>
  people: Keyed<'people'>
  meta: Keyed<'meta'>
}

export type DeskDatabase = IDBPDatabase<DeskSchema>

/** 1 had no versions, verdicts, notices and late edits. */
export const DATABASE_VERSION = 2

export const EVERY_STORE: readonly StoreName[] = [...(Object.keys(KEYED_STORES) as StoreName[]), 'updates']

/** Opens the database, and makes or upgrades it. Rejects, and never throws, where there is none. */
export async function openDatabase(
  name: string,
  callbacks: Pick<OpenDBCallbacks<DeskSchema>, 'blocked' | 'blocking' | 'terminated'>,
): Promise<DeskDatabase> {
  return openDB<DeskSchema>(name, DATABASE_VERSION, {
    ...callbacks,
    upgrade(database, from) {
      if (from < 1) makeFirst(database)
      if (from < 2) addReview(database)
    },
  })
}

function makeFirst(database: DeskDatabase): void {
  const records = database.createObjectStore('records', { keyPath: KEYED_STORES.records })
  records.createIndex('order', 'order')
  records.createIndex('born', 'born')
  records.createIndex('status-order', ['status', 'order'])
  records.createIndex('status-born', ['status', 'born'])
  records.createIndex('unsummarised', 'unsummarised')
  const updates = database.createObjectStore('updates', { keyPath: 'key', autoIncrement: true })
  updates.createIndex('story', ['story', 'epoch', 'key'])
  const events = database.createObjectStore('events', { keyPath: KEYED_STORES.events })
  events.createIndex('story', ['story', STORY_STORES.events])
  for (const store of ['searches', 'contents', 'sources', 'people'] as const) {
    database.createObjectStore(store, { keyPath: KEYED_STORES[store] })
  }
  database.createObjectStore('pictures', { keyPath: KEYED_STORES.pictures })
  database.createObjectStore('meta', { keyPath: KEYED_STORES.meta })
}

function addReview(database: DeskDatabase): void {
  for (const store of ['versions', 'copies', 'verdicts', 'late'] as const) {
    const rows = database.createObjectStore(store, { keyPath: KEYED_STORES[store] })
    rows.createIndex('story', ['story', STORY_STORES[store]])
  }
  const notices = database.createObjectStore('notices', { keyPath: KEYED_STORES.notices })
  notices.createIndex('person', ['person', 'order'])
}
