import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { countByStatus, inOrder, matching } from '../../rules/list-query.ts'
import type { ListPage, ListQuery } from '../backend.ts'
import type { CacheDatabase, CacheSchema, SeenStory } from './cache-database.ts'
import { asListed } from './list-with-made.ts'

/** So many are kept of each, the latest; whatever was seen before that is thrown away. */
const KEPT = { answers: 1000, stories: 200, pictures: 300 } as const
type Bounded = keyof typeof KEPT

/** After so many rows it is looked whether there are too many. */
const LOOK_AFTER = 50

/**
 * What this browser saw of the newsroom last, for when the server can't be reached. Nothing depends on it: a cache that
 * can't be read holds nothing, and what it can't keep is not kept.
 */
export class SeenCache {
  readonly #database: CacheDatabase
  readonly #now: () => number
  #put = 0

  /** `now` in milliseconds, for throwing away what is old. */
  constructor(database: CacheDatabase, now: () => number) {
    this.#database = database
    this.#now = now
  }

  /** Who works here as far as is known, or null: nobody does whose session has ended. */
  async person(): Promise<Person | null> {
    const kept = await this.#person()
    return kept?.signedOut ? null : (kept?.value ?? null)
  }

  /** The session has ended: only the same person sees again what they saw, when they sign in. */
  async keepSignedOut(): Promise<void> {
    await this.#write(() =>
      this.#database.run(['meta'], 'strict', async (transaction) => {
        const store = transaction.objectStore('meta')
        const kept = await store.get('person')
        if (kept) await store.put({ ...kept, signedOut: true })
      }),
    )
  }

  /** Who works here; what another one saw is forgotten. */
  async keepPerson(person: Person): Promise<void> {
    const before = (await this.#person())?.value ?? null
    if (before !== null && before.id !== person.id) await this.forget()
    await this.#write(() =>
      this.#database.run(['meta'], 'relaxed', (transaction) =>
        transaction.objectStore('meta').put({ name: 'person', value: person }),
      ),
    )
  }

  /** What the server last answered to this, or undefined. */
  async answer(path: string): Promise<unknown> {
    return this.#read(undefined, async () => {
      const kept = await this.#database.run(['answers'], 'readonly', (transaction) =>
        transaction.objectStore('answers').get(path),
      )
      return kept?.value
    })
  }

  async keepAnswer(path: string, value: unknown): Promise<void> {
    await this.#write(async () => {
      const at = this.#now()
      await this.#database.run(['answers'], 'relaxed', (transaction) =>
        transaction.objectStore('answers').put({ path, value, at }),
      )
      await this.#lookForOld('answers')
    })
  }

  /** One page of the stories that were seen, as the server would list them; a search looks only in what a row shows. */
  async list(query: ListQuery): Promise<ListPage> {
    const records = await this.#read([], () =>
      this.#database.run(['records'], 'readonly', (transaction) =>
        transaction.objectStore('records').getAll(),
      ),
    )
    const listed = records.map(asListed)
    const found = matching(inOrder(listed, query.order), query)
    return {
      records: found.slice(query.offset, query.offset + query.limit).map(({ record }) => record),
      total: found.length,
      isMore: false,
      counts: countByStatus(listed),
    }
  }

  async record(id: string): Promise<StoryRecord | null> {
    const kept = await this.#read(undefined, () =>
      this.#database.run(['records'], 'readonly', (transaction) =>
        transaction.objectStore('records').get(id),
      ),
    )
    return kept ?? null
  }

  /** Keeps records, but where a later one is kept already; `instead` of that, too, where the server has gone back. */
  async keepRecords(records: readonly StoryRecord[], instead = false): Promise<void> {
    await this.#write(() =>
      this.#database.run(['records'], 'relaxed', async (transaction) => {
        const store = transaction.objectStore('records')
        for (const record of records) {
          const kept = await store.get(record.id)
          if (instead || !kept || kept.sequence < record.sequence) await store.put(record)
        }
      }),
    )
  }

  async story(id: string): Promise<SeenStory | null> {
    const kept = await this.#read(undefined, () =>
      this.#database.run(['stories'], 'readonly', (transaction) =>
        transaction.objectStore('stories').get(id),
      ),
    )
    return kept ?? null
  }

  async keepStory(story: SeenStory): Promise<void> {
    await this.#write(async () => {
      const at = this.#now()
      await this.#database.run(['stories'], 'relaxed', (transaction) =>
        transaction.objectStore('stories').put({ ...story, at }),
      )
      await this.#lookForOld('stories')
    })
  }

  async picture(hash: string): Promise<Blob | null> {
    const kept = await this.#read(undefined, () =>
      this.#database.run(['pictures'], 'readonly', (transaction) =>
        transaction.objectStore('pictures').get(hash),
      ),
    )
    return kept ? new Blob([kept.bytes], { type: kept.type }) : null
  }

  async keepPicture(hash: string, picture: Blob): Promise<void> {
    await this.#write(async () => {
      const bytes = await picture.arrayBuffer()
      const at = this.#now()
      await this.#database.run(['pictures'], 'relaxed', (transaction) =>
        transaction.objectStore('pictures').put({ hash, type: picture.type, bytes, at }),
      )
      await this.#lookForOld('pictures')
    })
  }

  /** Forgets who worked here and all that they saw; what waits to be sent, and late words, stay. */
  async forget(): Promise<void> {
    const seen = ['meta', 'answers', 'records', 'stories', 'pictures'] as const
    await this.#write(() =>
      this.#database.run(seen, 'strict', async (transaction) => {
        await Promise.all(seen.map((store) => transaction.objectStore(store).clear()))
      }),
    )
  }

  #person(): Promise<CacheSchema['meta']['value'] | undefined> {
    return this.#read(undefined, () =>
      this.#database.run(['meta'], 'readonly', (transaction) =>
        transaction.objectStore('meta').get('person'),
      ),
    )
  }

  async #lookForOld(store: Bounded): Promise<void> {
    this.#put += 1
    if (this.#put % LOOK_AFTER !== 0) return
    await this.#database.run([store], 'relaxed', async (transaction) => {
      const rows = transaction.objectStore(store)
      let over = (await rows.count()) - KEPT[store]
      for (let row = await rows.index('at').openCursor(); row && over > 0; row = await row.continue()) {
        await row.delete()
        over -= 1
      }
    })
  }

  async #read<Value>(none: Value, read: () => Promise<Value>): Promise<Value> {
    try {
      return await read()
    } catch (error) {
      if (error instanceof StorageFailure) return none
      throw error
    }
  }

  async #write(write: () => Promise<unknown>): Promise<void> {
    await this.#read(undefined, write)
  }
}
