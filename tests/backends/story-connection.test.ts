import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { isIncomplete } from '../../src/rules/apply-updates.ts'
import type { Backend } from '../../src/backends/backend.ts'
import { COMPACT_STORES, compactUpdates } from '../../src/rules/compact-updates.ts'
import type { LocalBackend } from '../../src/backends/local-backend.ts'
import { BadWay } from './bad-way.ts'
import { makeMoodyDesk, type MoodyDesk, moodyTab } from './moody-desk.ts'
import { contentOf, headlineOf, openIn, OTHER, REPORTER, storyOf, type, until, valueOf } from './test-desk.ts'

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
      const bad = makeMoodyDesk(way)
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
