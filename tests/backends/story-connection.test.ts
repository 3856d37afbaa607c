import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import type { Backend } from '../../src/backends/backend.ts'
import { COMPACT_STORES, compactUpdates } from '../../src/backends/compact-updates.ts'
import type { DeskMessage } from '../../src/backends/hub.ts'
import type { LocalBackend } from '../../src/backends/local-backend.ts'
import { createMemoryBackend, createMemoryDesk, type MemoryDesk } from '../../src/backends/memory.ts'
import { isIncomplete } from '../../src/backends/apply-updates.ts'
import { MoodyStorage } from './moody-storage.ts'
import { approve, openIds, storyInReview, suggest, verdictOn } from './review-stage.ts'
import {
  contentOf,
  headlineOf,
  NOW,
  openIn,
  OTHER,
  REPORTER,
  SHORT,
  storyOf,
  SUB,
  type,
  until,
  valueOf,
} from './test-desk.ts'

type Moody = MemoryDesk & { readonly storage: MoodyStorage }
type Listener = (message: DeskMessage) => void

const makeDesk = (listeners: Set<Listener> = new Set()): Moody => ({
  ...createMemoryDesk(),
  storage: new MoodyStorage(),
  listeners,
})

const tabs: Backend[] = []
async function tabOn(desk: Moody): Promise<LocalBackend> {
  const tab = createMemoryBackend(desk, { now: NOW, delays: SHORT }) as LocalBackend
  tabs.push(tab)
  valueOf(await tab.savePerson(REPORTER))
  valueOf(await tab.become(REPORTER.id))
  return tab
}

let desk: Moody
let tab: LocalBackend
let id: string
beforeEach(async () => {
  desk = makeDesk()
  tab = await tabOn(desk)
  id = await storyOf(tab, contentOf('A'))
})
afterEach(async () => {
  desk.storage.failing.clear()
  await Promise.all(tabs.splice(0).map((one) => one.close()))
})

const stored = async (at = desk): Promise<string> => headlineOf((await openIn(await tabOn(at), id)).doc)

/** How often the storage is asked while a number of turns of the loop pass. */
async function asked(turns: number): Promise<number> {
  const before = desk.storage.runs
  for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done))
  return desk.storage.runs - before
}

test('a story whose rows are damaged while it is open is not hammered: it is tried again in its own time', async () => {
  const { doc, connection } = await openIn(tab, id)
  desk.storage.plantUpdate({ story: id, epoch: 1, update: 'nonsense' })
  type(doc, 'b')
  await connection.flush()
  expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
  expect(await asked(200)).toBeLessThan(20)
})

test('what was refused because its rows could not be read is stored when they can be', async () => {
  const { doc, connection } = await openIn(tab, id)
  const { stores } = await desk.storage.dump()
  const row = stores.get('records')?.get(id) ?? {}
  desk.storage.plant('records', id, { id, order: 'nonsense' })
  type(doc, 'b')
  await connection.flush()
  expect(connection.state.kind).toBe('failed')
  desk.storage.plant('records', id, row)
  await until(() => connection.state, { kind: 'saved' })
  expect(await stored()).toBe('Ab')
})

test('a failed save is tried again by itself, and doubles nothing', async () => {
  const { doc, connection } = await openIn(tab, id)
  desk.storage.failing.add('updates')
  type(doc, 'b')
  await until(() => connection.state.kind, 'failed')
  type(doc, 'c')
  desk.storage.failing.clear()
  await until(() => connection.state, { kind: 'saved' })
  expect(await stored()).toBe('Abc')
})

test('a save that fails again and again is tried less and less often, not at every key', async () => {
  const { doc, connection } = await openIn(tab, id)
  desk.storage.failing.add('updates')
  type(doc, 'b')
  await until(() => connection.state.kind, 'failed')
  const before = desk.storage.runs
  for (const letter of 'cdefghijkl') type(doc, letter)
  expect(await asked(50)).toBe(0)
  expect(desk.storage.runs).toBe(before)
})

test('nobody takes a tab over while words of the one before are not stored', async () => {
  const { doc, connection } = await openIn(tab, id)
  valueOf(await tab.savePerson(OTHER))
  desk.storage.failing.add('updates')
  type(doc, 'b')
  expect(await tab.become(OTHER.id)).toMatchObject({ ok: false, reason: 'storage' })
  expect(await tab.me()).toEqual(REPORTER)
  desk.storage.failing.clear()
  await connection.flush()
  valueOf(await tab.become(OTHER.id))
  expect(valueOf(await tab.record(id))?.reporters).toEqual([REPORTER.id])
  expect(await stored()).toBe('Ab')
})

test('words of a closed epoch are never mixed into the next one', async () => {
  const { doc, connection } = await openIn(tab, id)
  desk.storage.failing.add('people')
  type(doc, 'of before')
  await connection.close()
  desk.storage.failing.clear()
  const { stores, updates } = await desk.storage.dump()
  const [first] = updates.values()
  desk.storage.plant('records', id, { ...stores.get('records')?.get(id), epoch: 2 })
  desk.storage.plantUpdate({ ...first, epoch: 2 })
  const again = await openIn(tab, id)
  type(again.doc, '!')
  await again.connection.flush()
  expect(again.connection.state).toEqual({ kind: 'saved' })
  expect(isIncomplete(again.doc)).toBe(false)
  expect(await stored()).toBe('A!')
})

test('keys that are pressed while a story closes are stored', async () => {
  const { doc, connection } = await openIn(tab, id)
  type(doc, 'b')
  const go = desk.storage.hold('searches')
  const closing = connection.close()
  await until(async () => (await desk.storage.dump()).updates.size, 2)
  type(doc, 'c')
  go()
  await closing
  await until(() => stored(), 'Abc')
  expect(connection.state).toEqual({ kind: 'saved' })
})

describe('a story that is approved', () => {
  let sub: LocalBackend
  beforeEach(async () => {
    sub = createMemoryBackend(desk, { now: NOW, delays: SHORT }) as LocalBackend
    tabs.push(sub)
    valueOf(await sub.savePerson(SUB))
    valueOf(await sub.become(SUB.id))
    id = await storyInReview({ reporter: tab, sub, chief: sub, other: sub })
  })

  test('takes no word that comes too late; where these can’t be kept it is said, and tried again', async () => {
    const { doc, connection } = await openIn(tab, id)
    valueOf(await approve(sub, id))
    desk.storage.failing.add('late')
    type(doc, ' late')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'full' })
    expect(valueOf(await sub.record(id))?.status).toBe('approved')
    desk.storage.failing.clear()
    await until(() => connection.state.kind, 'read-only')
    expect(valueOf(await tab.lateEdits(id))).toHaveLength(1)
  })

  test('leaves no story behind that waits for ever: what a closed page still held is kept', async () => {
    const { doc, connection } = await openIn(tab, id)
    desk.storage.failing.add('people')
    type(doc, ' late')
    await connection.close()
    desk.storage.failing.clear()
    const fresh = createMemoryBackend(desk, { now: NOW, delays: SHORT })
    tabs.push(fresh)
    valueOf(await fresh.become(SUB.id))
    valueOf(await approve(fresh, id))
    const again = await openIn(tab, id)
    await until(async () => valueOf(await tab.lateEdits(id)).length, 1)
    expect(headlineOf(again.doc)).toBe('Harbour reopens')
    expect(await tab.act(id, { type: 'submit' })).toMatchObject({ reason: 'stale' })
    expect(desk.held.get(id)).toBe(1)
  })
})

describe('a decision', () => {
  test('that can’t be stored is not in the document either, and can be made again', async () => {
    const { doc, connection } = await openIn(tab, id)
    suggest(doc, REPORTER, 's', ' today')
    await connection.flush()
    type(doc, '!')
    for (const store of ['verdicts', 'updates'] as const) {
      desk.storage.failing.add(store)
      const answer = await connection.decide([verdictOn(doc, 's', 'accept')], null)
      expect(answer).toMatchObject({ ok: false, reason: 'storage' })
      expect([openIds(doc), headlineOf(doc)]).toEqual([['s'], 'A today!'])
      desk.storage.failing.clear()
    }
    valueOf(await connection.decide([verdictOn(doc, 's', 'accept')], null))
    expect([openIds(doc), await stored()]).toEqual([[], 'A today!'])
    expect(connection.state).toEqual({ kind: 'saved' })
  })

  test('waits for words that are on their way, and words wait for it', async () => {
    const { doc, connection } = await openIn(tab, id)
    suggest(doc, REPORTER, 's', ' today')
    const go = desk.storage.hold('updates')
    const storing = connection.flush()
    const deciding = connection.decide([verdictOn(doc, 's', 'reject')], null)
    type(doc, '!')
    const after = connection.flush()
    go()
    await Promise.all([storing, deciding, after])
    expect(await deciding).toMatchObject({ ok: true })
    expect([headlineOf(doc), await stored()]).toEqual(['A!', 'A!'])
  })

  test('is one change of whoever made it; what answers it is theirs to store', async () => {
    const { doc, connection } = await openIn(tab, id)
    suggest(doc, REPORTER, 's', ' today')
    const headline = doc.getText('headline')
    headline.observe((event) => {
      if (event.transaction.origin === 'me') headline.insert(headline.length, '?')
    })
    valueOf(await connection.decide([verdictOn(doc, 's', 'reject')], 'me'))
    expect(connection.state.kind).toBe('saving')
    await connection.flush()
    expect([headlineOf(doc), await stored()]).toEqual(['A?', 'A?'])
  })
})

/** A way between tabs that loses, doubles and delays what is told. `drawn` says what happens to each message. */
class BadWay extends Set<Listener> {
  readonly #wrapped = new Map<Listener, Listener>()
  readonly #late: (() => void)[] = []
  readonly #draw: () => number
  constructor(draw: () => number) {
    super()
    this.#draw = draw
  }

  override add(listener: Listener): this {
    const wrapped: Listener = (message) => {
      const fate = this.#draw() % 5
      if (fate === 0) return
      if (fate === 1) listener(message)
      if (fate === 2) this.#late.unshift(() => listener(message))
      else listener(message)
    }
    this.#wrapped.set(listener, wrapped)
    return super.add(wrapped)
  }

  override delete(listener: Listener): boolean {
    return super.delete(this.#wrapped.get(listener) ?? listener)
  }

  /** Delivers what was held back, latest first. */
  deliver(): void {
    for (const late of this.#late.splice(0)) late()
  }
}

const step = fc.record({
  tab: fc.nat(2),
  what: fc.constantFrom('type', 'type', 'delete', 'flush', 'compact', 'deliver', 'fail', 'mend', 'reopen'),
  place: fc.nat(1000),
})

test('three tabs, a bad way between them, a failing disk and merging of rows: no word is lost or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.array(fc.nat(4)), async (steps, fates) => {
      let drawn = 0
      const way = new BadWay(() => fates[drawn++ % Math.max(fates.length, 1)] ?? 3)
      const bad = makeDesk(way)
      const three = [await tabOn(bad), await tabOn(bad), await tabOn(bad)]
      const story = await storyOf(three[0] ?? tab, contentOf(''))
      const open = await Promise.all(three.map((one) => openIn(one, story)))
      const typed = new Set<string>()
      const deleted = new Set<string>()
      let next = 0x4e00
      for (const { tab: at, what, place } of steps) {
        const here = open[at]
        const backend = three[at]
        if (!here || !backend) continue
        const text = here.doc.getText('headline')
        if (what === 'type') {
          const letter = String.fromCodePoint(next++)
          text.insert(place % (text.length + 1), letter)
          typed.add(letter)
        } else if (what === 'delete' && text.length > 0) {
          const index = place % text.length
          deleted.add(text.toJSON().charAt(index))
          text.delete(index, 1)
        } else if (what === 'flush') await here.connection.flush()
        else if (what === 'deliver') way.deliver()
        else if (what === 'fail') bad.storage.failing.add('people')
        else if (what === 'mend') bad.storage.failing.clear()
        else if (what === 'reopen' && bad.storage.failing.size === 0) {
          await here.connection.close()
          open[at] = await openIn(backend, story)
        } else if (what === 'compact')
          await bad.storage.run(COMPACT_STORES, 'relaxed', (rows) => compactUpdates(rows, story, 1))
      }
      bad.storage.failing.clear()
      for (const { connection } of open) await connection.flush()
      way.deliver()
      for (const one of three) await one.catchUp()
      const whole = headlineOf((await openIn(await tabOn(bad), story)).doc)
      expect(whole.split('').toSorted()).toEqual(
        [...typed].filter((letter) => !deleted.has(letter)).toSorted(),
      )
      const docs: readonly Y.Doc[] = open.map(({ doc }) => doc)
      expect(docs.map(headlineOf)).toEqual([whole, whole, whole])
      expect(docs.some(isIncomplete)).toBe(false)
      await Promise.all(tabs.splice(0).map((one) => one.close()))
    }),
    { numRuns: 60 },
  )
})

test('a decision on what this tab was never told of brings that along', async () => {
  const bad = makeDesk(new BadWay(() => 0))
  const [deaf, other] = [await tabOn(bad), await tabOn(bad)]
  const story = await storyOf(deaf, contentOf('A'))
  const mine = await openIn(deaf, story)
  const theirs = await openIn(other, story)
  suggest(theirs.doc, REPORTER, 's', ' today')
  type(theirs.doc, '!')
  await theirs.connection.flush()
  expect(headlineOf(mine.doc)).toBe('A')
  valueOf(await mine.connection.decide([verdictOn(theirs.doc, 's', 'reject')], null))
  expect([headlineOf(mine.doc), isIncomplete(mine.doc)]).toEqual(['A!', false])
  expect(mine.connection.state).toEqual({ kind: 'saved' })
})

const review = fc.record({
  tab: fc.nat(1),
  what: fc.constantFrom('type', 'suggest', 'suggest', 'decide', 'decide', 'flush', 'deliver', 'fail', 'mend'),
  place: fc.nat(1000),
})

test('two who suggest and decide over a bad way and a failing disk: each suggestion has one verdict at most, and all see the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(review, { maxLength: 40 }), fc.array(fc.nat(4)), async (steps, fates) => {
      let drawn = 0
      const way = new BadWay(() => fates[drawn++ % Math.max(fates.length, 1)] ?? 3)
      const bad = makeDesk(way)
      const two = [await tabOn(bad), await tabOn(bad)]
      const story = await storyOf(two[0] ?? tab, contentOf(''))
      const open = await Promise.all(two.map((one) => openIn(one, story)))
      let next = 0
      for (const { tab: at, what, place } of steps) {
        const here = open[at]
        if (!here) continue
        const { doc, connection } = here
        if (what === 'type') type(doc, '-')
        else if (what === 'suggest') {
          const name = String.fromCodePoint(0x4e00 + next++)
          suggest(doc, REPORTER, name, name)
        } else if (what === 'decide') {
          const ids = openIds(doc)
          const chosen = ids[place % Math.max(ids.length, 1)]
          const verdict = place % 2 === 0 ? 'accept' : 'reject'
          if (chosen !== undefined) void connection.decide([verdictOn(doc, chosen, verdict)], null)
          if (place % 3 === 0) await connection.flush()
        } else if (what === 'flush') await connection.flush()
        else if (what === 'deliver') way.deliver()
        else if (what === 'fail') bad.storage.failing.add('people')
        else bad.storage.failing.clear()
      }
      bad.storage.failing.clear()
      for (const { connection } of open) await connection.flush()
      way.deliver()
      for (const one of two) await one.catchUp()
      const { doc } = await openIn(await tabOn(bad), story)
      expect(open.map((one) => [headlineOf(one.doc), openIds(one.doc)])).toEqual([
        [headlineOf(doc), openIds(doc)],
        [headlineOf(doc), openIds(doc)],
      ])
      const verdicts = valueOf(await (two[0] ?? tab).verdicts(story))
      const decided = new Map(verdicts.map(({ suggestion, verdict }) => [suggestion, verdict]))
      expect(decided.size).toBe(verdicts.length)
      expect(openIds(doc).filter((name) => decided.has(name))).toEqual([])
      const all = Array.from({ length: next }, (_, number) => String.fromCodePoint(0x4e00 + number))
      expect(all.filter((name) => headlineOf(doc).includes(name))).toEqual(
        all.filter((name) => decided.get(name) !== 'rejected'),
      )
      await Promise.all(tabs.splice(0).map((one) => one.close()))
    }),
    { numRuns: 60 },
  )
})
