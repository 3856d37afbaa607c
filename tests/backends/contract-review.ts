import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Action } from '../../src/backends/backend.ts'
import { contentHash } from '../../src/domain/content-hash.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { readThreads } from '../../src/domain/threads/read-threads.ts'
import type { Tabs } from './review-stage.ts'
import {
  approve,
  approvedStory,
  castOf,
  commentOn,
  openIds,
  readyContent,
  storyInReview,
  suggest,
  take,
} from './review-stage.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import {
  CHIEF,
  contentOf,
  headlineOf,
  openIn,
  REPORTER,
  storyOf,
  SUB,
  type,
  until,
  valueOf,
} from './test-desk.ts'

/** Approval, and what begins after it. */
export function reviewContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tabs: Tabs
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
  })
  afterEach(() => desk.end())

  test('an approval pins a version with what was seen, and closes the story for everybody', async () => {
    const id = await storyInReview(tabs)
    const record = valueOf(await approve(tabs.sub, id))
    expect(record).toMatchObject({ status: 'approved', claimant: null, epoch: 1, reporters: [REPORTER.id] })
    const [pinned] = valueOf(await tabs.other.versions(id))
    const hash = contentHash(readyContent())
    expect(pinned).toMatchObject({ why: 'approve', status: 'approved', epoch: 1, by: { id: SUB.id }, hash })
    const version = valueOf(await tabs.other.version(id, pinned?.number ?? 0))
    expect(version?.content).toEqual(readyContent())
    const doc = new Y.Doc()
    Y.applyUpdate(doc, version?.state ?? new Uint8Array())
    expect(readContent(doc)).toEqual(readyContent())
    for (const tab of Object.values(tabs)) {
      expect((await openIn(tab, id)).connection.access.right).toBe('read')
    }
    expect(valueOf(await tabs.other.events(id)).at(-1)).toMatchObject({
      type: 'approve',
      version: pinned?.number,
    })
  })

  test('what was changed after it was seen is not approved, and the refusal says what to do', async () => {
    const id = await storyInReview(tabs)
    const seen = contentHash(readContent((await openIn(tabs.sub, id)).doc))
    const { doc, connection } = await openIn(tabs.chief, id)
    type(doc, ' at last')
    await connection.close()
    await until(async () => valueOf(await tabs.sub.record(id))?.summary.headline, 'Harbour reopens at last')
    const before = valueOf(await tabs.sub.record(id))
    const answer = await tabs.sub.act(id, { type: 'approve', hash: seen, reason: '' })
    expect(answer).toMatchObject({ ok: false, reason: 'stale' })
    expect(answer).toHaveProperty('message', expect.stringContaining('read what is new'))
    expect(valueOf(await tabs.sub.record(id))).toEqual(before)
    expect(valueOf(await tabs.sub.versions(id)).map(({ why }) => why)).toEqual(['claim', 'submit'])
    expect(await approve(tabs.sub, id)).toMatchObject({ ok: true })
  })

  test('words that come at the moment of approval stop it, or are kept as late ones: never in and out', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.chief, id)
    const seen = contentHash(readContent((await openIn(tabs.sub, id)).doc))
    type(doc, '!')
    const [answer] = await Promise.all([
      tabs.sub.act(id, { type: 'approve', hash: seen, reason: '' }),
      connection.flush(),
    ])
    const pinned = valueOf(await tabs.sub.versions(id)).filter(({ why }) => why === 'approve')
    const story = headlineOf((await openIn(tabs.other, id)).doc)
    const late = valueOf(await tabs.chief.lateEdits(id)).length
    expect([pinned.map(({ hash }) => hash), story, late]).toEqual(
      answer.ok ? [[seen], 'Harbour reopens', 1] : [[], 'Harbour reopens!', 0],
    )
  })

  const inTheWay: readonly [string, (id: string) => Promise<void>, string][] = [
    [
      'an open suggestion',
      async (id) => {
        const { doc, connection } = await openIn(tabs.reporter, id)
        suggest(doc, REPORTER, 's', ' today')
        await connection.close()
      },
      'invalid',
    ],
    [
      'no headline',
      async (id) => {
        const { doc, connection } = await openIn(tabs.sub, id)
        doc.getText('headline').delete(0, doc.getText('headline').length)
        await connection.close()
      },
      'invalid',
    ],
    [
      'an open comment, for a sub',
      async (id) => {
        const { doc, connection } = await openIn(tabs.reporter, id)
        commentOn(doc, REPORTER, 'c', 'Sure?')
        await connection.close()
      },
      'not allowed',
    ],
  ]
  test.each(inTheWay)('%s stands in the way of approval', async (_what, put, reason) => {
    const id = await storyInReview(tabs)
    await put(id)
    const answer = await approve(tabs.sub, id, 'It has to go out.')
    expect(answer).toMatchObject({ ok: false, reason })
    expect(answer).toHaveProperty('message', expect.stringMatching(/\w/))
    expect(valueOf(await tabs.sub.record(id))?.status).toBe('in review')
  })

  test('a chief passes a warning with a reason, which the event keeps; without one it is refused', async () => {
    const id = await storyInReview(tabs, readyContent('Harbour TK'))
    expect(await approve(tabs.sub, id, 'Never mind.')).toMatchObject({ reason: 'not allowed' })
    expect(await approve(tabs.chief, id, ' ')).toMatchObject({ reason: 'invalid' })
    valueOf(await approve(tabs.chief, id, 'The desk knows.'))
    expect(valueOf(await tabs.sub.events(id)).at(-1)).toMatchObject({ note: 'The desk knows.' })
  })

  test('nobody approves what they wrote, whatever their role', async () => {
    const id = await storyOf(tabs.chief, readyContent())
    await take(tabs.chief, id, { type: 'submit' })
    await take(tabs.chief, id, { type: 'claim' })
    expect(await approve(tabs.chief, id)).toMatchObject({ ok: false, reason: 'not allowed' })
    await take(tabs.sub, id, { type: 'take over' })
    expect(await approve(tabs.sub, id)).toMatchObject({ ok: true })
  })

  test('a reopened story is a new document that says what was pinned, with its comments', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.reporter, id)
    commentOn(doc, REPORTER, 'c', 'Who paid?')
    await connection.close()
    valueOf(await approve(tabs.chief, id, 'Answered by phone.'))
    const record = await take(tabs.sub, id, { type: 'reopen', note: 'A name is wrong.' })
    expect(record).toMatchObject({ status: 'in review', epoch: 2, claimant: SUB.id })
    expect(record.summary.comments).toBe(1)
    const again = await openIn(tabs.sub, id)
    expect(readContent(again.doc)).toEqual(readyContent())
    expect(readThreads(again.doc)).toMatchObject([{ id: 'c', messages: [{ text: 'Who paid?' }] }])
    const old = new Set(doc.store.clients.keys())
    expect([...again.doc.store.clients.keys()].filter((client) => old.has(client))).toEqual([])
    type(again.doc, '!')
    await again.connection.flush()
    expect(again.connection.state).toEqual({ kind: 'saved' })
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens!')
    expect(valueOf(await tabs.sub.versions(id))[0]).toMatchObject({ why: 'reopen', epoch: 2 })
  })

  test('a document of before is told that its story was reopened, and writes no more', async () => {
    const id = await approvedStory(tabs)
    const { doc, connection } = await openIn(tabs.sub, id)
    await take(tabs.chief, id, { type: 'reopen', note: 'A name is wrong.' })
    await until(() => connection.access.why.includes('reopened'), true)
    expect(connection.state.kind).toBe('read-only')
    type(doc, ' nowhere')
    await connection.flush()
    expect(headlineOf((await openIn(tabs.chief, id)).doc)).toBe('Harbour reopens')
  })

  test('a spiked story is restored as a new document, with what was suggested still open', async () => {
    const id = await storyOf(tabs.reporter, contentOf('Spiked'))
    const { doc, connection } = await openIn(tabs.sub, id)
    suggest(doc, SUB, 's', ' twice')
    commentOn(doc, SUB, 'c', 'Really?')
    await connection.close()
    await take(tabs.reporter, id, { type: 'spike' })
    const record = await take(tabs.reporter, id, { type: 'restore' })
    expect(record).toMatchObject({ status: 'draft', epoch: 2, summary: { suggestions: 1, comments: 1 } })
    const again = await openIn(tabs.reporter, id)
    expect(openIds(again.doc)).toEqual(['s'])
    expect(readThreads(again.doc)).toHaveLength(1)
    expect(readContent(again.doc, 'was').headline).toEqual(contentOf('Spiked').headline)
  })

  test('an approved story that is spiked and restored says what it said', async () => {
    const id = await approvedStory(tabs)
    await take(tabs.chief, id, { type: 'spike' })
    await take(tabs.chief, id, { type: 'restore' })
    expect(readContent((await openIn(tabs.reporter, id)).doc)).toEqual(readyContent())
    expect(valueOf(await tabs.reporter.record(id))).toMatchObject({ status: 'draft', epoch: 2 })
  })

  test('of two who claim at once one has it, and the other is told who', async () => {
    const id = await storyOf(tabs.reporter, readyContent())
    await take(tabs.reporter, id, { type: 'submit' })
    const answers = await Promise.all([
      tabs.sub.act(id, { type: 'claim' }),
      tabs.chief.act(id, { type: 'claim' }),
    ])
    const winner = answers[0]?.ok ? SUB : CHIEF
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const lost = answers.find((answer) => !answer.ok)
    expect(lost).toMatchObject({ reason: 'stale' })
    expect(lost).toHaveProperty(
      'message',
      expect.stringContaining(`claimed by ${winner.name} at 24 Nov 2026`),
    )
    expect(valueOf(await tabs.other.record(id))?.claimant).toBe(winner.id)
  })

  const stale: readonly [string, Action, keyof Tabs, Action, string][] = [
    [
      'taken over, and who releases it',
      { type: 'take over' },
      'chief',
      { type: 'release' },
      'taken over by Carla Chief',
    ],
    [
      'taken over, and who sends it back',
      { type: 'take over' },
      'chief',
      { type: 'request changes', note: 'No.' },
      'taken over by Carla Chief',
    ],
    [
      'released, and who releases it',
      { type: 'release' },
      'chief',
      { type: 'release' },
      'released by Carla Chief',
    ],
    ['spiked, and who releases it', { type: 'spike' }, 'chief', { type: 'release' }, 'spiked by Carla Chief'],
  ]
  test.each(stale)(
    'a claimant whose story was %s is told who did what',
    async (_what, first, by, second, words) => {
      const id = await storyInReview(tabs)
      await take(tabs[by], id, first)
      const answer = await tabs.sub.act(id, second)
      expect(answer.ok).toBe(false)
      expect(answer).toHaveProperty('message', expect.stringContaining(words))
    },
  )

  test('the summary tells of open suggestions and comments, and follows what becomes of them', async () => {
    const id = await storyInReview(tabs)
    const { doc, connection } = await openIn(tabs.reporter, id)
    suggest(doc, REPORTER, 's', ' today')
    commentOn(doc, REPORTER, 'c', 'Sure?')
    await until(() => connection.record.summary, {
      ...connection.record.summary,
      headline: 'Harbour reopens today',
      suggestions: 1,
      comments: 1,
    })
    expect(valueOf(await tabs.other.record(id))?.summary).toMatchObject({ suggestions: 1, comments: 1 })
  })
}
