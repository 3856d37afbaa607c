import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Action, Backend } from '../../src/backends/backend.ts'
import { addMessage, startThread } from '../../src/domain/threads/write-threads.ts'
import type { Tabs } from './review-stage.ts'
import { approve, castOf, commentOn, readyContent, storyInReview, suggest, take } from './review-stage.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import {
  CHIEF,
  contentOf,
  NOW,
  openIn,
  OTHER,
  REPORTER,
  storyOf,
  SUB,
  tabOf,
  until,
  valueOf,
} from './test-desk.ts'

export function noticesContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tabs: Tabs
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
  })
  afterEach(() => desk.end())

  /** What each person is told, newest first. */
  const told = async (tab: Backend): Promise<readonly (readonly [string, string])[]> =>
    valueOf(await tab.notices()).map(({ kind, by }) => [kind, by.id])

  const commentWith = (text: string, mentions: readonly string[] = []): Action => ({
    type: 'comment',
    thread: 'c',
    message: 'c-1',
    mentions,
    text,
  })

  test('everybody whom a step concerns is told, and nobody of what they did', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.sub, id, { type: 'request changes', note: 'Who paid?' })
    expect(await told(tabs.reporter)).toEqual([['returned', SUB.id]])
    expect(await told(tabs.sub)).toEqual([['submitted', REPORTER.id]])
    expect(await told(tabs.chief)).toEqual([['submitted', REPORTER.id]])
    expect(await told(tabs.other)).toEqual([])
    const events = valueOf(await tabs.other.events(id))
    expect(events.at(-1)?.told).toEqual([{ person: REPORTER.id, kind: 'returned' }])
    expect(events.at(-1)?.sequence).toBe(valueOf(await tabs.reporter.notices())[0]?.sequence)
  })

  test('a notice says of which story, what, by whom, when, and what was noted', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.sub, id, { type: 'request changes', note: 'Who paid?' })
    expect(valueOf(await tabs.reporter.notices())).toMatchObject([
      {
        story: id,
        headline: 'Harbour reopens',
        slug: 'harbour',
        kind: 'returned',
        by: { id: SUB.id, name: SUB.name, role: SUB.role },
        at: NOW().toISOString(),
        note: 'Who paid?',
        read: false,
      },
    ])
    expect(Object.keys(valueOf(await tabs.reporter.notices())[0] ?? {})).not.toContain('person')
  })

  test('a story that is taken over or approved tells its reporter and who had it', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.chief, id, { type: 'take over' })
    expect((await told(tabs.sub))[0]).toEqual(['taken over', CHIEF.id])
    valueOf(await approve(tabs.chief, id))
    expect((await told(tabs.reporter))[0]).toEqual(['approved', CHIEF.id])
  })

  test('what was read stays read, in every tab of that person, and what comes after is new', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.sub, id, { type: 'release' })
    await take(tabs.reporter, id, { type: 'withdraw' })
    await take(tabs.reporter, id, { type: 'submit' })
    const [newest, older] = valueOf(await tabs.sub.notices())
    const elsewhere = await tabOf(desk, SUB)
    const heard: number[] = []
    elsewhere.watch(({ ids }) => heard.push(ids.length))
    expect(await tabs.sub.readNotices(older?.sequence ?? 0)).toEqual({ ok: true, value: null })
    // A server gathers news, and may yet tell of what was done before.
    await until(() => heard.includes(0), true)
    expect(valueOf(await elsewhere.notices()).map(({ read }) => read)).toEqual([false, true])
    valueOf(await tabs.sub.readNotices(newest?.sequence ?? 0))
    valueOf(await tabs.sub.readNotices(0))
    expect(valueOf(await elsewhere.notices()).map(({ read }) => read)).toEqual([true, true])
    expect(valueOf(await tabs.chief.notices()).map(({ read }) => read)).toEqual([false, false])
    await take(tabs.reporter, id, { type: 'withdraw' })
    await take(tabs.reporter, id, { type: 'submit' })
    expect(valueOf(await tabs.sub.notices()).map(({ read }) => read)).toEqual([false, true, true])
  })

  test('reading what is read tells nobody', async () => {
    const heard: (readonly string[])[] = []
    tabs.chief.watch(({ ids }) => heard.push(ids))
    valueOf(await tabs.sub.readNotices(99))
    const id = await storyOf(tabs.reporter)
    await until(() => heard.flat().includes(id), true)
    // A server gathers news of stories, of earlier ones too; news of what somebody read would name none.
    expect(heard).not.toContainEqual([])
  })

  test('the newest hundred are told, newest first', async () => {
    const id = await storyOf(tabs.reporter, contentOf('Again and again'))
    for (let time = 0; time < 103; time++) {
      await take(tabs.reporter, id, { type: 'submit' })
      await take(tabs.reporter, id, { type: 'withdraw' })
    }
    const sequences = valueOf(await tabs.sub.notices()).map(({ sequence }) => sequence)
    expect(sequences).toHaveLength(100)
    expect(sequences).toEqual(sequences.toSorted((a, b) => b - a))
    const events = valueOf(await tabs.sub.events(id)).filter(({ type }) => type === 'submit')
    expect(sequences[0]).toBe(events.at(-1)?.sequence)
  })

  test('a first visit is told nothing', async () => {
    const nobody = (await makeDesk()).tab()
    expect(valueOf(await nobody.notices())).toEqual([])
    expect(await nobody.readNotices(5)).toEqual({ ok: true, value: null })
    await nobody.close()
  })

  test('a comment tells those it names, those it answers, and those whose story it is on; once', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.other, id)
    commentOn(doc, OTHER, 'c', 'Is it open, Carla?')
    const before = valueOf(await tabs.sub.record(id))
    await take(tabs.other, id, commentWith('Is it open, Carla?', [CHIEF.id, 'nobody']))
    expect(connection.state.kind).toBe('read-only')
    expect((await told(tabs.chief))[0]).toEqual(['mentioned', OTHER.id])
    expect((await told(tabs.reporter))[0]).toEqual(['commented', OTHER.id])
    expect((await told(tabs.sub))[0]).toEqual(['commented', OTHER.id])
    // Its count follows, as all summaries do; its status stays.
    await until(async () => valueOf(await tabs.sub.record(id))?.summary.comments, 1)
    expect(valueOf(await tabs.sub.record(id))?.status).toBe(before?.status)
    await take(tabs.other, id, commentWith('Is it open, Carla?', [CHIEF.id]))
    expect(valueOf(await tabs.sub.events(id)).filter(({ type }) => type === 'comment')).toMatchObject([
      { thread: 'c', message: 'c-1', note: 'Is it open, Carla?' },
    ])

    const sub = await openIn(tabs.sub, id)
    const reply = { id: 'c-2', by: SUB.id, at: NOW().toISOString(), text: 'Yes.', mentions: [] }
    addMessage(sub.doc, 'c', reply)
    await take(tabs.sub, id, { ...commentWith('Yes.'), message: 'c-2' } as Action)
    expect((await told(tabs.other))[0]).toEqual(['answered', SUB.id])
  })

  test('a reply to a suggestion tells whoever made it', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.chief, id)
    suggest(doc, CHIEF, 's', ' today')
    await connection.close()
    const sub = await openIn(tabs.sub, id)
    const at = NOW().toISOString()
    startThread(sub.doc, {
      id: 'r',
      by: SUB.id,
      at,
      anchor: { kind: 'suggestion', suggestion: 's' },
      quote: '',
      message: { id: 'r-1', text: 'Why?', mentions: [] },
    })
    await take(tabs.sub, id, { type: 'comment', thread: 'r', message: 'r-1', mentions: [], text: 'Why?' })
    expect((await told(tabs.chief))[0]).toEqual(['answered', SUB.id])
  })

  test('nobody is told of a comment that the story doesn’t hold, or that somebody else wrote', async () => {
    const id = await storyInReview(tabs, readyContent())
    expect(await tabs.sub.act(id, commentWith('Never written.'))).toMatchObject({
      ok: false,
      reason: 'stale',
    })
    const { doc, connection } = await openIn(tabs.other, id)
    commentOn(doc, OTHER, 'c', 'Mine.')
    await connection.close()
    expect(await tabs.sub.act(id, commentWith('Mine.'))).toMatchObject({ ok: false, reason: 'stale' })
    expect(valueOf(await tabs.sub.events(id)).map(({ type }) => type)).toEqual(['create', 'submit', 'claim'])
  })

  test('a damaged notice is left out, and the others are told', async () => {
    const id = await storyInReview(tabs)
    await take(tabs.sub, id, { type: 'release' })
    await take(tabs.reporter, id, { type: 'withdraw' })
    await take(tabs.reporter, id, { type: 'submit' })
    const [newest] = valueOf(await tabs.sub.notices())
    await desk.change('notices', `${newest?.sequence}/${SUB.id}`, (row) => ({ ...row, kind: 7 }))
    expect(valueOf(await tabs.sub.notices())).toHaveLength(1)
    valueOf(await tabs.sub.readNotices(newest?.sequence ?? 0))
    expect(valueOf(await tabs.sub.notices())).toMatchObject([{ read: true }])
  })
}
