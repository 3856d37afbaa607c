import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend, ListQuery } from '../../src/backends/backend.ts'
import { NOBODY_COUNTS } from './no-counts.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import {
  contentOf,
  EVERYTHING,
  headlines,
  openIn,
  OTHER,
  storyOf,
  SUB,
  tabOf,
  type,
  until,
  valueOf,
  onlyInBrowser,
} from './test-desk.ts'

export function listContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  let tab: Backend
  let ids: string[]
  beforeEach(async () => {
    desk = await makeDesk()
    tab = await tabOf(desk)
    ids = []
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      ids.push(
        await storyOf(tab, contentOf(name, `The body of ${name} says Élysée “soup’s”.`, `slug-${name}`)),
      )
    }
  })
  afterEach(() => desk.end())

  const idOf = (index: number): string => ids[index] ?? ''

  test('is by last change, latest first', async () => {
    expect(await headlines(tab)).toEqual(['five', 'four', 'three', 'two', 'one'])
    valueOf(await tab.act(idOf(1), { type: 'submit' }))
    expect(await headlines(tab)).toEqual(['two', 'five', 'four', 'three', 'one'])
    expect(await headlines(tab, { order: 'created' })).toEqual(['five', 'four', 'three', 'two', 'one'])
  })

  // Asked first of an untouched desk, then again when everything is in memory: both ways must agree.
  const pages: readonly [Partial<ListQuery>, readonly string[], number][] = [
    [{ limit: 2 }, ['five', 'four'], 5],
    [{ limit: 2, offset: 2 }, ['three', 'two'], 5],
    [{ limit: 2, offset: 4 }, ['one'], 5],
    [{ limit: 2, offset: 9 }, [], 5],
    [{ statuses: ['submitted'] }, ['two'], 1],
    [
      { statuses: ['draft', 'submitted'], limit: 3, offset: 1, order: 'created' },
      ['four', 'three', 'two'],
      5,
    ],
    [{ statuses: ['spiked'] }, [], 0],
    [{ reporter: OTHER.id }, [], 0],
    [{ reporter: 'rita', limit: 1 }, ['two'], 5],
    // Asked for the count alone, as for one's own queues.
    [{ limit: 0 }, [], 5],
    [{ reporter: 'rita', limit: 0 }, [], 5],
  ]
  test.each(pages)('page %o', async (query, expected, total) => {
    valueOf(await tab.act(idOf(1), { type: 'submit' }))
    if (query.limit === 2) valueOf(await tab.act(idOf(4), { type: 'spike' }))
    if (query.limit === 2) valueOf(await tab.act(idOf(4), { type: 'restore' }))
    const order = query.limit === 2 ? { order: 'created' as const } : {}
    for (const load of [false, true]) {
      if (load) await tab.list({ ...EVERYTHING, search: 'body' })
      expect(await headlines(tab, { ...query, ...order })).toEqual(expected)
      const page = valueOf(await tab.list({ ...EVERYTHING, ...query }))
      expect([page.total, page.isMore]).toEqual([total, false])
      expect(page.counts).toEqual({ ...NOBODY_COUNTS, draft: 4, submitted: 1 })
    }
  })

  test('gives what somebody has claimed', async () => {
    const sub = await tabOf(desk, SUB)
    valueOf(await tab.act(idOf(2), { type: 'submit' }))
    valueOf(await sub.act(idOf(2), { type: 'claim' }))
    expect(await headlines(tab, { claimant: SUB.id })).toEqual(['three'])
    const counted = { ...EVERYTHING, statuses: ['in review' as const], claimant: SUB.id, limit: 0 }
    expect(valueOf(await tab.list(counted)).total).toBe(1)
  })

  const searches: readonly [string, readonly string[]][] = [
    ['three', ['three']],
    ['  THREE  body ', ['three']],
    ['elysee', ['five', 'four', 'three', 'two', 'one']],
    ['Soup\'s "soup', ['five', 'four', 'three', 'two', 'one']],
    ['slug-f', ['five', 'four']],
    ['three four', []],
    ['   ', ['five', 'four', 'three', 'two', 'one']],
    ['nowhere', []],
  ]
  test.each(searches)('search for %o', async (search, expected) => {
    expect(await headlines(tab, { search })).toEqual(expected)
    // So few are counted exactly everywhere.
    const { total, isMore } = valueOf(await tab.list({ ...EVERYTHING, search, limit: 1 }))
    expect([total, isMore]).toEqual([expected.length, false])
  })

  /** Writes in one story and makes another, while somebody else looks for what is in both. */
  async function walruses(): Promise<Backend> {
    const other = desk.tab()
    expect(await headlines(other, { search: 'walrus' })).toEqual([])
    const { doc, connection } = await openIn(tab, idOf(0))
    type(doc, ' Wálrus')
    await connection.close()
    await storyOf(tab, contentOf('walrus again'))
    return other
  }

  inBrowser('a search finds at once what was written since, here and elsewhere', async () => {
    const other = await walruses()
    expect(await headlines(other, { search: 'walrus' })).toEqual(['walrus again', 'one Wálrus'])
    expect(await headlines(other, { search: 'one' })).toEqual(['one Wálrus'])
  })

  test('a search finds soon what was written since, here and elsewhere', async () => {
    const other = await walruses()
    const found = async () => (await headlines(other, { search: 'walrus' })).toSorted()
    await until(found, ['one Wálrus', 'walrus again'])
    expect(await headlines(other, { search: 'one' })).toEqual(['one Wálrus'])
  })

  test('watch tells of new and changed stories until it is stopped', async () => {
    const heard: string[] = []
    tab.watch((change) => heard.push(...change.ids))
    const before = await storyOf(tab)
    // What is new may be told a moment later, with other news.
    await until(() => heard.includes(before), true)
    const other = await tabOf(desk)
    const told: string[] = []
    const stop = other.watch((change) => told.push(...change.ids))
    const id = await storyOf(tab)
    await until(() => told, [id])
    valueOf(await tab.act(id, { type: 'spike' }))
    await until(() => told, [id, id])
    stop()
    const second: string[] = []
    other.watch((change) => second.push(...change.ids))
    valueOf(await tab.act(id, { type: 'restore' }))
    await until(() => second, [id])
    expect(told).toEqual([id, id])
  })

  inBrowser('a summary that a dead tab left behind is mended by the next list', async () => {
    const { doc, connection } = await openIn(tab, idOf(0))
    type(doc, ' more')
    await connection.close()
    await desk.change('records', idOf(0), (row) => ({
      ...row,
      unsummarised: 1,
      summary: { ...(row as { summary: object }).summary, headline: 'stale', words: 0 },
    }))
    const later = desk.tab()
    expect(await headlines(later, { limit: 1 })).toEqual(['one more'])
    expect(valueOf(await later.record(idOf(0)))?.summary.words).toBe(7)
  })
}
