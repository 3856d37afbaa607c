import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import type { Tabs } from './review-stage.ts'
import {
  approvedStory,
  castOf,
  openIds,
  storyInReview,
  suggest,
  suggestDeletion,
  take,
  verdictOn,
} from './review-stage.ts'
import type { MakeDesk, TestDesk } from './test-desk.ts'
import { CHIEF, headlineOf, openIn, REPORTER, storyOf, SUB, type, until, valueOf } from './test-desk.ts'

export function decideContract(makeDesk: MakeDesk): void {
  let desk: TestDesk
  let tabs: Tabs
  let id: string
  beforeEach(async () => {
    desk = await makeDesk()
    tabs = await castOf(desk)
    id = await storyInReview(tabs)
  })
  afterEach(() => desk.end())

  /** The reporter's open story with suggestions of theirs in it, stored. */
  async function suggested(...ids: readonly string[]): Promise<Awaited<ReturnType<typeof openIn>>> {
    const opened = await openIn(tabs.reporter, id)
    for (const one of ids) suggest(opened.doc, REPORTER, one, ` ${one}`)
    await opened.connection.flush()
    return opened
  }

  test('an accepted suggestion is words, in every tab, with a verdict that says who, when, why and what', async () => {
    const theirs = await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    const verdicts = valueOf(await connection.decide([verdictOn(doc, 's', 'accept', ' Yes. ')], null))
    expect(verdicts).toMatchObject([
      {
        suggestion: 's',
        verdict: 'accepted',
        by: { id: SUB.id, name: SUB.name, role: SUB.role },
        at: '2026-11-24T12:00:00.000Z',
        reason: 'Yes.',
        what: { id: 's', by: REPORTER.id, after: ' s', place: { text: 'headline' } },
      },
    ])
    expect(verdicts[0]?.what).not.toHaveProperty('mark')
    expect([openIds(doc), headlineOf(doc)]).toEqual([[], 'Harbour reopens s'])
    await until(() => openIds(theirs.doc), [])
    expect(valueOf(await tabs.other.verdicts(id))).toEqual(verdicts)
    expect(openIds((await openIn(tabs.other, id)).doc)).toEqual([])
    await until(async () => valueOf(await tabs.other.record(id))?.summary.suggestions, 0)
  })

  test('a rejected one is gone, and its neighbours are untouched', async () => {
    await suggested('one', 'two')
    const { doc, connection } = await openIn(tabs.sub, id)
    valueOf(await connection.decide([verdictOn(doc, 'one', 'reject')], null))
    expect([openIds(doc), headlineOf(doc)]).toEqual([['two'], 'Harbour reopens two'])
    valueOf(await connection.decide([verdictOn(doc, 'two', 'accept')], null))
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens two')
    expect(
      valueOf(await tabs.other.verdicts(id)).map(({ suggestion, verdict }) => [suggestion, verdict]),
    ).toEqual([
      ['one', 'rejected'],
      ['two', 'accepted'],
    ])
  })

  test('all at once is one change, after what was typed just before and was not stored', async () => {
    await suggested('one', 'two', 'three')
    const { doc, connection } = await openIn(tabs.sub, id)
    type(doc, '!')
    const changes: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => changes.push(origin))
    const origin = { name: 'sub' }
    const all = ['one', 'two', 'three'].map((one) => verdictOn(doc, one, 'accept'))
    const verdicts = valueOf(await connection.decide(all, origin))
    expect(verdicts.map(({ suggestion }) => suggestion)).toEqual(['one', 'two', 'three'])
    const sequences = verdicts.map(({ sequence }) => sequence)
    expect(sequences).toEqual([sequences[0], Number(sequences[0]) + 1, Number(sequences[0]) + 2])
    expect(changes).toEqual([origin])
    expect(connection.state).toEqual({ kind: 'saved' })
    expect(headlineOf((await openIn(tabs.other, id)).doc)).toBe('Harbour reopens one two three!')
  })

  test('two who decide the same: one verdict, and the other is told whose', async () => {
    await suggested('s')
    const mine = await openIn(tabs.sub, id)
    const theirs = await openIn(tabs.chief, id)
    const answers = await Promise.all([
      mine.connection.decide([verdictOn(mine.doc, 's', 'accept')], null),
      theirs.connection.decide([verdictOn(theirs.doc, 's', 'reject')], null),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const [first, did] = answers[0].ok ? [SUB, 'accepted'] : [CHIEF, 'rejected']
    const lost = answers.find(({ ok }) => !ok)
    expect(lost).toMatchObject({ reason: 'stale' })
    expect(lost).toHaveProperty(
      'message',
      expect.stringContaining(`Already ${did} by ${first.name} at 24 Nov 2026`),
    )
    expect(valueOf(await tabs.other.verdicts(id))).toMatchObject([{ verdict: did, by: { id: first.id } }])
    const text = did === 'accepted' ? 'Harbour reopens s' : 'Harbour reopens'
    await until(() => [mine.doc, theirs.doc].map(headlineOf), [text, text])
  })

  test('one that was decided refuses all that were asked for with it', async () => {
    await suggested('one', 'two')
    const mine = await openIn(tabs.sub, id)
    const theirs = await openIn(tabs.chief, id)
    const asked = ['one', 'two'].map((one) => verdictOn(mine.doc, one, 'accept'))
    valueOf(await theirs.connection.decide([verdictOn(theirs.doc, 'two', 'reject')], null))
    expect(await mine.connection.decide(asked, null)).toMatchObject({ ok: false, reason: 'stale' })
    expect(openIds((await openIn(tabs.other, id)).doc)).toEqual(['one'])
    expect(valueOf(await tabs.other.verdicts(id))).toHaveLength(1)
  })

  test('one that was changed since it was seen is not decided', async () => {
    const theirs = await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    const seen = verdictOn(doc, 's', 'accept')
    suggest(theirs.doc, REPORTER, 's', ' more')
    await theirs.connection.flush()
    const answer = await connection.decide([seen], null)
    expect(answer).toMatchObject({ ok: false, reason: 'stale' })
    expect(answer).toHaveProperty('message', expect.stringContaining('Look at it again'))
    await until(() => headlineOf(doc), 'Harbour reopens s more')
    expect(await connection.decide([verdictOn(doc, 's', 'accept')], null)).toMatchObject({ ok: true })
  })

  test('one that its author took back is said to be gone', async () => {
    const theirs = await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    const seen = verdictOn(doc, 's', 'accept')
    theirs.doc.getText('headline').delete('Harbour reopens'.length, 2)
    await theirs.connection.flush()
    const answer = await connection.decide([seen], null)
    expect(answer).toMatchObject({ ok: false, reason: 'stale' })
    expect(answer).toHaveProperty('message', expect.stringContaining('not there any more'))
  })

  test('what others stored is in the document before the decision that builds on it', async () => {
    const { doc, connection } = await openIn(tabs.sub, id)
    const theirs = await openIn(tabs.reporter, id)
    suggest(theirs.doc, REPORTER, 's', ' today')
    await theirs.connection.flush()
    const seen = verdictOn(theirs.doc, 's', 'accept')
    valueOf(await connection.decide([seen], null))
    expect([headlineOf(doc), openIds(doc)]).toEqual(['Harbour reopens today', []])
    expect(doc.store.pendingDs).toBeNull()
  })

  test('whoever may only suggest takes back their own, and decides nothing else', async () => {
    const { doc, connection } = await suggested('mine')
    const sub = await openIn(tabs.sub, id)
    suggest(sub.doc, SUB, 'theirs', ' theirs')
    await sub.connection.flush()
    await until(() => openIds(doc).length, 2)
    for (const asked of [verdictOn(doc, 'mine', 'accept'), verdictOn(doc, 'theirs', 'reject')]) {
      expect(await connection.decide([asked], null)).toMatchObject({ ok: false, reason: 'not allowed' })
    }
    const both = ['mine', 'theirs'].map((one) => verdictOn(doc, one, 'reject'))
    expect(await connection.decide(both, null)).toMatchObject({ ok: false, reason: 'not allowed' })
    expect(openIds(doc).toSorted()).toEqual(['mine', 'theirs'])
    expect(valueOf(await connection.decide([verdictOn(doc, 'mine', 'reject')], null))).toHaveLength(1)
    expect(openIds((await openIn(tabs.other, id)).doc)).toEqual(['theirs'])
  })

  test('whoever may only read or comment decides nothing, and approved copy is decided no more', async () => {
    await suggested('s')
    const other = await openIn(tabs.other, id)
    const asked = verdictOn(other.doc, 's', 'accept')
    expect(await other.connection.decide([asked], null)).toMatchObject({ ok: false, reason: 'not allowed' })
    const approved = await approvedStory(tabs)
    const { connection } = await openIn(tabs.chief, approved)
    expect(await connection.decide([asked], null)).toMatchObject({ ok: false })
    expect(valueOf(await tabs.other.verdicts(id))).toEqual([])
  })

  test('a closed connection decides nothing', async () => {
    await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    const asked = verdictOn(doc, 's', 'accept')
    await connection.close()
    expect(await connection.decide([asked], null)).toMatchObject({ ok: false, reason: 'stale' })
  })

  test('a chief who accepts in a draft becomes one of its reporters; one who rejects does not', async () => {
    id = await storyOf(tabs.reporter)
    const sub = await openIn(tabs.sub, id)
    suggest(sub.doc, SUB, 'one', ' one')
    suggest(sub.doc, SUB, 'two', ' two')
    await sub.connection.close()
    expect(valueOf(await tabs.sub.record(id))?.reporters).toEqual([REPORTER.id])
    const { doc, connection } = await openIn(tabs.chief, id)
    valueOf(await connection.decide([verdictOn(doc, 'one', 'reject')], null))
    expect(valueOf(await tabs.sub.record(id))?.reporters).toEqual([REPORTER.id])
    valueOf(await connection.decide([verdictOn(doc, 'two', 'accept')], null))
    expect(valueOf(await tabs.sub.record(id))?.reporters).toEqual([REPORTER.id, CHIEF.id])
  })

  test('while a decision is on its way the story can be written, and both are stored', async () => {
    await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    const deciding = connection.decide([verdictOn(doc, 's', 'accept')], null)
    type(doc, '!')
    valueOf(await deciding)
    await connection.flush()
    const stored = (await openIn(tabs.other, id)).doc
    expect([headlineOf(stored), openIds(stored)]).toEqual([headlineOf(doc), []])
    expect(headlineOf(doc)).toContain('!')
  })

  /** An undo manager over the suggestions too, as the editor has it. */
  const undoOf = (doc: Y.Doc) => {
    const { manager, origin } = createStoryUndo(doc)
    manager.addToScope(doc.getMap('suggestions'))
    return { manager, origin }
  }

  test('a decision that is undone is written down, and so is one that is redone', async () => {
    const theirs = await openIn(tabs.reporter, id)
    suggestDeletion(theirs.doc, REPORTER, 's', 'Harbour '.length)
    await theirs.connection.flush()
    const { doc, connection } = await openIn(tabs.sub, id)
    const { manager, origin } = undoOf(doc)
    valueOf(await connection.decide([verdictOn(doc, 's', 'reject', 'Keep it.')], origin))
    expect(openIds(doc)).toEqual([])
    manager.undo()
    expect(openIds(doc)).toEqual(['s'])
    expect(await connection.redecide('undone', ['s'])).toEqual({ ok: true, value: null })
    expect(connection.state).toEqual({ kind: 'saved' })
    expect(openIds((await openIn(tabs.other, id)).doc)).toEqual(['s'])
    manager.redo()
    expect(await connection.redecide('redone', ['s'])).toEqual({ ok: true, value: null })
    expect(openIds((await openIn(tabs.other, id)).doc)).toEqual([])
    expect(
      valueOf(await tabs.other.verdicts(id)).map(({ verdict, reason, by }) => [verdict, reason, by.id]),
    ).toEqual([
      ['rejected', 'Keep it.', SUB.id],
      ['reopened', '', SUB.id],
      ['rejected', 'Keep it.', SUB.id],
    ])
  })

  test('no verdict is written of what the story doesn’t say, nor twice', async () => {
    await suggested('s', 'open')
    const { doc, connection } = await openIn(tabs.sub, id)
    valueOf(await connection.decide([verdictOn(doc, 's', 'accept')], null))
    for (const how of ['undone', 'redone', 'undone'] as const) {
      expect(await connection.redecide(how, ['s', 'open', 'unheard of'])).toMatchObject({ ok: true })
    }
    expect(valueOf(await tabs.other.verdicts(id))).toHaveLength(1)
    const other = await openIn(tabs.other, id)
    expect(await other.connection.redecide('undone', ['s'])).toMatchObject({ reason: 'not allowed' })
  })

  test('every other tab hears of a decision', async () => {
    await suggested('s')
    const heard: string[] = []
    tabs.other.watch(({ ids }) => heard.push(...ids))
    const { doc, connection } = await openIn(tabs.sub, id)
    valueOf(await connection.decide([verdictOn(doc, 's', 'accept')], null))
    await until(() => heard.includes(id), true)
    expect(valueOf(await tabs.other.verdicts(id))).toHaveLength(1)
  })

  test('verdicts outlast the epoch, and are of their own story', async () => {
    await suggested('s')
    const { doc, connection } = await openIn(tabs.sub, id)
    valueOf(await connection.decide([verdictOn(doc, 's', 'accept')], null))
    await connection.close()
    await take(tabs.chief, id, { type: 'spike' })
    await take(tabs.chief, id, { type: 'restore' })
    expect(valueOf(await desk.tab().verdicts(id))).toHaveLength(1)
    expect(valueOf(await tabs.other.verdicts(await storyOf(tabs.reporter)))).toEqual([])
  })
}
