import type { Status } from '../domain/story-record.ts'
import { STATUSES } from '../domain/story-record.ts'
import type {
  DeskStorage,
  DeskTransaction,
  KeyedRows,
  KeyedStore,
  StoreName,
  StoryRow,
  UpdateRow,
} from '../rules/desk-storage.ts'
import { KEYED_STORES, STORY_STORES } from '../rules/desk-storage.ts'

type Rows = ReadonlyMap<string | number, object>

/** Everything that a memory storage holds, for moving it to another. */
export type DeskDump = {
  readonly stores: ReadonlyMap<KeyedStore, Rows>
  readonly updates: ReadonlyMap<number, UpdateRow>
}

/** A desk's rows in memory, one transaction after the other; what a failed one wrote is taken back. */
export class MemoryStorage implements DeskStorage {
  readonly trouble = null
  readonly #stores = new Map<KeyedStore, Map<string | number, object>>(
    (Object.keys(KEYED_STORES) as KeyedStore[]).map((name) => [name, new Map()]),
  )
  readonly #updates = new Map<number, UpdateRow>()
  #lastKey = 0
  #turn: Promise<unknown> = Promise.resolve()

  run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<Value> {
    const result = this.#turn.then(async () => {
      const undo: (() => void)[] = []
      try {
        return await work(this.#transaction(undo, scopeOf(stores, mode)))
      } catch (error) {
        for (const step of undo.toReversed()) step()
        throw error
      }
    })
    this.#turn = result.catch(() => {})
    return result
  }

  onTrouble(): () => void {
    return () => {}
  }

  async close(): Promise<void> {
    await this.#turn
  }

  /** Copies of all rows, when everything that was asked for is done. */
  async dump(): Promise<DeskDump> {
    await this.#turn
    return {
      stores: new Map([...this.#stores].map(([name, rows]) => [name, new Map(rows)])),
      updates: new Map(this.#updates),
    }
  }

  /** Puts something as it comes, for tests of what damaged rows do. */
  plant(store: KeyedStore, key: string | number, row: object): void {
    this.#rows(store).set(key, row)
  }

  /** Puts an update as it comes, for tests of what damaged rows do. */
  plantUpdate(row: object): void {
    this.#lastKey += 1
    this.#updates.set(this.#lastKey, row as UpdateRow)
  }

  #rows(store: KeyedStore): Map<string | number, object> {
    const rows = this.#stores.get(store)
    if (!rows) throw new Error(`no store ${store}`)
    return rows
  }

  #updateRows(matches: (row: UpdateRow, key: number) => boolean): readonly UpdateRow[] {
    return [...this.#updates]
      .filter(([key, row]) => matches(row, key))
      .sort(([a], [b]) => a - b)
      .map(([key, row]) => Object.assign({ key }, row))
  }

  #transaction(undo: (() => void)[], scope: Scope): DeskTransaction {
    const set = <Key, Row>(rows: Map<Key, Row>, key: Key, row: Row): void => {
      const before = rows.get(key)
      undo.push(() => (before === undefined ? rows.delete(key) : rows.set(key, before)))
      rows.set(key, row)
    }
    const stories = (): readonly StoryRow[] => {
      scope.reads('records')
      return [...this.#rows('records').values()] as StoryRow[]
    }
    return {
      get: async (store, key) => {
        scope.reads(store)
        return this.#rows(store).get(key)
      },
      all: async (store) => {
        scope.reads(store)
        return [...this.#rows(store).values()]
      },
      next: async (store, after, limit) => {
        scope.reads(store)
        return [...this.#rows(store)]
          .filter(([key]) => String(key) > after)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .slice(0, limit)
          .map(([, row]) => row)
      },
      put: async (store, row) => {
        scope.writes(store)
        set(this.#rows(store), keyOf(store, row), row)
      },
      remove: async (store, key) => {
        scope.writes(store)
        const before = this.#rows(store).get(key)
        if (before) undo.push(() => this.#rows(store).set(key, before))
        this.#rows(store).delete(key)
      },
      firstStories: async (order, status, limit) =>
        stories()
          .filter(
            (row) => typeof placeIn(order, row) === 'number' && (status === null || row.status === status),
          )
          .sort((a, b) => placeIn(order, a) - placeIn(order, b))
          .slice(0, limit),
      storiesSince: async (sequence) => stories().filter((row) => isOrdered(row) && row.order < -sequence),
      countStories: async () => {
        const count = (status: Status): number =>
          stories().filter((row) => isOrdered(row) && row.status === status).length
        return {
          all: stories().length,
          byStatus: Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<
            Status,
            number
          >,
        }
      },
      unsummarised: async () =>
        stories()
          .filter((row) => row.unsummarised === 1)
          .map((row) => row.id),
      addUpdate: async (row) => {
        scope.writes('updates')
        this.#lastKey += 1
        set(this.#updates, this.#lastKey, row)
        return this.#lastKey
      },
      updatesAfter: async (story, epoch, after) => {
        scope.reads('updates')
        return this.#updateRows((row, key) => row.story === story && row.epoch === epoch && key > after)
      },
      allUpdates: async (story) => {
        scope.reads('updates')
        return this.#updateRows((row) => row.story === story).toSorted((a, b) => a.epoch - b.epoch)
      },
      deleteUpdates: async (keys) => {
        scope.writes('updates')
        for (const key of keys) {
          const before = this.#updates.get(key)
          if (before) undo.push(() => this.#updates.set(key, before))
          this.#updates.delete(key)
        }
      },
      ofStory: async (store, story) => {
        scope.reads(store)
        return ([...this.#rows(store).values()] as Record<string, unknown>[])
          .filter((row) => row['story'] === story && typeof row[STORY_STORES[store]] === 'number')
          .sort((a, b) => Number(a[STORY_STORES[store]]) - Number(b[STORY_STORES[store]]))
      },
      noticesOf: async (person, limit) => {
        scope.reads('notices')
        return ([...this.#rows('notices').values()] as KeyedRows['notices'][])
          .filter((row) => row.person === person && isOrdered(row))
          .sort((a, b) => a.order - b.order)
          .slice(0, limit)
      },
    }
  }
}

type Scope = { reads(store: StoreName): void; writes(store: StoreName): void }

/** What IndexedDB would refuse is a bug here too: the reference must not allow more. */
function scopeOf(stores: readonly StoreName[], mode: string): Scope {
  const reads = (store: StoreName): void => {
    if (!stores.includes(store)) throw new Error(`the transaction does not cover ${store}`)
  }
  return {
    reads,
    writes(store) {
      reads(store)
      if (mode === 'readonly') throw new Error(`the transaction only reads ${store}`)
    },
  }
}

const placeIn = (order: 'changed' | 'created', row: StoryRow): number =>
  order === 'changed' ? row.order : row.born

const isOrdered = (row: { readonly order: number }): boolean => typeof row.order === 'number'

/** The key that a row is kept under. */
export function keyOf<Store extends KeyedStore>(store: Store, row: KeyedRows[Store]): string | number {
  return (row as unknown as Record<string, string | number>)[KEYED_STORES[store]] ?? ''
}
