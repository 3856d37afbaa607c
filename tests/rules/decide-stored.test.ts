import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { DECIDE_STORES, decideStored } from '../../src/rules/decide-stored.ts'
import type { Deciding, Decision } from '../../src/rules/decide-stored.ts'
import { redecideStored } from '../../src/rules/redecide-stored.ts'
import { readDocument } from '../../src/rules/stored-document.ts'
import type { StoryRow } from '../../src/rules/desk-storage.ts'
import type { Person } from '../../src/domain/person.ts'
import { FullDisk, madeIn, plain, withLittleRoom } from '../backends/full-disk.ts'
import { openIds, readyContent, suggest, verdictOn } from '../backends/review-stage.ts'
import { CHIEF, headlineOf, NOW, OTHER, REPORTER, SUB, type } from '../backends/test-desk.ts'

let disk: FullDisk
let id: string
beforeEach(async () => {
  disk = new FullDisk()
  id = await madeIn(disk, readyContent('A'))
  const row = (await disk.dump()).stores.get('records')?.get(id) as StoryRow
  disk.plant('records', id, { ...row, status: 'in review', claimant: SUB.id })
})

async function stored(): Promise<Y.Doc> {
  const read = await disk.run(['updates'], 'readonly', (transaction) => readDocument(transaction, id, 1))
  if (!read.ok) throw new Error(read.message)
  return read.doc
}

/** What an edit of the stored story is as an update. */
async function edited(edit: (doc: Y.Doc) => void): Promise<Uint8Array> {
  const doc = await stored()
  const before = Y.encodeStateVector(doc)
  edit(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

const plant = async (edit: (doc: Y.Doc) => void): Promise<void> =>
  disk.plantUpdate({ story: id, epoch: 1, update: await edited(edit) })
const asking = (pending: Uint8Array | null = null): Deciding => ({ id, epoch: 1, after: 0, pending })
const decide = (
  decisions: readonly Decision[],
  person: Person | null = SUB,
  pending: Uint8Array | null = null,
) =>
  disk.run(DECIDE_STORES, 'strict', (transaction) =>
    decideStored(transaction, asking(pending), decisions, person, NOW),
  )
const redecide = (how: 'undone' | 'redone', ids: readonly string[], pending: Uint8Array | null = null) =>
  disk.run(DECIDE_STORES, 'strict', (transaction) =>
    redecideStored(transaction, asking(pending), how, ids, SUB, NOW),
  )
const verdicts = async (): Promise<readonly unknown[]> => [
  ...((await disk.dump()).stores.get('verdicts')?.values() ?? []),
]

test('what a decision does is stored with who decided', async () => {
  await plant((doc) => suggest(doc, REPORTER, 's', 'b'))
  await decide([verdictOn(await stored(), 's', 'accept')], CHIEF)
  expect([...(await disk.dump()).updates.values()].at(-1)).toMatchObject({ by: CHIEF.id })
})

test('pending words and the decision on them are stored together', async () => {
  const pending = await edited((doc) => suggest(doc, SUB, 's', 'b'))
  const doc = await stored()
  Y.applyUpdate(doc, pending)
  const { appended, answer } = await decide([verdictOn(doc, 's', 'accept')], SUB, pending)
  expect(appended).toMatchObject({ ok: true })
  expect(answer).toMatchObject({ ok: true, others: [], verdicts: [{ verdict: 'accepted' }] })
  expect([headlineOf(await stored()), openIds(await stored())]).toEqual(['Ab', []])
})

test('where the decision is refused the pending words are stored all the same', async () => {
  const pending = await edited((doc) => type(doc, '!'))
  const unheard = { suggestion: 'unheard of', verdict: 'accept', mark: '' } as const
  const { appended, answer } = await decide([unheard], SUB, pending)
  expect(appended).toMatchObject({ ok: true })
  expect(answer).toMatchObject({ ok: false, reason: 'stale' })
  expect(headlineOf(await stored())).toBe('A!')
  expect(await verdicts()).toEqual([])
})

test('where pending words are refused nothing is decided', async () => {
  await plant((doc) => suggest(doc, REPORTER, 's', 'b'))
  const asked = verdictOn(await stored(), 's', 'accept')
  const before = plain(await disk.dump())
  const pending = await edited((doc) => type(doc, '!'))
  const { appended, answer } = await decide([asked], OTHER, pending)
  expect(appended).toMatchObject({ ok: false })
  expect(answer).toMatchObject({ ok: false, reason: 'not allowed' })
  expect(plain(await disk.dump())).toEqual(before)
})

test('the summary is behind after it, and the order of the desk goes on after all verdicts', async () => {
  await plant((doc) => {
    for (const one of ['x', 'y', 'z']) suggest(doc, REPORTER, one, one)
  })
  const doc = await stored()
  await decide(['x', 'y', 'z'].map((one) => verdictOn(doc, one, 'accept')))
  expect((await disk.dump()).stores.get('records')?.get(id)).toMatchObject({ unsummarised: 1 })
  expect(await verdicts()).toMatchObject([{ sequence: 2 }, { sequence: 3 }, { sequence: 4 }])
  await madeIn(disk)
  expect((await disk.dump()).stores.get('meta')?.get('sequence')).toMatchObject({ value: 5 })
})

const refused: readonly [string, Person | null, object, string][] = [
  ['nobody is at work', null, {}, 'not allowed'],
  ['a reporter of another story asks', OTHER, {}, 'not allowed'],
  ['it was submitted', CHIEF, { status: 'submitted', claimant: null }, 'not allowed'],
  ['it was approved', CHIEF, { status: 'approved' }, 'not allowed'],
  ['a newer Stet wrote it', CHIEF, { schema: 99 }, 'not allowed'],
  ['its record is damaged', CHIEF, { status: 'lost' }, 'damaged'],
]
test.each(refused)('where %s nothing is decided', async (_what, person, changed, reason) => {
  await plant((doc) => suggest(doc, REPORTER, 's', 'b'))
  const asked = verdictOn(await stored(), 's', 'accept')
  disk.plant('records', id, { ...(await disk.dump()).stores.get('records')?.get(id), ...changed })
  const before = plain(await disk.dump())
  expect((await decide([asked], person)).answer).toMatchObject({ ok: false, reason })
  expect(plain(await disk.dump())).toEqual(before)
})

test('a disk that fills up in the middle of “accept all” leaves all or nothing of it', async () => {
  const names = ['p', 'q', 'r', 's', 't']
  await plant((doc) => {
    for (const one of names) suggest(doc, REPORTER, one, one)
  })
  const doc = await stored()
  const pending = await edited((each) => type(each, '!'))
  const all = names.map((one) => verdictOn(doc, one, 'accept'))
  const { failures, leftovers } = await withLittleRoom(disk, () => decide(all, SUB, pending))
  expect(failures).toBeGreaterThan(names.length)
  expect(leftovers).toBe(0)
  expect([headlineOf(await stored()), openIds(await stored())]).toEqual(['Apqrst!', []])
  expect(await verdicts()).toHaveLength(names.length)
})

test('an undo of which the disk keeps nothing leaves no word of it', async () => {
  await plant((doc) => suggest(doc, REPORTER, 's', 'b'))
  const opened = await stored()
  const undo = new Y.UndoManager([opened.getText('headline'), opened.getMap('suggestions')], {
    trackedOrigins: new Set(['me']),
  })
  const { answer } = await decide([verdictOn(opened, 's', 'accept')])
  Y.applyUpdate(opened, (answer.ok && answer.effect) || new Uint8Array(), 'me')
  const before = Y.encodeStateVector(opened)
  undo.undo()
  const pending = Y.encodeStateAsUpdate(opened, before)
  expect(await withLittleRoom(disk, () => redecide('undone', ['s'], pending))).toEqual({
    failures: 3,
    leftovers: 0,
  })
  expect(await verdicts()).toMatchObject([{ verdict: 'accepted' }, { verdict: 'reopened' }])
})

test('several who decide at once, in any order: one verdict for each, and the text says what they say', async () => {
  const decision = fc.record({
    who: fc.constantFrom(SUB, CHIEF),
    on: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1 }),
    verdict: fc.constantFrom('accept' as const, 'reject' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { minLength: 1, maxLength: 6 }), async (decisions) => {
      disk = new FullDisk()
      id = await madeIn(disk, readyContent('A'))
      const row = (await disk.dump()).stores.get('records')?.get(id) as StoryRow
      disk.plant('records', id, { ...row, status: 'in review', claimant: SUB.id })
      await plant((doc) => {
        for (const one of ['p', 'q', 'r', 's']) suggest(doc, REPORTER, one, one)
      })
      const seen = await stored()
      const asked = decisions.map(({ who, on, verdict }) =>
        decide(
          on.map((one) => verdictOn(seen, one, verdict)),
          who,
        ),
      )
      const answers = await Promise.all(asked)
      const fates = new Map<string, string>()
      decisions.forEach(({ on, verdict }, index) => {
        const isFirst = on.every((one) => !fates.has(one))
        expect(answers[index]?.answer.ok).toBe(isFirst)
        if (isFirst) for (const one of on) fates.set(one, verdict)
      })
      const kept = ['p', 'q', 'r', 's'].filter((one) => fates.get(one) !== 'reject')
      expect(headlineOf(await stored())).toBe(`A${kept.join('')}`)
      expect(openIds(await stored())).toEqual(kept.filter((one) => !fates.has(one)))
      expect(await verdicts()).toHaveLength(fates.size)
    }),
    { numRuns: 40 },
  )
})
