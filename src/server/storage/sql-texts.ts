import type { KeyedStore, StoryStore } from '../../rules/desk-storage.ts'
import { KEYED_STORES, STORY_STORES } from '../../rules/desk-storage.ts'
import type { Shelf } from './shelves.ts'
import { SHELVES } from './shelves.ts'

/** The statements of one store, made once: what stands on the way of every keystroke is not put together anew each time. */
export type StoreTexts = {
  readonly get: string
  readonly getLocked: string
  readonly all: string
  readonly next: string
  readonly put: string
  readonly remove: string
}

const STORES = Object.keys(KEYED_STORES) as readonly KeyedStore[]

export const TEXTS: Readonly<Record<KeyedStore, StoreTexts>> = Object.fromEntries(
  STORES.map((store) => [store, textsOf(SHELVES[store])]),
) as Record<KeyedStore, StoreTexts>

function textsOf({ table, key, columns, read }: Shelf): StoreTexts {
  const rest = columns.slice(1)
  const get = `select ${read} from ${table} where ${key} = $1`
  const holders = columns.map((_, index) => `$${index + 1}`)
  const changes = rest.map((column) => `${column} = excluded.${column}`)
  // A story that is derived anew mostly says the same, and changing the words in their index costs.
  const isSame = table === 'searches' ? ` where searches.words <> excluded.words` : ''
  return {
    get,
    getLocked: `${get} for update`,
    all: `select ${read} from ${table} order by ${key}`,
    next: `select ${read} from ${table} where ${key} > $1 order by ${key} limit $2`,
    put: `insert into ${table} (${columns.join(', ')}) values (${holders.join(', ')}) on conflict (${key}) do update set ${changes.join(', ')}${isSame}`,
    remove: `delete from ${table} where ${key} = $1`,
  }
}

/** Rows of a story, oldest first. */
export const OF_STORY: Readonly<Record<StoryStore, string>> = Object.fromEntries(
  (Object.entries(STORY_STORES) as [StoryStore, string][]).map(([store, order]) => [
    store,
    `select ${SHELVES[store].read} from ${store} where story = $1 and ${order} is not null order by ${order}`,
  ]),
) as Record<StoryStore, string>
