import type { DeskTransaction, KeyedRows, StoryRow } from './desk-storage.ts'
import type { DeskDump } from './memory-storage.ts'
import { nextSequence } from './story-rows.ts'

/**
 * Puts all that was made in memory into a storage that has come back, in one transaction. What that knows already stays
 * as it is there; sequences are given anew, in the same order, since the storage has counted on its own. Answers
 * with the ids of the stories.
 */
export async function moveDesk(dump: DeskDump, to: DeskTransaction): Promise<readonly string[]> {
  const rows = <Store extends keyof KeyedRows>(store: Store): readonly KeyedRows[Store][] =>
    [...(dump.stores.get(store)?.values() ?? [])] as KeyedRows[Store][]

  for (const store of ['people', 'searches', 'contents', 'sources', 'pictures'] as const) {
    for (const row of rows(store)) {
      const key = 'id' in row ? row.id : row.hash
      if ((await to.get(store, key)) === undefined) await to.put(store, row)
    }
  }
  for (const row of rows('meta')) if (row.name === 'person') await to.put('meta', row)

  // Each place in the order was given to an event, to a change of a record, or to both.
  const records: (KeyedRows['records'] | null)[] = []
  for (const row of rows('records'))
    records.push((await to.get('records', row.id)) === undefined ? row : null)
  const fresh = records.filter((row) => row !== null)
  const isFresh = new Set(fresh.map(({ id }) => id))
  const events: KeyedRows['events'][] = []
  for (const event of rows('events')) {
    if (isFresh.has(event.story) || !(await isKnown(event, to))) events.push(event)
  }
  const places = [
    ...events.map((event) => event.sequence),
    ...fresh.flatMap((row) => [-row.order, -row.born]),
  ]
  const anew = new Map<number, number>()
  for (const place of [...new Set(places)].toSorted((a, b) => a - b)) anew.set(place, await nextSequence(to))
  const placed = (place: number): number => anew.get(place) ?? place
  for (const row of fresh) await to.put('records', moved(row, placed))
  for (const event of events) await to.put('events', { ...event, sequence: placed(event.sequence) })
  for (const [, update] of [...dump.updates].toSorted(([a], [b]) => a - b)) await to.addUpdate(update)
  return fresh.map(({ id }) => id)
}

/** Whether an event is there already, at whatever place: a move whose end was not heard of is made again. */
async function isKnown(event: KeyedRows['events'], to: DeskTransaction): Promise<boolean> {
  const said = JSON.stringify({ ...event, sequence: 0 })
  const there = (await to.eventsOf(event.story)) as readonly KeyedRows['events'][]
  return there.some((known) => JSON.stringify({ ...known, sequence: 0 }) === said)
}

function moved(row: StoryRow, placed: (place: number) => number): StoryRow {
  const sequence = placed(-row.order)
  return { ...row, sequence, order: -sequence, born: -placed(-row.born) }
}
