import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentHash } from '../../src/domain/content-hash.ts'
import { readContent } from '../../src/domain/read-content.ts'
import type { Tabs } from './review-stage.ts'
import {
  approve,
  castOf,
  commentOn,
  openIds,
  readyContent,
  storyInReview,
  suggest,
  take,
} from './review-stage.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import { contentOf, openIn, REPORTER, storyOf, SUB, type, valueOf, onlyInBrowser } from './test-desk.ts'

export function versionsContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  let tabs: Tabs
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
  })
  afterEach(() => desk.end())

  test('every step makes a version, with who, when, why and the status it led to', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.sub, id, { type: 'release' })
    await take(tabs.reporter, id, { type: 'withdraw' })
    await take(tabs.reporter, id, { type: 'submit' })
    await take(tabs.sub, id, { type: 'claim' })
    await take(tabs.chief, id, { type: 'take over' })
    await take(tabs.chief, id, { type: 'request changes', note: ' Who paid? ' })
    await take(tabs.reporter, id, { type: 'submit' })
    await take(tabs.sub, id, { type: 'claim' })
    valueOf(await approve(tabs.sub, id))
    await take(tabs.sub, id, { type: 'reopen', note: 'A name.' })
    await take(tabs.chief, id, { type: 'spike' })
    await take(tabs.chief, id, { type: 'restore' })
    const heads = valueOf(await tabs.other.versions(id))
    expect(
      heads.map(({ number, why, status, epoch, note, by }) => [number, why, status, epoch, note, by.name]),
    ).toEqual([
      [14, 'restore', 'draft', 3, '', 'Carla Chief'],
      [13, 'spike', 'spiked', 2, '', 'Carla Chief'],
      [12, 'reopen', 'in review', 2, 'A name.', 'Susan Sub'],
      [11, 'approve', 'approved', 1, '', 'Susan Sub'],
      [10, 'claim', 'in review', 1, '', 'Susan Sub'],
      [9, 'submit', 'submitted', 1, '', 'Rita Reporter'],
      [8, 'request changes', 'changes requested', 1, 'Who paid?', 'Carla Chief'],
      [7, 'take over', 'in review', 1, '', 'Carla Chief'],
      [6, 'claim', 'in review', 1, '', 'Susan Sub'],
      [5, 'submit', 'submitted', 1, '', 'Rita Reporter'],
      [4, 'withdraw', 'draft', 1, '', 'Rita Reporter'],
      [3, 'release', 'submitted', 1, '', 'Susan Sub'],
      [2, 'claim', 'in review', 1, '', 'Susan Sub'],
      [1, 'submit', 'submitted', 1, '', 'Rita Reporter'],
    ])
    const events = valueOf(await tabs.other.events(id))
    expect(events.map(({ version }) => version)).toEqual([
      undefined,
      ...heads.map(({ number }) => number).reverse(),
    ])
    expect(new Set(heads.map(({ hash }) => hash)).size).toBe(1)
  })

  test('an embargo makes none, and neither does what is refused', async () => {
    const id = await storyOf(tabs.reporter)
    const embargo = { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' }
    await take(tabs.reporter, id, { type: 'set embargo', embargo })
    await tabs.sub.act(id, { type: 'submit' })
    await tabs.sub.act(id, { type: 'claim' })
    expect(valueOf(await tabs.reporter.versions(id))).toEqual([])
    expect(valueOf(await tabs.reporter.version(id, 1))).toBeNull()
  })

  test('one that is asked for has a name, changes no status, and is an event', async () => {
    const id = await storyOf(tabs.reporter, contentOf('Named', 'Three short words'))
    const before = valueOf(await tabs.reporter.record(id))
    const record = await take(tabs.reporter, id, { type: 'keep version', name: ' Before the cut ' })
    expect(record).toEqual(before)
    expect(valueOf(await tabs.other.record(id))).toEqual(before)
    expect(valueOf(await tabs.other.versions(id))).toMatchObject([
      { number: 1, name: 'Before the cut', why: 'keep version', status: 'draft', words: 3, note: '' },
    ])
    expect(valueOf(await tabs.other.events(id)).at(-1)).toMatchObject({
      type: 'keep version',
      note: 'Before the cut',
      version: 1,
    })
    expect(await tabs.reporter.act(id, { type: 'keep version', name: ' ' })).toMatchObject({
      reason: 'invalid',
    })
  })

  test('it holds the words that were typed just before, in whatever tab they were stored', async () => {
    const id = await storyOf(tabs.reporter, contentOf('A'))
    const mine = await openIn(tabs.reporter, id)
    const theirs = await openIn(tabs.chief, id)
    type(theirs.doc, 'b')
    await theirs.connection.flush()
    type(mine.doc, 'c')
    const record = await take(tabs.reporter, id, { type: 'submit' })
    const version = valueOf(await tabs.other.version(id, 1))
    const said = version?.content.headline.map((span) => ('text' in span ? span.text : '')).join('')
    expect(said?.split('').toSorted()).toEqual(['A', 'b', 'c'])
    expect(record.summary.headline).toBe(said)
  })

  test('its content is as it will be, its document holds what is suggested and said', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.reporter, id)
    suggest(doc, REPORTER, 's', ' today')
    commentOn(doc, REPORTER, 'c', 'Sure?')
    await connection.close()
    await take(tabs.sub, id, { type: 'request changes', note: 'Look.' })
    const [head] = valueOf(await tabs.sub.versions(id))
    expect(head?.suggestions).toBe(1)
    const version = valueOf(await tabs.sub.version(id, head?.number ?? 0))
    expect(version).toMatchObject(head ?? {})
    const kept = new Y.Doc()
    Y.applyUpdate(kept, version?.state ?? new Uint8Array())
    expect(openIds(kept)).toEqual(['s'])
    expect(readContent(kept)).toEqual(version?.content)
    expect(version?.hash).toBe(contentHash(readContent(kept)))
    expect(readContent(kept, 'was').headline).toEqual(readyContent().headline)
  })

  test('a version never changes, whatever becomes of its story', async () => {
    const id = await storyInReview(tabs)
    const before = valueOf(await tabs.sub.version(id, 1))
    const { doc, connection } = await openIn(tabs.sub, id)
    type(doc, ' again')
    await connection.close()
    valueOf(await approve(tabs.sub, id))
    expect(valueOf(await tabs.other.version(id, 1))).toEqual(before)
  })

  test('versions are of their own story', async () => {
    const [one, two] = [await storyInReview(tabs), await storyOf(tabs.reporter)]
    await take(tabs.reporter, two, { type: 'keep version', name: 'two' })
    expect(valueOf(await tabs.sub.versions(one))).toHaveLength(2)
    expect(valueOf(await tabs.sub.versions(two))).toHaveLength(1)
    expect(valueOf(await tabs.sub.version(two, 2))).toBeNull()
    expect(valueOf(await tabs.sub.versions('nothing'))).toEqual([])
  })

  inBrowser('a clock that jumps changes no order', async () => {
    const times = ['2026-11-24', '2031-01-01', '1999-12-31', '2026-11-24'].map(
      (day) => new Date(`${day}T12:00:00Z`),
    )
    let turn = 0
    const now = (): Date => times[turn++ % times.length] ?? new Date()
    const tab = desk.tab({ now })
    valueOf(await tab.become(REPORTER.id))
    const id = await storyOf(tab)
    for (let time = 0; time < 5; time++) {
      await take(tab, id, { type: time % 2 === 0 ? 'submit' : 'withdraw' })
    }
    const heads = valueOf(await tab.versions(id))
    expect(heads.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
    expect(new Set(heads.map(({ at }) => at)).size).toBeGreaterThan(1)
    const events = valueOf(await tab.events(id))
    expect(events.map((event) => event.type)).toEqual([
      'create',
      'submit',
      'withdraw',
      'submit',
      'withdraw',
      'submit',
    ])
    const sub = desk.tab({ now })
    valueOf(await sub.become(SUB.id))
    const told = valueOf(await sub.notices()).map(({ sequence }) => sequence)
    expect(told).toEqual(told.toSorted((a, b) => b - a))
    expect(told).toHaveLength(3)
  })

  test('one whose words are damaged is told apart, and the others can be read', async () => {
    const id = await storyInReview(tabs)
    await desk.change('copies', `${id}/1`, (row) => ({ ...row, state: 'nonsense' }))
    expect(await tabs.sub.version(id, 1)).toMatchObject({ ok: false, reason: 'damaged' })
    expect(valueOf(await tabs.sub.version(id, 2))?.content).toEqual(readyContent())
    await desk.change('versions', `${id}/2`, (row) => ({ ...row, hash: 5 }))
    expect(valueOf(await tabs.sub.versions(id)).map(({ number }) => number)).toEqual([1])
    await take(tabs.sub, id, { type: 'keep version', name: 'next' })
    expect(valueOf(await tabs.sub.versions(id)).map(({ number }) => number)).toEqual([3, 1])
  })

  test('raw data holds versions and verdicts', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.sub, id)
    suggest(doc, SUB, 's', ' today')
    await connection.close()
    const raw = JSON.parse(await valueOf(await tabs.sub.rawData(id)).text()) as Record<string, unknown>
    expect(raw).toMatchObject({
      versions: [{ number: 1 }, { number: 2 }],
      copies: [{ state: { base64: expect.any(String) as string } }, { number: 2 }],
      verdicts: [],
      lateEdits: [],
    })
  })

  test('a story whose text is damaged leaves the desk all the same, without a version; nothing else is done with it', async () => {
    const id = await storyOf(tabs.reporter)
    await desk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' })
    expect(await tabs.reporter.act(id, { type: 'submit' })).toMatchObject({ ok: false, reason: 'damaged' })
    expect(await take(tabs.reporter, id, { type: 'spike' })).toMatchObject({ status: 'spiked' })
    expect(await tabs.reporter.act(id, { type: 'restore' })).toMatchObject({ ok: false, reason: 'damaged' })
    expect(valueOf(await tabs.reporter.versions(id))).toEqual([])
  })
}
