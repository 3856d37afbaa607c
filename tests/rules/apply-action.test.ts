import { beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { ACT_STORES, applyAction } from '../../src/rules/apply-action.ts'
import { APPEND_STORES, appendUpdate } from '../../src/rules/append-update.ts'
import type { Action, StoryEvent } from '../../src/backends/backend.ts'
import { readDocument } from '../../src/rules/stored-document.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import { contentHash } from '../../src/domain/content-hash.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import type { Person } from '../../src/domain/person.ts'
import { ACTING } from '../backends/acting.ts'
import { FullDisk, madeIn, plain, withLittleRoom } from '../backends/full-disk.ts'
import { commentOn, readyContent, suggest } from '../backends/review-stage.ts'
import { CHIEF, NOW, OTHER, REPORTER, SUB } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  for (const person of [REPORTER, OTHER, SUB, CHIEF]) disk.plant('people', person.id, person)
  id = await madeIn(disk, readyContent())
})

const act = (person: Person | null, action: Action, acting = ACTING) =>
  disk.run(ACT_STORES, 'strict', (transaction) => applyAction(transaction, id, action, person, acting))
const row = async (): Promise<StoryRow> => (await disk.dump()).stores.get('records')?.get(id) as StoryRow
const change = async (changed: object): Promise<void> =>
  disk.plant('records', id, { ...(await row()), ...changed })
const rows = async (store: 'events' | 'versions' | 'notices' | 'contents' | 'searches') =>
  [...((await disk.dump()).stores.get(store)?.values() ?? [])] as Record<string, unknown>[]
const last = async (): Promise<StoryEvent> => (await rows('events')).at(-1) as unknown as StoryEvent
const inReview = (): Promise<void> => change({ status: 'in review', claimant: SUB.id })

/** Stores what a change makes of the story. */
async function write(person: Person, edit: (doc: Y.Doc) => void): Promise<void> {
  const stored = await disk.run(['updates'], 'readonly', (transaction) => readDocument(transaction, id, 1))
  if (!stored.ok) throw new Error(stored.message)
  const updates: Uint8Array[] = []
  stored.doc.on('update', (update: Uint8Array) => updates.push(update))
  edit(stored.doc)
  for (const update of updates) {
    await disk.run(APPEND_STORES, 'strict', (transaction) =>
      appendUpdate(transaction, { id, epoch: 1, after: stored.last }, update, person, NOW),
    )
  }
}

const APPROVE: Action = { type: 'approve', hash: contentHash(readyContent()), reason: '' }

test('a step brings summary, search and content up to date with it, whoever stored what', async () => {
  await write(REPORTER, (doc) => doc.getText('headline').insert(0, 'Old '))
  expect(await row()).toMatchObject({ unsummarised: 1, summary: { headline: 'Harbour reopens' } })
  await act(REPORTER, { type: 'submit' })
  expect(await row()).toMatchObject({ unsummarised: 0, summary: { headline: 'Old Harbour reopens' } })
  expect((await rows('searches'))[0]?.['text']).toContain('old harbour')
  expect((await rows('contents'))[0]).toMatchObject({
    content: { headline: [{ text: 'Old Harbour reopens' }] },
  })
})

test('a version that is kept by name changes no row of the desk', async () => {
  const before = await row()
  await act(SUB, { type: 'keep version', name: 'one' })
  expect(await row()).toEqual(before)
  expect(await last()).toMatchObject({ type: 'keep version', sequence: 2, from: 'draft', to: 'draft' })
})

test('an embargo reads no text, so that it is set on one that can’t be read', async () => {
  disk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' })
  const embargo = { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' }
  expect(await act(REPORTER, { type: 'set embargo', embargo })).toMatchObject({ ok: true })
  expect(await last()).not.toHaveProperty('version')
})

describe('approval', () => {
  beforeEach(inReview)

  test('by somebody who wrote part of it is refused, but where the settings allow it: then the event says so', async () => {
    await change({ reporters: [REPORTER.id, SUB.id] })
    expect(await act(SUB, APPROVE)).toMatchObject({ ok: false, reason: 'not allowed' })
    const settings = { ...NEWSROOM_SETTINGS, selfApproval: true }
    expect(await act(SUB, APPROVE, { ...ACTING, settings })).toMatchObject({ ok: true })
    expect(await last()).toMatchObject({ selfApproved: true })
  })

  test('by somebody else says nothing of the kind', async () => {
    await act(SUB, APPROVE)
    expect(await last()).not.toHaveProperty('selfApproved')
  })

  test('keeps what the checks had found, as the one who approves reports it; it stops nothing', async () => {
    const flags = [{ check: 'spelling', count: 2 }]
    expect(await act(SUB, { ...APPROVE, reason: 'Names, all of them.', flags })).toMatchObject({ ok: true })
    expect(await last()).toMatchObject({ note: 'Names, all of them.', flags })
  })

  test('over nothing that was found says nothing of it', async () => {
    await act(SUB, { ...APPROVE, flags: [] })
    expect(await last()).not.toHaveProperty('flags')
  })

  test('is what the settings make of it: a check that is off stops nothing', async () => {
    await write(REPORTER, (doc) => suggest(doc, REPORTER, 's', ' today'))
    const hash = contentHash(readyContent('Harbour reopens today'))
    expect(await act(SUB, { ...APPROVE, hash })).toMatchObject({ ok: false, reason: 'invalid' })
    const settings = {
      ...NEWSROOM_SETTINGS,
      signOff: { ...NEWSROOM_SETTINGS.signOff, suggestions: 'off' },
    } as const
    expect(await act(SUB, { ...APPROVE, hash }, { ...ACTING, settings })).toMatchObject({ ok: true })
    await act(SUB, { type: 'reopen', note: 'So it was accepted.' })
    expect(await row()).toMatchObject({
      epoch: 2,
      summary: { headline: 'Harbour reopens today', suggestions: 0 },
    })
    // What the new epoch begins with is by whoever began it.
    expect([...(await disk.dump()).updates.values()].at(-1)).toMatchObject({ epoch: 2, by: SUB.id })
  })

  const refused: readonly [string, () => Promise<unknown>, Person | null, Partial<typeof APPROVE>, string][] =
    [
      ['nobody is at work', async () => null, null, {}, 'not allowed'],
      ['another sub asks', async () => null, OTHER, {}, 'not allowed'],
      ['the hash is another', async () => null, SUB, { hash: contentHash(readyContent('Else')) }, 'stale'],
      ['there is no hash', async () => null, SUB, { hash: '' }, 'stale'],
      [
        'its embargo is not past',
        () => change({ embargo: { at: '2027-01-01T00:00:00Z', zone: 'UTC' } }),
        SUB,
        {},
        'not allowed',
      ],
      ['it was approved already', () => change({ status: 'approved' }), SUB, {}, 'stale'],
      ['a newer Stet wrote it', () => change({ schema: 99 }), SUB, {}, 'not allowed'],
      [
        'its text is damaged',
        async () => disk.plantUpdate({ story: id, epoch: 1, update: 'nonsense' }),
        SUB,
        {},
        'damaged',
      ],
      ['its text is missing', () => change({ epoch: 7 }), SUB, {}, 'damaged'],
    ]
  test.each(refused)('where %s nothing is changed', async (_what, prepare, person, changed, reason) => {
    await prepare()
    const before = plain(await disk.dump())
    expect(await act(person, { ...APPROVE, ...changed })).toMatchObject({ ok: false, reason })
    expect(plain(await disk.dump())).toEqual(before)
  })
})

describe('on a disk that fills up', () => {
  /** Puts the story where the action can be done, with comments and suggestions in it. */
  const ways: readonly [string, () => Promise<void>, () => Promise<unknown>][] = [
    ['submit', async () => {}, () => act(REPORTER, { type: 'submit' })],
    ['approve', inReview, () => act(SUB, APPROVE)],
    [
      'reopen',
      async () => {
        await inReview()
        await write(SUB, (doc) => commentOn(doc, SUB, 'c', 'Sure?'))
        await act(CHIEF, { ...APPROVE, reason: 'Yes.' })
      },
      () => act(SUB, { type: 'reopen', note: 'A name.' }),
    ],
    [
      'restore',
      async () => {
        await write(SUB, (doc) => suggest(doc, SUB, 's', ' today'))
        await act(REPORTER, { type: 'spike' })
      },
      () => act(REPORTER, { type: 'restore' }),
    ],
    ['keep version', async () => {}, () => act(REPORTER, { type: 'keep version', name: 'one' })],
    [
      'comment',
      () => write(SUB, (doc) => commentOn(doc, SUB, 'c', 'Sure?')),
      () => act(SUB, { type: 'comment', thread: 'c', message: 'c-1', mentions: [CHIEF.id], text: 'Sure?' }),
    ],
  ]
  test.each(ways)('%s is done whole, or not at all', async (_what, prepare, work) => {
    await prepare()
    const before = (await rows('events')).length
    const { failures, leftovers } = await withLittleRoom(disk, work)
    expect(failures).toBeGreaterThan(2)
    expect(leftovers).toBe(0)
    expect(await rows('events')).toHaveLength(before + 1)
    disk.failsAtEnd = true
    const kept = plain(await disk.dump())
    await expect(act(CHIEF, { type: 'keep version', name: 'x' })).rejects.toThrow('full')
    expect(plain(await disk.dump())).toEqual(kept)
  })
})
