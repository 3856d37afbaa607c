import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ACT_STORES, applyAction } from '../../src/rules/apply-action.ts'
import { changeStoredChecks, CHECKS_STORES, readChecks } from '../../src/rules/checks.ts'
import type { ChecksChange } from '../../src/domain/checks/checks-change.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'
import type { KeyedStore, StoryRow } from '../../src/rules/desk-storage.ts'
import { EVERY_STORE } from '../../src/backends/indexed-db-schema.ts'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { createMemoryBackend, createMemoryDesk } from '../../src/backends/memory.ts'
import { moveDesk } from '../../src/backends/move-desk.ts'
import { ACTING } from './acting.ts'
import type { Person } from '../../src/domain/person.ts'
import { spansText } from '../../src/domain/story-content.ts'
import { FullDisk, madeIn, withLittleRoom } from './full-disk.ts'
import { approve, storyInReview, suggest, verdictOn } from './review-stage.ts'
import type { TestDesk } from './test-desk.ts'
import { CHIEF, contentOf, EVERYTHING, headlineOf, headlines, NOW, openIn, OTHER } from './test-desk.ts'
import { REPORTER, SHORT, SUB, tabOf, type, valueOf } from './test-desk.ts'

let memory: MemoryStorage
let disk: FullDisk
beforeEach(() => {
  memory = new MemoryStorage()
  disk = new FullDisk()
})

const move = async () => {
  const dump = await memory.dump()
  return disk.run(EVERY_STORE, 'strict', (transaction) => moveDesk(dump, transaction))
}
const tabOnDisk = () =>
  createMemoryBackend({ ...createMemoryDesk(), storage: disk }, { now: NOW, delays: SHORT })
const rows = async (store: KeyedStore): Promise<readonly object[]> => [
  ...((await disk.dump()).stores.get(store)?.values() ?? []),
]

const act = (storage: MemoryStorage, id: string, type: 'submit' | 'withdraw') =>
  storage.run(ACT_STORES, 'strict', (transaction) => applyAction(transaction, id, { type }, REPORTER, ACTING))

test('stories arrive whole: record, text, events, search, in their order', async () => {
  const one = await madeIn(memory, contentOf('One', 'Éclair'))
  const two = await madeIn(memory, contentOf('Two'))
  await act(memory, one, 'submit')
  expect((await move()).toSorted()).toEqual([one, two].toSorted())
  const tab = tabOnDisk()
  expect(await headlines(tab)).toEqual(['One', 'Two'])
  expect(await headlines(tab, { order: 'created' })).toEqual(['Two', 'One'])
  expect(await headlines(tab, { search: 'eclair' })).toEqual(['One'])
  expect(valueOf(await tab.events(one)).map(({ type }) => type)).toEqual(['create', 'submit'])
  expect(valueOf(await tab.record(one))).toMatchObject({ status: 'submitted' })
  expect(headlineOf((await openIn(tab, two)).doc)).toBe('Two')
  await tab.close()
})

test('what was made in memory comes after all that the disk knows, and no place is given twice', async () => {
  const known = await madeIn(disk, contentOf('Known'))
  await madeIn(disk, contentOf('Known too'))
  await act(disk, known, 'submit')
  await madeIn(memory, contentOf('Made in memory'))
  await move()
  await madeIn(disk, contentOf('Made after'))
  const tab = tabOnDisk()
  expect(await headlines(tab)).toEqual(['Made after', 'Made in memory', 'Known', 'Known too'])
  expect(valueOf(await tab.list(EVERYTHING)).counts).toMatchObject({ draft: 3, submitted: 1 })
  const sequences = (await rows('records')).map((row) => (row as StoryRow).sequence)
  expect(new Set(sequences).size).toBe(4)
  expect((await rows('events')).length).toBe(5)
  await tab.close()
})

test('each event keeps its story’s order, and the record the place of its last change', async () => {
  const id = await madeIn(memory)
  for (let time = 0; time < 3; time++) {
    await act(memory, id, 'submit')
    await madeIn(memory)
    await act(memory, id, 'withdraw')
  }
  for (let number = 0; number < 5; number++) await madeIn(disk)
  await move()
  const events = await disk.run(['events'], 'readonly', (transaction) => transaction.ofStory('events', id))
  const [first, ...rest] = ['create', ...Array.from({ length: 3 }, () => ['submit', 'withdraw']).flat()]
  expect(events.map((event) => (event as { type: string }).type)).toEqual([first, ...rest])
  const row = (await disk.dump()).stores.get('records')?.get(id) as StoryRow
  const places = events.map((event) => (event as { sequence: number }).sequence)
  expect([row.sequence, -row.order]).toEqual([places.at(-1), places.at(-1)])
  expect(-row.born).toBe(places[0])
})

const known: readonly [KeyedStore, string, object, object][] = [
  ['people', 'rita', { ...REPORTER, name: 'On the disk' }, { ...REPORTER, name: 'In memory' }],
  ['sources', 's', { id: 's', text: 'disk' }, { id: 's', text: 'memory' }],
  ['contents', 's', { id: 's', content: 'disk' }, { id: 's', content: 'memory' }],
  ['searches', 's', { id: 's', text: 'disk' }, { id: 's', text: 'memory' }],
  ['pictures', 'f00d', { hash: 'f00d', type: 'disk' }, { hash: 'f00d', type: 'memory' }],
]
test.each(known)('a row of %s that the disk knows stays as it is there', async (store, key, there, here) => {
  disk.plant(store, key, there)
  memory.plant(store, key, here)
  await move()
  expect(await rows(store)).toEqual([there])
  disk = new FullDisk()
  await move()
  expect(await rows(store)).toEqual([here])
})

test('who was chosen in memory was chosen last', async () => {
  disk.plant('people', OTHER.id, OTHER)
  disk.plant('meta', 'person', { name: 'person', value: OTHER.id })
  memory.plant('people', REPORTER.id, REPORTER)
  memory.plant('meta', 'person', { name: 'person', value: REPORTER.id })
  await move()
  const tab = tabOnDisk()
  expect(await tab.me()).toEqual(REPORTER)
  expect(await tab.people()).toEqual([OTHER, REPORTER])
  await tab.close()
})

test('moving the same desk twice doubles no word and no event', async () => {
  const id = await madeIn(memory, contentOf('Once'))
  await act(memory, id, 'submit')
  expect(await move()).toEqual([id])
  const row = (await disk.dump()).stores.get('records')?.get(id)
  expect(await move()).toEqual([])
  const tab = tabOnDisk()
  expect((await disk.dump()).stores.get('records')?.get(id)).toEqual(row)
  expect(headlineOf((await openIn(tab, id)).doc)).toBe('Once')
  expect(valueOf(await tab.events(id))).toHaveLength(2)
  await tab.close()
})

test('an empty desk moves nothing, and leaves the disk as it was', async () => {
  await madeIn(disk)
  const before = await disk.dump()
  expect(await move()).toEqual([])
  expect(await disk.dump()).toEqual(before)
})

test('updates keep their order, whichever keys the disk gives them', async () => {
  const id = await madeIn(memory, contentOf(''))
  const doc = new Y.Doc()
  for (const { update } of (await memory.dump()).updates.values()) Y.applyUpdate(doc, update)
  doc.on('update', (update: Uint8Array) => memory.plantUpdate({ story: id, epoch: 1, update }))
  for (const letter of 'abcdefghijkl') doc.getText('headline').insert(0, letter)
  for (let number = 0; number < 4; number++) await madeIn(disk)
  const before = [...(await memory.dump()).updates.values()]
  await move()
  const after = [...(await disk.dump()).updates].sort(([a], [b]) => a - b).map(([, row]) => row)
  expect(after.filter(({ story }) => story === id)).toEqual(before)
})

/** A story with a past: submitted, claimed, an edit that came too late, a suggestion decided. */
async function withPast(): Promise<string> {
  const tab = (person: Person) =>
    tabOf(
      {
        tab: () =>
          createMemoryBackend({ ...createMemoryDesk(), storage: memory }, { now: NOW, delays: SHORT }),
      } as TestDesk,
      person,
    )
  const [reporter, sub, chief] = [await tab(REPORTER), await tab(SUB), await tab(CHIEF)]
  const id = await storyInReview({ reporter, sub, chief, other: chief })
  const mine = await openIn(reporter, id)
  suggest(mine.doc, REPORTER, 's', ' today')
  await mine.connection.flush()
  const theirs = await openIn(sub, id)
  valueOf(await theirs.connection.decide([verdictOn(theirs.doc, 's', 'accept', 'Yes.')], null))
  valueOf(await approve(sub, id))
  type(mine.doc, ' late')
  await mine.connection.flush()
  await Promise.all([reporter.close(), sub.close(), chief.close()])
  return id
}

test('a story’s past moves with it: versions, verdicts, notices, late words, in the order they had', async () => {
  const id = await withPast()
  for (let number = 0; number < 20; number++) await madeIn(disk)
  await move()
  const tab = tabOnDisk()
  valueOf(await tab.become(REPORTER.id))
  const versions = valueOf(await tab.versions(id))
  expect(versions.map(({ why }) => why)).toEqual(['approve', 'claim', 'submit'])
  const version = valueOf(await tab.version(id, 3))
  expect(spansText(version?.content.headline ?? [])).toBe('Harbour reopens today')
  expect(valueOf(await tab.verdicts(id))).toMatchObject([{ suggestion: 's', reason: 'Yes.' }])
  const late = valueOf(await tab.lateEdits(id))
  expect(late.map(({ content }) => spansText(content.headline))).toEqual(['Harbour reopens today late'])
  const events = valueOf(await tab.events(id))
  const approval = events.at(-1)?.sequence ?? 0
  expect(valueOf(await tab.notices())).toMatchObject([{ kind: 'approved', sequence: approval, read: false }])
  expect(approval).toBeGreaterThan(20)
  const claim = events.at(-2)?.sequence ?? 0
  const decided = valueOf(await tab.verdicts(id))[0]?.sequence ?? 0
  expect([claim < decided, decided < approval]).toEqual([true, true])
  expect(await tab.readNotices(approval)).toMatchObject({ ok: true })
  expect(valueOf(await tab.notices())).toMatchObject([{ read: true }])
  await tab.close()
})

test('a past that was moved already is not moved again', async () => {
  await withPast()
  await move()
  const count = async () =>
    Promise.all(
      (['versions', 'copies', 'verdicts', 'late', 'notices', 'events'] as const).map(
        async (store) => (await rows(store)).length,
      ),
    )
  const before = await count()
  await move()
  expect(await count()).toEqual(before)
  expect(before.every((number) => number > 0)).toBe(true)
})

test('a disk that fills up at any row keeps nothing of the move, which can be made again', async () => {
  await madeIn(disk, contentOf('Known'))
  const id = await madeIn(memory, contentOf('Moved', 'body'))
  memory.plant('people', REPORTER.id, REPORTER)
  memory.plant('pictures', 'f00d', { hash: 'f00d', type: 'image/png', bytes: new ArrayBuffer(3) })
  memory.plant('sources', id, { id, name: 'wire', type: 'text/plain', text: 'copy' })
  expect(await withLittleRoom(disk, move)).toEqual({ failures: 9, leftovers: 0 })
  const tab = tabOnDisk()
  expect(await headlines(tab)).toEqual(['Moved', 'Known'])
  await tab.close()
})

test('what stories are checked for moves as a whole, and only where nothing was said about it', async () => {
  const change = (storage: MemoryStorage, change: ChecksChange) =>
    storage.run(CHECKS_STORES, 'strict', (transaction) => changeStoredChecks(transaction, change, CHIEF, NOW))
  const onDisk = async () => (await disk.run(CHECKS_STORES, 'readonly', readChecks)).settings
  await change(memory, { type: 'put rules', rules: [ruleOf('a'), ruleOf('b')] })
  await move()
  expect((await onDisk()).rules).toEqual([ruleOf('a'), ruleOf('b')])
  await change(memory, { type: 'replace rules', rules: [ruleOf('c')] })
  await move()
  expect((await onDisk()).rules).toEqual([ruleOf('a'), ruleOf('b')])
})
