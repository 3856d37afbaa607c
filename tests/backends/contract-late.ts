import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { spansText } from '../../src/domain/story-content.ts'
import type { Tabs } from './review-stage.ts'
import { approve, castOf, commentOn, readyContent, storyInReview, suggest, take } from './review-stage.ts'
import type { Kind, MakeDesk, TestDesk } from './test-desk.ts'
import {
  CHIEF,
  headlineOf,
  headlines,
  openIn,
  REPORTER,
  storyOf,
  SUB,
  tabOf,
  type,
  until,
  valueOf,
  onlyInBrowser,
} from './test-desk.ts'

/** Words that come after their story was closed. */
export function lateContract(makeDesk: MakeDesk, kind: Kind): void {
  const inBrowser = onlyInBrowser(kind)
  let desk: TestDesk
  let tabs: Tabs
  let id: string
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
    id = await storyInReview(tabs)
  })
  afterEach(() => desk.end())

  const lateOf = async (tab: Backend) =>
    valueOf(await tab.lateEdits(id)).map(({ key, story, epoch, by, at, base, content, comments }) => ({
      key,
      story,
      epoch,
      by,
      at,
      base: spansText(base.headline),
      content: spansText(content.headline),
      comments,
    }))

  /** A tab that has the story open and writes on when it is approved already. */
  async function lateWords(words = ' at last'): Promise<Awaited<ReturnType<typeof openIn>>> {
    const opened = await openIn(tabs.chief, id)
    valueOf(await approve(tabs.sub, id))
    type(opened.doc, words)
    await opened.connection.flush()
    return opened
  }

  test('they are kept with their author, shown, and the story is as it was approved', async () => {
    const { doc, connection } = await lateWords()
    expect(connection.state).toMatchObject({ kind: 'read-only' })
    expect(connection.state).toHaveProperty('message', expect.stringContaining('approved while you wrote'))
    expect(await lateOf(tabs.chief)).toMatchObject([
      {
        story: id,
        epoch: 1,
        by: CHIEF.id,
        at: '2026-11-24T12:00:00.000Z',
        base: 'Harbour reopens',
        content: 'Harbour reopens at last',
        comments: [],
      },
    ])
    expect(headlineOf(doc)).toBe('Harbour reopens at last')
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens')
    expect(await headlines(tabs.other)).toEqual(['Harbour reopens'])
  })

  test('no list and no search ever tells of them, whatever else waited to be summarised', async () => {
    const { doc, connection } = await openIn(tabs.chief, id)
    type(doc, ' today')
    await connection.flush()
    valueOf(await approve(tabs.sub, id))
    const approved = valueOf(await tabs.sub.record(id))
    type(doc, ' at last')
    await connection.flush()
    await connection.close()
    expect(await headlines(tabs.other)).toEqual(['Harbour reopens today'])
    expect(await headlines(tabs.other, { search: 'last' })).toEqual([])
    expect(valueOf(await tabs.sub.record(id))).toEqual(approved)
    expect(await lateOf(tabs.chief)).toHaveLength(1)
  })

  test('nothing waits any more: the next step is taken in the same tab', async () => {
    await lateWords()
    expect(await take(tabs.chief, id, { type: 'reopen', note: 'My last words.' })).toMatchObject({ epoch: 2 })
    expect(await lateOf(tabs.chief)).toHaveLength(1)
  })

  test('they are of whoever wrote them, and outlast the tab', async () => {
    const { connection } = await lateWords()
    await connection.close()
    await tabs.chief.close()
    expect(await lateOf(tabs.sub)).toEqual([])
    expect(await lateOf(await tabOf(desk, CHIEF))).toHaveLength(1)
  })

  test('more of them from the same document take the place of the earlier ones', async () => {
    const { doc, connection } = await lateWords(' at')
    type(doc, ' last')
    await connection.flush()
    expect(await lateOf(tabs.chief)).toMatchObject([{ content: 'Harbour reopens at last' }])
    type(doc, '!')
    await connection.close()
    expect(await lateOf(tabs.chief)).toMatchObject([{ content: 'Harbour reopens at last!' }])
  })

  test('two tabs that were late keep one each', async () => {
    const one = await openIn(tabs.chief, id)
    const two = await openIn(tabs.reporter, id)
    valueOf(await approve(tabs.sub, id))
    type(one.doc, ' one')
    type(two.doc, ' two')
    await Promise.all([one.connection.flush(), two.connection.flush()])
    expect(await lateOf(tabs.chief)).toMatchObject([{ by: CHIEF.id, content: 'Harbour reopens one' }])
    expect(await lateOf(tabs.reporter)).toMatchObject([{ by: REPORTER.id, content: 'Harbour reopens two' }])
  })

  test('they are forgotten on purpose, by their key and by their writer, and no others are', async () => {
    const { connection } = await lateWords(' one')
    await connection.close()
    const again = await openIn(tabs.chief, id)
    type(again.doc, ' two')
    await again.connection.flush()
    const [first, second] = await lateOf(tabs.chief)
    expect([first?.content, second?.content]).toEqual(['Harbour reopens one', 'Harbour reopens two'])
    valueOf(await tabs.sub.forgetLateEdit(id, first?.key ?? ''))
    expect(await lateOf(tabs.chief)).toHaveLength(2)
    const heard: string[] = []
    const elsewhere = await tabOf(desk, CHIEF)
    elsewhere.watch(({ ids }) => heard.push(...ids))
    for (let time = 0; time < 2; time++) valueOf(await tabs.chief.forgetLateEdit(id, first?.key ?? ''))
    await until(() => heard.includes(id), true)
    expect(await lateOf(tabs.chief)).toEqual([second])
  })

  test('words that the reopened story finds in an old document are kept against what was pinned', async () => {
    const { doc, connection } = await openIn(tabs.chief, id)
    valueOf(await approve(tabs.sub, id))
    await take(tabs.sub, id, { type: 'reopen', note: 'A name.' })
    const next = await openIn(tabs.sub, id)
    type(next.doc, ' today')
    await next.connection.flush()
    type(doc, ' late')
    await connection.flush()
    expect(connection.state).toHaveProperty('message', expect.stringContaining('begun anew'))
    expect(await lateOf(tabs.chief)).toMatchObject([
      { epoch: 1, base: 'Harbour reopens', content: 'Harbour reopens late' },
    ])
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens today')
  })

  test('what was suggested too late is in them, and so are comments', async () => {
    const { doc, connection } = await openIn(tabs.reporter, id)
    valueOf(await approve(tabs.sub, id))
    suggest(doc, REPORTER, 's', ' today')
    commentOn(doc, REPORTER, 'c', 'One more thing.')
    await connection.flush()
    expect(await lateOf(tabs.reporter)).toMatchObject([
      { content: 'Harbour reopens today', comments: [{ by: REPORTER.id, text: 'One more thing.' }] },
    ])
  })

  test('words in a story that was spiked are kept too', async () => {
    const draft = await storyOf(tabs.reporter, readyContent('Draft'))
    const { doc, connection } = await openIn(tabs.reporter, draft)
    await take(tabs.chief, draft, { type: 'spike' })
    type(doc, ' on')
    await connection.flush()
    expect(connection.state).toHaveProperty('message', expect.stringContaining('spiked while you wrote'))
    expect(valueOf(await tabs.reporter.lateEdits(draft))).toHaveLength(1)
    await take(tabs.reporter, draft, { type: 'restore' })
    expect(headlineOf((await openIn(tabs.reporter, draft)).doc)).toBe('Draft')
  })

  test('what is refused only for now is no late edit, until the story is closed', async () => {
    const { doc, connection } = await openIn(tabs.reporter, id)
    await take(tabs.sub, id, { type: 'release' })
    type(doc, ' early')
    await connection.flush()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    expect(await lateOf(tabs.reporter)).toEqual([])
    await take(tabs.sub, id, { type: 'claim' })
    await until(() => connection.state, { kind: 'saved' })
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens early')
    await take(tabs.sub, id, { type: 'release' })
    type(doc, ' late')
    await connection.flush()
    await take(tabs.sub, id, { type: 'claim' })
    await until(() => connection.state, { kind: 'saved' })
  })

  test('a closed story that waited with refused words keeps them when it is closed for good', async () => {
    await take(tabs.sub, id, { type: 'release' })
    const { doc, connection } = await openIn(tabs.reporter, id)
    type(doc, ' refused')
    await connection.close()
    expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
    await take(tabs.chief, id, { type: 'spike' })
    await until(async () => (await lateOf(tabs.reporter)).length, 1)
    await until(async () => (await tabs.reporter.act(id, { type: 'submit' })).ok, false)
    expect(await tabs.reporter.act(id, { type: 'submit' })).toMatchObject({ reason: 'stale' })
  })

  inBrowser(
    'words that were refused to one person never go in under the name of the next, and are kept for the first',
    async () => {
      const draft = await storyOf(tabs.reporter, readyContent('Draft'))
      await take(tabs.reporter, draft, { type: 'submit' })
      const { doc, connection } = await openIn(tabs.reporter, draft)
      await take(tabs.reporter, draft, { type: 'withdraw' })
      type(doc, ' on')
      await connection.flush()
      await take(tabs.chief, draft, { type: 'submit' })
      type(doc, ' refused')
      await connection.flush()
      expect(connection.state).toMatchObject({ kind: 'failed', cause: 'refused' })
      await take(tabs.sub, draft, { type: 'claim' })
      await take(tabs.sub, draft, { type: 'request changes', note: 'Shorter.' })
      await until(() => connection.state, { kind: 'saved' })
      await take(tabs.chief, draft, { type: 'submit' })
      type(doc, ' again')
      await connection.flush()
      valueOf(await tabs.reporter.become(CHIEF.id))
      await take(tabs.chief, draft, { type: 'claim' })
      const next = await openIn(tabs.reporter, draft)
      type(next.doc, ' by Carla')
      await next.connection.flush()
      expect(headlineOf((await openIn(tabs.other, draft)).doc)).toBe('Draft on refused by Carla')
      expect(valueOf(await tabs.reporter.lateEdits(draft))).toEqual([])
      valueOf(await tabs.reporter.become(REPORTER.id))
      const [late, ...more] = valueOf(await tabs.reporter.lateEdits(draft))
      expect(more).toEqual([])
      expect(late?.by).toBe(REPORTER.id)
      expect(spansText(late?.base.headline ?? [])).toBe('Draft on refused')
      expect(spansText(late?.content.headline ?? [])).toBe('Draft on refused again')
      expect(valueOf(await tabs.reporter.record(draft))?.reporters).toEqual([REPORTER.id])
    },
  )

  test('nobody edits approved copy through the port, whoever they are', async () => {
    valueOf(await approve(tabs.sub, id))
    for (const tab of [tabs.reporter, tabs.other, tabs.sub, tabs.chief]) {
      const { doc, connection } = await openIn(tab, id)
      type(doc, ' no')
      await connection.close()
    }
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens')
    expect(valueOf(await tabs.sub.record(id))).toMatchObject({ status: 'approved', reporters: [REPORTER.id] })
    for (const tab of [tabs.reporter, tabs.sub, tabs.chief]) {
      expect(await lateOf(tab)).toMatchObject([{ content: 'Harbour reopens no' }])
    }
    expect(await lateOf(await tabOf(desk, SUB))).toHaveLength(1)
  })
}
