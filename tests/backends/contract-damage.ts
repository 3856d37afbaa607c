import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Backend, Outcome } from '../../src/backends/backend.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import {
  contentOf,
  EVERYTHING,
  headlineOf,
  headlines,
  openIn,
  storyOf,
  tabOf,
  valueOf,
  onlyInBrowser,
} from './test-desk.ts'

/** An update that builds on one which is not there. */
function orphan(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('headline').insert(0, 'never stored')
  const before = Y.encodeStateVector(doc)
  doc.getText('headline').insert(3, 'builds on it')
  return Y.encodeStateAsUpdate(doc, before)
}

export function damageContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  let tab: Backend
  let id: string
  beforeEach(async () => {
    desk = await makeDesk()
    tab = await tabOf(desk)
    await storyOf(tab, contentOf('Sound'))
    id = await storyOf(tab, contentOf('Hurt', 'body'))
  })
  afterEach(() => desk.end())

  const updates: readonly [string, () => object][] = [
    ['bytes that are no update', () => ({ update: new Uint8Array([255, 255, 255, 255, 7]) })],
    ['no bytes at all', () => ({ update: 'text' })],
    ['an update whose predecessor is lost', () => ({ update: orphan() })],
  ]
  test.each(updates)('a text with %s is damaged, and is left as it is', async (_what, row) => {
    await desk.plantUpdate({ story: id, epoch: 1, ...row() })
    const fresh = desk.tab()
    const opened = await fresh.open(id, new Y.Doc())
    expect(opened).toMatchObject({ ok: false, reason: 'damaged' })
    expect(await desk.countUpdates(id)).toBe(2)
    const raw = await valueOf(await fresh.rawData(id)).text()
    expect((JSON.parse(raw) as { updates: unknown[] }).updates).toHaveLength(2)
    expect(await headlines(fresh)).toEqual(['Hurt', 'Sound'])
  })

  const records: readonly [string, (row: object) => object][] = [
    ['no status', (row) => ({ ...row, status: 'lost' })],
    ['reporters of the wrong shape', (row) => ({ ...row, reporters: 'rita' })],
    ['no summary', (row) => ({ ...row, summary: null })],
    ['nothing but its id', (row) => ({ id: (row as { id: string }).id })],
  ]
  test.each(records)('a record with %s has a row, and all else works', async (_what, change) => {
    await desk.change('records', id, change)
    const fresh = desk.tab()
    expect(await fresh.open(id, new Y.Doc())).toMatchObject({ ok: false, reason: 'damaged' })
    expect(await fresh.record(id)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(await fresh.act(id, { type: 'submit' })).toMatchObject({ ok: false, reason: 'damaged' })
    for (const search of ['', 'sound']) {
      const page = valueOf(await fresh.list({ ...EVERYTHING, search }))
      expect(page.records.map((record) => record.id)).toContain(search === '' ? id : page.records[0]?.id)
      expect(page.total).toBe(search === '' ? 2 : 1)
    }
    expect(valueOf(await fresh.rawData(id)).size).toBeGreaterThan(100)
    const sound = valueOf(await fresh.list({ ...EVERYTHING, search: 'sound' })).records[0]?.id ?? ''
    expect(headlineOf((await openIn(fresh, sound)).doc)).toBe('Sound')
    await storyOf(fresh, contentOf('New'))
    expect((await headlines(fresh)).slice(0, 1)).toEqual(['New'])
  })

  test('a story whose text is gone is damaged', async () => {
    await desk.change('records', id, (row) => ({ ...row, epoch: 7 }))
    expect(await tab.open(id, new Y.Doc())).toMatchObject({ ok: false, reason: 'damaged' })
  })

  test('a newer story is shown from JSON and never written', async () => {
    await desk.change('records', id, (row) => ({ ...row, schema: 99, status: 'simmering', mood: 'new' }))
    await desk.change('contents', id, (row) => {
      const { content } = row as { content: { body: object[] } }
      return { ...row, content: { ...content, body: [...content.body, { kind: 'poll', asks: 'Why?' }] } }
    })
    const before = await valueOf(await tab.rawData(id)).text()
    const doc = new Y.Doc()
    const opened = await tab.open(id, doc)
    if (!opened.ok || opened.kind !== 'newer') throw new Error('not newer')
    expect(opened.record).toMatchObject({ id, schema: 99, summary: { headline: 'Hurt' } })
    expect(opened.content.headline).toEqual([{ text: 'Hurt', marks: {} }])
    expect(opened.content.body[1]).toEqual({
      kind: 'unknown',
      raw: { kind: 'poll', asks: 'Why?' },
      spans: [],
    })
    expect(doc.store.clients.size).toBe(0)

    const refused: Outcome<unknown> = await tab.act(id, { type: 'spike' })
    expect(refused).toMatchObject({ ok: false, reason: 'not allowed' })
    const again = await tab.create({ id, content: contentOf('Over it'), source: null })
    expect(valueOf(again).schema).toBe(99)
    expect(await headlines(tab)).toContain('Hurt')
    expect(await valueOf(await tab.rawData(id)).text()).toBe(before)
  })

  test('a story that becomes newer while it is open is not written any more', async () => {
    const { doc, connection } = await openIn(tab, id)
    await desk.change('records', id, (row) => ({ ...row, schema: 99 }))
    doc.getText('headline').insert(0, 'x')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    expect(await desk.countUpdates(id)).toBe(1)
  })

  inBrowser('people and events that are damaged are left out', async () => {
    await desk.change('people', 'rita', () => ({ id: 'rita', name: 7 }))
    expect(await tab.people()).toEqual([])
    expect(await tab.me()).toBeNull()
    await desk.change('events', 1, (row) => ({ ...row, by: null }))
    expect((await tab.events(id)).ok).toBe(true)
  })
}
