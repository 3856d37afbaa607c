import type { DeskTransaction, KeyedRows, StoryRow } from '../rules/desk-storage.ts'
import type { DeskDump } from './memory-storage.ts'
import { keyOf } from './memory-storage.ts'
import { noticeKey } from '../rules/put-event.ts'
import { nextSequence } from '../rules/story-rows.ts'

/** Stores whose rows are put where their key is not taken. */
const UNORDERED = ['people', 'searches', 'contents', 'sources', 'pictures', 'versions', 'copies'] as const
/** Stores whose rows have a place in the desk's order. */
const ORDERED = ['events', 'verdicts', 'late'] as const
type Ordered = (typeof ORDERED)[number]

/**
 * Puts all that was made in memory into a storage that has come back, in one transaction. What that knows already stays
 * as it is there; sequences are given anew, in the same order, since the storage has counted on its own. Answers
 * with the ids of the stories.
 */
export async function moveDesk(dump: DeskDump, to: DeskTransaction): Promise<readonly string[]> {
  const rows = <Store extends keyof KeyedRows>(store: Store): readonly KeyedRows[Store][] =>
    [...(dump.stores.get(store)?.values() ?? [])] as KeyedRows[Store][]

  for (const store of UNORDERED) {
    for (const row of rows(store)) {
      const key = keyOf(store, row)
      if ((await to.get(store, key)) === undefined) await to.put(store, row)
    }
  }
  // What stories are checked for is moved as a whole, and only to where nobody has said anything about it.
  const hasChecks = (await to.get('meta', 'checks')) !== undefined
  for (const row of rows('meta')) {
    if (row.name === 'person' || (row.name !== 'sequence' && !hasChecks)) await to.put('meta', row)
  }

  // Each place in the order was given to an event, to a change of a record, or to both.
  const records: (KeyedRows['records'] | null)[] = []
  for (const row of rows('records'))
    records.push((await to.get('records', row.id)) === undefined ? row : null)
  const fresh = records.filter((row) => row !== null)
  const isFresh = new Set(fresh.map(({ id }) => id))
  const ordered = { events: [], verdicts: [], late: [] } as {
    -readonly [Store in Ordered]: KeyedRows[Store][]
  }
  for (const store of ORDERED) {
    for (const row of rows(store)) {
      if (isFresh.has(row.story) || !(await isKnown(store, row, to))) ordered[store].push(row as never)
    }
  }
  const notices = rows('notices').filter(({ story }) => isFresh.has(story))
  const places = [
    ...[...ordered.events, ...ordered.verdicts, ...ordered.late, ...notices].map(({ sequence }) => sequence),
    ...fresh.flatMap((row) => [-row.order, -row.born]),
  ]
  const anew = new Map<number, number>()
  for (const place of [...new Set(places)].toSorted((a, b) => a - b)) anew.set(place, await nextSequence(to))
  const placed = (place: number): number => anew.get(place) ?? place
  for (const row of fresh) await to.put('records', moved(row, placed))
  for (const store of ORDERED) {
    for (const row of ordered[store]) await to.put(store, { ...row, sequence: placed(row.sequence) })
  }
  for (const notice of notices) {
    const sequence = placed(notice.sequence)
    await to.put('notices', {
      ...notice,
      key: noticeKey(sequence, notice.person),
      sequence,
      order: -sequence,
    })
  }
  for (const [, update] of [...dump.updates].toSorted(([a], [b]) => a - b)) await to.addUpdate(update)
  return fresh.map(({ id }) => id)
}

/** Whether a row is there already, at whatever place: a move whose end was not heard of is made again. */
async function isKnown(store: Ordered, row: KeyedRows[Ordered], to: DeskTransaction): Promise<boolean> {
  const said = JSON.stringify({ ...row, sequence: 0 })
  const there = (await to.ofStory(store, row.story)) as readonly KeyedRows[Ordered][]
  return there.some((known) => JSON.stringify({ ...known, sequence: 0 }) === said)
}

function moved(row: StoryRow, placed: (place: number) => number): StoryRow {
  const sequence = placed(-row.order)
  return { ...row, sequence, order: -sequence, born: -placed(-row.born) }
}
