import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { MemoryStorage } from '../../../src/backends/memory-storage.ts'
import type { StoryRow, StoreName } from '../../../src/rules/desk-storage.ts'
import { StorageFailure } from '../../../src/rules/desk-storage.ts'
import { LiveStory } from '../../../src/server/live/live-story.ts'
import { CHIEF, REPORTER } from '../../backends/test-desk.ts'
import type { LiveStage } from './live-stage.ts'
import { headline, openTab, synced, until } from './live-browser.ts'
import { stageLive } from './live-stage.ts'

/** A storage that fails to write, or takes its time, when it is told to. */
class FragileStorage extends MemoryStorage {
  fails = false
  /** Writing waits for this. */
  gate: Promise<void> = Promise.resolve()

  override async run<Value>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'strict' | 'relaxed',
    work: Parameters<MemoryStorage['run']>[2] extends (transaction: infer Transaction) => unknown
      ? (transaction: Transaction) => Promise<Value>
      : never,
  ): Promise<Value> {
    if (mode !== 'readonly') {
      await this.gate
      if (this.fails) throw new StorageFailure({ cause: 'unknown', message: 'The database is away.' })
    }
    return super.run(stores, mode, work)
  }
}

const rowOf = async (stage: LiveStage, id: string): Promise<StoryRow> =>
  (await stage.storage.run(['records'], 'readonly', (tx) => tx.get('records', id))) as StoryRow

const countRows = async (stage: LiveStage, id: string): Promise<number> =>
  (await stage.storage.run(['updates'], 'readonly', (tx) => tx.allUpdates(id))).length

/** Types into a story past the live layer, as another server would. */
async function storeBehind(stage: LiveStage, id: string, words: string): Promise<Uint8Array> {
  return stage.storage.run(['updates'], 'strict', async (transaction) => {
    const doc = new Y.Doc()
    for (const row of await transaction.updatesAfter(id, 1, 0)) {
      Y.applyUpdate(doc, (row as { update: Uint8Array }).update)
    }
    let made = new Uint8Array()
    doc.on('update', (update: Uint8Array) => (made = new Uint8Array(update)))
    doc.getText('headline').insert(0, words)
    await transaction.addUpdate({ story: id, epoch: 1, update: made })
    return made
  })
}

test('nobody sees a word before it is stored, and nobody is told that it is', async () => {
  const storage = new FragileStorage()
  const stage = await stageLive({ storage })
  const id = await stage.story()
  const [one, two] = [openTab(stage.url, REPORTER).story(id), openTab(stage.url, CHIEF).story(id)]
  await Promise.all([synced(one), synced(two)])
  let open: () => void = () => {}
  storage.gate = new Promise((resolve) => (open = resolve))
  one.doc.getText('headline').insert(0, 'Held: ')
  // Another message of the same socket is answered after it arrived.
  const third = openTab(stage.url, CHIEF).story(id)
  await until(() => third.provider.isSynced)
  expect([headline(two), headline(third), one.unsent]).toEqual(['A story', 'A story', 1])
  open()
  await until(() => headline(two) === 'Held: A story')
  await synced(one)
  expect(await stage.stored(id)).toBe('Held: A story')
})

test('a storage that fails refuses with words for people, and the same words are stored when it is back', async () => {
  const storage = new FragileStorage()
  const stage = await stageLive({ storage, log: () => {} })
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const one = tab.story(id)
  await synced(one)
  storage.fails = true
  one.doc.getText('headline').insert(0, 'Kept: ')
  expect(await one.refusal).toEqual({ reason: 'storage', message: 'The database is away.', isClosed: false })
  expect(await stage.stored(id)).toBe('A story')
  storage.fails = false
  one.close()
  const again = tab.story(id, 1, one.doc)
  await synced(again)
  expect(await stage.stored(id)).toBe('Kept: A story')
  expect(await countRows(stage, id)).toBe(2)
})

test('what a document could not take is not left in the storage, and the document begins anew with what is', async () => {
  const stage = await stageLive({ log: () => {} })
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const one = tab.story(id)
  const other = openTab(stage.url, CHIEF)
  const two = other.story(id)
  await Promise.all([synced(one), synced(two)])
  const before = await countRows(stage, id)
  const take = vi.spyOn(LiveStory.prototype, 'take')
  onTestFinished(() => take.mockRestore())
  take.mockImplementation((updates, from) => {
    if (from === 'writers' && updates.length > 0) throw new Error('it can’t')
  })
  one.doc.getText('headline').insert(0, 'Half: ')
  await until(() => tab.closes.includes(4205) && other.closes.includes(4205))
  tab.leave()
  await synced(two)
  await until(async () => (await countRows(stage, id)) === before)
  expect(headline(two)).toBe('A story')
  take.mockRestore()
  const again = openTab(stage.url, REPORTER).story(id, 1, one.doc)
  await synced(again)
  await until(() => headline(two) === 'Half: A story')
  expect(await stage.stored(id)).toBe('Half: A story')
})

test('what was stored elsewhere reaches everybody when it is told, with the effect itself or without', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const open = openTab(stage.url, REPORTER).story(id)
  await synced(open)
  await storeBehind(stage, id, 'Behind. ')
  stage.hub.post({ kind: 'update', story: id, epoch: 1 })
  await until(() => headline(open) === 'Behind. A story')
  const effect = await storeBehind(stage, id, 'Decided. ')
  stage.live.applyEffect(id, 1, effect)
  await until(() => headline(open) === 'Decided. Behind. A story')
  // One that builds on what this server doesn't hold yet.
  await storeBehind(stage, id, 'Unheard. ')
  stage.live.applyEffect(id, 1, await storeBehind(stage, id, 'Heard. '))
  await until(() => headline(open).includes('Heard. ') && headline(open).includes('Unheard. '))
  open.doc.getText('headline').insert(0, 'Mine. ')
  await synced(open)
  expect(await stage.stored(id)).toBe(headline(open))
  expect(stage.live.figures().catchUps).toBeGreaterThan(0)
})

test('what another server stored is taken with the next word, though nobody told', async () => {
  const stage = await stageLive()
  const id = await stage.story()
  const open = openTab(stage.url, REPORTER).story(id)
  await synced(open)
  await storeBehind(stage, id, 'Untold. ')
  open.doc.getText('headline').insert(0, 'Mine. ')
  await until(() => headline(open).includes('Untold. '))
  await synced(open)
  expect(await stage.stored(id)).toBe(headline(open))
})

test('a story that is damaged or from a newer Stet is not opened, and the refusal says why', async () => {
  const storage = new MemoryStorage()
  const stage = await stageLive({ storage })
  const [broken, torn, newer] = [await stage.story(), await stage.story(), await stage.story()]
  storage.plantUpdate({ story: broken, epoch: 1, update: Uint8Array.of(9, 9, 9) })
  await storage.run(['updates'], 'strict', async (transaction) => {
    const [row] = await transaction.allUpdates(torn)
    await transaction.deleteUpdates([(row as { key: number }).key])
  })
  storage.plant('records', newer, { ...(await rowOf(stage, newer)), schema: 99 })
  const tab = openTab(stage.url, CHIEF)
  expect(await tab.story(broken).refusal).toMatchObject({ reason: 'damaged', isClosed: false })
  expect(await tab.story(torn).refusal).toMatchObject({ reason: 'damaged' })
  expect(await tab.story(newer).refusal).toMatchObject({ reason: 'not allowed', isClosed: false })
})

test('a story that becomes a newer Stet’s while it is open is let go', async () => {
  const storage = new MemoryStorage()
  const stage = await stageLive({ storage })
  const id = await stage.story()
  const open = openTab(stage.url, CHIEF).story(id)
  await synced(open)
  storage.plant('records', id, { ...(await rowOf(stage, id)), schema: 99 })
  stage.hub.post({ kind: 'changed', ids: [id] })
  expect(await open.refusal).toMatchObject({ reason: 'not allowed', isClosed: false })
})

test('many rows become one, while people go on writing', async () => {
  const stage = await stageLive({ upkeep: { quiet: 5, most: 20, compactFrom: 30 } })
  const id = await stage.story()
  const [one, two] = [openTab(stage.url, REPORTER).story(id), openTab(stage.url, CHIEF).story(id)]
  await Promise.all([synced(one), synced(two)])
  for (let at = 0; at < 50; at += 1) {
    one.doc.getText('headline').insert(0, 'a')
    two.doc.getText('headline').insert(0, 'b')
    await until(() => one.unsent === 0 && two.unsent === 0)
  }
  await until(() => headline(one) === headline(two))
  expect(await stage.stored(id)).toBe(headline(one))
  expect(headline(one)).toHaveLength('A story'.length + 100)
  expect(await countRows(stage, id)).toBeLessThan(60)
})

test('summaries that a server left behind when it died are brought up to date when one starts', async () => {
  const storage = new MemoryStorage()
  const first = await stageLive({ storage, upkeep: { quiet: 60_000, most: 60_000, compactFrom: 500 } })
  const id = await first.story()
  const open = openTab(first.url, REPORTER).story(id)
  await synced(open)
  open.doc.getText('headline').insert(0, 'Left: ')
  await synced(open)
  expect(await rowOf(first, id)).toMatchObject({ unsummarised: 1, summary: { headline: 'A story' } })
  const second = await stageLive({ storage })
  await until(async () => (await rowOf(second, id)).unsummarised === 0)
  expect(await rowOf(second, id)).toMatchObject({ summary: { headline: 'Left: A story' } })
})

test('a server that stops stores what has come and leaves no summary behind', async () => {
  const stage = await stageLive({ upkeep: { quiet: 60_000, most: 60_000, compactFrom: 500 } })
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const open = tab.story(id)
  await synced(open)
  open.doc.getText('headline').insert(0, 'Last: ')
  await synced(open)
  await stage.stop()
  await until(() => tab.closes.length > 0)
  expect(tab.closes[0]).toBe(1012)
  expect(await rowOf(stage, id)).toMatchObject({ unsummarised: 0, summary: { headline: 'Last: A story' } })
})

test('documents that nobody has open are let go, when all that belongs to them is done', async () => {
  const stage = await stageLive({ rounds: { ask: 10_000, renewals: 20, sessions: 60_000, catchUp: 20 } })
  const id = await stage.story()
  const tab = openTab(stage.url, REPORTER)
  const open = tab.story(id)
  await synced(open)
  open.doc.getText('headline').insert(0, 'x')
  await synced(open)
  expect(stage.live.figures()).toMatchObject({
    documents: 1,
    connections: 1,
    sockets: 1,
    stored: expect.any(Number),
  })
  tab.leave()
  await until(() => stage.live.figures().documents === 0)
  expect(stage.live.figures()).toMatchObject({ sockets: 0, connections: 0 })
  expect(await rowOf(stage, id)).toMatchObject({ summary: { headline: 'xA story' } })
  const again = openTab(stage.url, REPORTER).story(id)
  await synced(again)
  expect(headline(again)).toBe('xA story')
})
