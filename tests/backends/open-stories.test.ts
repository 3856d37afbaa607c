import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Backend } from '../../src/backends/backend.ts'
import type { LocalBackend } from '../../src/backends/local-backend.ts'
import { createMemoryBackend, createMemoryDesk, type MemoryDesk } from '../../src/backends/memory.ts'
import { FullDisk } from './full-disk.ts'
import { contentOf, EVERYTHING, headlineOf, headlines, NOW, openIn, REPORTER } from './test-desk.ts'
import { SHORT, storyOf, type, until, valueOf } from './test-desk.ts'

let disk: FullDisk
let desk: MemoryDesk
let tabs: LocalBackend[]

async function tabOn(): Promise<LocalBackend> {
  const tab = createMemoryBackend(desk, { now: NOW, delays: SHORT }) as LocalBackend
  tabs.push(tab)
  valueOf(await tab.savePerson(REPORTER))
  valueOf(await tab.become(REPORTER.id))
  return tab
}

let tab: Backend
beforeEach(async () => {
  disk = new FullDisk()
  desk = { ...createMemoryDesk(), storage: disk }
  tabs = []
  tab = await tabOn()
})
afterEach(async () => {
  disk.room = Infinity
  disk.failsAtEnd = false
  await Promise.all(tabs.map((one) => one.close()))
})

/** A story that its tab did not live to summarise: its words are stored, its row on the desk tells of older ones. */
async function leftBehind(headline: string): Promise<string> {
  const id = await storyOf(tab, contentOf(headline))
  const row = (await disk.dump()).stores.get('records')?.get(id) as { summary: object }
  disk.plant('records', id, {
    ...row,
    unsummarised: 1,
    summary: { ...row.summary, headline: `stale ${headline}` },
  })
  return id
}

const isBehind = async (): Promise<number> =>
  (await disk.run(['records'], 'readonly', (transaction) => transaction.unsummarised())).length

test('a list on a full disk shows the desk as it is, and mends it when there is room', async () => {
  await leftBehind('one')
  disk.room = 0
  expect(await headlines(tab)).toEqual(['stale one'])
  expect(await isBehind()).toBe(1)
  disk.room = Infinity
  expect(await headlines(tab)).toEqual(['one'])
  expect(await isBehind()).toBe(0)
})

/** How often a list tries to mend a story. */
async function tries(): Promise<number> {
  const run = vi.spyOn(disk, 'run')
  await tab.list(EVERYTHING)
  const mending = run.mock.calls.filter(([, mode]) => mode === 'relaxed').length
  run.mockRestore()
  return mending
}

test('a full disk is asked once by each list, not once for each story', async () => {
  for (const headline of ['one', 'two', 'three']) await leftBehind(headline)
  disk.room = 0
  expect([await tries(), await tries()]).toEqual([1, 1])
  disk.room = Infinity
  expect([await tries(), await tries()]).toEqual([3, 0])
})

test('more stories than are mended at once are mended by the lists after', async () => {
  for (let number = 0; number < 45; number++) await leftBehind(String(number))
  const left: number[] = []
  for (let look = 0; look < 3; look++) {
    await tab.list(EVERYTHING)
    left.push(await isBehind())
  }
  expect(left).toEqual([25, 5, 0])
})

test('a story that another tab has open is left to it', async () => {
  const id = await leftBehind('one')
  const other = await tabOn()
  const { connection } = await openIn(other, id)
  expect(await headlines(tab)).toEqual(['stale one'])
  await connection.close()
  expect(await headlines(tab)).toEqual(['one'])
})

test('a story that can’t be mended holds up neither the list nor the others, and is tried once', async () => {
  const hurt = await leftBehind('hurt')
  await leftBehind('sound')
  disk.plantUpdate({ story: hurt, epoch: 1, update: 'nonsense' })
  expect((await headlines(tab)).toSorted()).toEqual(['sound', 'stale hurt'])
  expect(await tries()).toBe(0)
  expect(await isBehind()).toBe(1)
})

test('words that could not be stored before closing are in the story when it is opened again', async () => {
  const id = await storyOf(tab, contentOf('A'))
  const { doc, connection } = await openIn(tab, id)
  disk.room = 0
  type(doc, 'b')
  await connection.close()
  expect(connection.state.kind).toBe('failed')
  const again = await openIn(tab, id)
  expect(headlineOf(again.doc)).toBe('Ab')
  disk.room = Infinity
  type(again.doc, 'c')
  await again.connection.flush()
  expect(again.connection.state).toEqual({ kind: 'saved' })
  expect(headlineOf((await openIn(await tabOn(), id)).doc)).toBe('Abc')
})

test('a step of the workflow waits for words that are not stored', async () => {
  const id = await storyOf(tab, contentOf('A'))
  const { doc } = await openIn(tab, id)
  disk.room = 0
  type(doc, 'b')
  expect(await tab.act(id, { type: 'submit' })).toMatchObject({ ok: false, reason: 'storage' })
  disk.room = Infinity
  await until(async () => (await tab.act(id, { type: 'submit' })).ok, true)
  const opened = await openIn(await tabOn(), id)
  expect(headlineOf(opened.doc)).toBe('Ab')
  expect(opened.connection.record.status).toBe('submitted')
})

test('two documents on one story in one tab say the same', async () => {
  const id = await storyOf(tab, contentOf('A'))
  const [one, two] = [await openIn(tab, id), await openIn(tab, id)]
  type(one.doc, 'b')
  await one.connection.flush()
  type(two.doc, 'c')
  await two.connection.flush()
  expect([headlineOf(one.doc), headlineOf(two.doc)]).toEqual(['Abc', 'Abc'])
})

test('closing the backend stores what is left of every open story', async () => {
  const ids = [await storyOf(tab, contentOf('A')), await storyOf(tab, contentOf('B'))]
  for (const id of ids) type((await openIn(tab, id)).doc, '!')
  await tab.close()
  const later = await tabOn()
  const said: string[] = []
  for (const id of ids) said.push(headlineOf((await openIn(later, id)).doc))
  expect(said).toEqual(['A!', 'B!'])
  expect(desk.held.get(ids[0] ?? '')).toBe(1)
})

test('a closed backend is told of nothing', async () => {
  const id = await storyOf(tab, contentOf('A'))
  const other = await tabOn()
  const { doc } = await openIn(other, id)
  await other.close()
  const mine = await openIn(tab, id)
  type(mine.doc, 'b')
  await mine.connection.flush()
  expect(headlineOf(doc)).toBe('A')
  type(doc, 'lost?')
  await mine.connection.flush()
  expect(headlineOf((await openIn(tab, id)).doc)).toBe('Ab')
})

test('a story that is damaged leaves no lock behind', async () => {
  const id = await storyOf(tab, contentOf('A'))
  disk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' })
  expect(await tab.open(id, new Y.Doc())).toMatchObject({ ok: false, reason: 'damaged' })
  expect(desk.held.get(id) ?? 0).toBe(0)
})
