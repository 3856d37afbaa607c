import type { Status } from '../../../src/domain/story-record.ts'
import { STATUSES } from '../../../src/domain/story-record.ts'
import type { DeskTransaction, StoryRow, UpdateRow } from '../../../src/rules/desk-storage.ts'
import { KEYED_STORES, STORY_STORES } from '../../../src/rules/desk-storage.ts'
import type { Change, JsonFiles } from './json-files.ts'

type Row = Readonly<Record<string, unknown>>

/** One transaction over the files: it reads them with `changes` on top, and leaves what it changes in there. */
export function folderTransaction(files: JsonFiles, changes: Map<string, Change>): DeskTransaction {
  const read = async (path: string): Promise<unknown> =>
    changes.has(path) ? (changes.get(path) ?? undefined) : files.read(path)

  const rows = async (store: string): Promise<readonly Row[]> => {
    const paths = new Set(await files.list(store))
    for (const path of changes.keys()) if (path.startsWith(`${store}/`)) paths.add(path)
    const found = await Promise.all([...paths].map(read))
    return found.filter((row): row is Row => row !== undefined)
  }
  const stories = async (): Promise<readonly StoryRow[]> =>
    (await rows('records')) as readonly (Row & StoryRow)[]
  const updates = async (matches: (row: UpdateRow & Keyed) => boolean): Promise<readonly UpdateRow[]> =>
    ((await rows('updates')) as readonly (Row & UpdateRow & Keyed)[])
      .filter(matches)
      .toSorted((a, b) => a.epoch - b.epoch || a.key - b.key)

  return {
    get: (store, key) => read(pathOf(store, key)),
    all: rows,
    async next(store, after, limit) {
      const key = KEYED_STORES[store]
      return (await rows(store))
        .filter((row) => String(row[key]) > after)
        .toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
        .slice(0, limit)
    },
    async put(store, row) {
      changes.set(pathOf(store, String((row as unknown as Row)[KEYED_STORES[store]])), row)
    },
    async remove(store, key) {
      changes.set(pathOf(store, key), null)
    },

    async firstStories(order, status, limit) {
      const place = order === 'changed' ? 'order' : 'born'
      return (await stories())
        .filter((row) => typeof row[place] === 'number' && (status === null || row.status === status))
        .toSorted((a, b) => a[place] - b[place])
        .slice(0, limit)
    },
    storiesSince: async (sequence) =>
      (await stories()).filter((row) => isOrdered(row) && row.order < -sequence),
    async countStories() {
      const all = await stories()
      const count = (status: Status): number =>
        all.filter((row) => isOrdered(row) && row.status === status).length
      const byStatus = Object.fromEntries(STATUSES.map((status) => [status, count(status)]))
      return { all: all.length, byStatus: byStatus as Record<Status, number> }
    },
    unsummarised: async () => (await stories()).filter((row) => row.unsummarised === 1).map((row) => row.id),

    async addUpdate(row) {
      const last = (await read('last-update/key.json')) as { readonly key: number } | undefined
      const key = (last?.key ?? 0) + 1
      changes.set('last-update/key.json', { key })
      changes.set(pathOf('updates', key), { ...row, key })
      return key
    },
    updatesAfter: (story, epoch, after) =>
      updates((row) => row.story === story && row.epoch === epoch && row.key > after),
    allUpdates: (story) => updates((row) => row.story === story),
    async deleteUpdates(keys) {
      for (const key of keys) changes.set(pathOf('updates', key), null)
    },
    async ofStory(store, story) {
      const place = STORY_STORES[store]
      return (await rows(store))
        .filter((row) => row['story'] === story && typeof row[place] === 'number')
        .toSorted((a, b) => Number(a[place]) - Number(b[place]))
    },
    async noticesOf(person, limit) {
      return (await rows('notices'))
        .filter((row) => row['person'] === person && typeof row['order'] === 'number')
        .toSorted((a, b) => Number(a['order']) - Number(b['order']))
        .slice(0, limit)
    },
  }
}

type Keyed = { readonly key: number }

/** The file that a row is kept in; a key may hold anything, a file's name may not. */
export const pathOf = (store: string, key: string | number): string =>
  `${store}/${encodeURIComponent(String(key))}.json`

const isOrdered = (row: StoryRow): boolean => typeof row.order === 'number'
