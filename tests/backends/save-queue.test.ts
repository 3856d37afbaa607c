import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isIncomplete } from '../../src/rules/apply-updates.ts'
import type { Backend } from '../../src/backends/backend.ts'
import type { LocalBackend } from '../../src/backends/local-backend.ts'
import { createMemoryBackend } from '../../src/backends/memory.ts'
import { BadWay } from './bad-way.ts'
import { makeMoodyDesk, type MoodyDesk, moodyTab } from './moody-desk.ts'
import { approve, openIds, storyInReview, suggest, verdictOn } from './review-stage.ts'
import {
  contentOf,
  headlineOf,
  NOW,
  openIn,
  REPORTER,
  storyOf,
  SUB,
  type,
  until,
  valueOf,
} from './test-desk.ts'

const tabs: Backend[] = []
const tabOn = (on: MoodyDesk): Promise<LocalBackend> => moodyTab(on, tabs)

let desk: MoodyDesk
let tab: LocalBackend
let id: string
beforeEach(async () => {
  desk = makeMoodyDesk()
  tab = await tabOn(desk)
  id = await storyOf(tab, contentOf('A'))
})
afterEach(async () => {
  desk.storage.failing.clear()
  await Promise.all(tabs.splice(0).map((one) => one.close()))
})

const stored = async (): Promise<string> => headlineOf((await openIn(await tabOn(desk), id)).doc)

describe('a story that is approved', () => {
  let sub: LocalBackend
  beforeEach(async () => {
    sub = await moodyTab(desk, tabs, SUB)
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
    const fresh = await moodyTab(desk, tabs, SUB)
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

describe('a page that is too busy for its timers', () => {
  const LONG = 1_000_000
  let at: number
  let busy: LocalBackend
  beforeEach(async () => {
    at = NOW().getTime()
    busy = createMemoryBackend(desk, {
      now: () => new Date(at),
      delays: { store: LONG, summary: LONG },
    }) as LocalBackend
    tabs.push(busy)
    valueOf(await busy.become(REPORTER.id))
  })

  test('stores with the first key after its time what no timer did', async () => {
    const { doc, connection } = await openIn(busy, id)
    type(doc, 'b')
    at += LONG - 1
    type(doc, 'c')
    expect(await stored()).toBe('A')
    at += 1
    type(doc, 'd')
    await until(() => connection.state, { kind: 'saved' })
    expect(await stored()).toBe('Abcd')
  })

  test('tries again in its own time what failed, and not at every key', async () => {
    const { doc, connection } = await openIn(busy, id)
    desk.storage.failing.add('updates')
    type(doc, 'b')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'full' })
    desk.storage.failing.clear()
    at += 2 * LONG
    type(doc, 'c')
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'full' })
    await until(() => connection.state, { kind: 'saved' })
    expect(await stored()).toBe('Abc')
  })
})

test('a decision on what this tab was never told of brings that along', async () => {
  const bad = makeMoodyDesk(new BadWay(() => 0))
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
      const bad = makeMoodyDesk(way)
      const two = [await tabOn(bad), await tabOn(bad)]
      const story = await storyOf(two[0] ?? tab, contentOf(''))
      const open = await Promise.all(two.map((one) => openIn(one, story)))
      let next = 0
      const asked: Promise<unknown>[] = []
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
          if (chosen !== undefined) asked.push(connection.decide([verdictOn(doc, chosen, verdict)], null))
          if (place % 3 === 0) await connection.flush()
        } else if (what === 'flush') await connection.flush()
        else if (what === 'deliver') way.deliver()
        else if (what === 'fail') bad.storage.failing.add('people')
        else bad.storage.failing.clear()
      }
      bad.storage.failing.clear()
      await Promise.all(asked)
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
