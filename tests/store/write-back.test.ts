import { afterEach, beforeEach, expect, test } from 'vitest'
import { readContent } from '../../src/domain/read-content.ts'
import { plainSpans, spansText, type StoryContent } from '../../src/domain/story-content.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import { writeBack, type WriteBack } from '../../src/store/write-back.ts'
import {
  CHIEF,
  contentOf,
  headlineOf,
  SUB,
  type as typeWords,
  until,
  valueOf,
} from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let id: string
beforeEach(async () => {
  desk = await stage()
  id = await desk.opened()
})
afterEach(() => desk.end())

const doc = (tab = desk) => tab.story(id).session.doc
const flush = { flush: () => desk.effects.settle() }
const names = async (): Promise<readonly string[]> =>
  valueOf(await desk.backend.versions(id)).map(({ name }) => name)

/** The headline as it will be, and as it is while nothing is accepted. */
const said = (tab = desk): readonly string[] =>
  (['will', 'was'] as const).map((view) => spansText(readContent(doc(tab), view).headline))
const says = (headline: string): StoryContent => ({ ...contentOf(''), headline: plainSpans(headline) })
const back = (change: Partial<WriteBack> = {}, tab = desk) =>
  writeBack(tab.store, tab.backend, flush, {
    id,
    how: 'as allowed',
    to: says('Old'),
    before: 'Before',
    after: 'After',
    ...change,
  })

test('what stood there is kept before, and what is restored after, in this order', async () => {
  typeWords(doc(), 'New')
  expect(await back()).toEqual({ ok: true, value: 'edit' })
  expect(headlineOf(doc())).toBe('Old')
  expect(openSuggestions(doc())).toEqual([])
  expect(await names()).toEqual(['After', 'Before'])
  const [, before] = valueOf(await desk.backend.versions(id))
  const kept = valueOf(await desk.backend.version(id, before?.number ?? 0))
  expect(spansText(kept?.content.headline ?? [])).toBe('New')
})

test('words that come in while it is kept stay, because no version holds them', async () => {
  typeWords(doc(), 'New')
  await desk.effects.settle()
  const letGo = desk.storage.hold('versions')
  const restored = back()
  await desk.backend.people()
  typeWords(doc(), ' words')
  letGo()
  expect(await restored).toEqual({ ok: true, value: 'edit' })
  expect(headlineOf(doc())).toBe('Old words')
})

test('what its newest version says already is not kept twice', async () => {
  typeWords(doc(), 'New')
  await desk.effects.settle()
  valueOf(await desk.backend.act(id, { type: 'keep version', name: 'Mine' }))
  await back()
  expect(await names()).toEqual(['After', 'Mine'])
})

test('it is one step of undo, and what was typed before is another', async () => {
  const { undo } = desk.story(id).session
  doc().transact(() => typeWords(doc(), 'New'), undo.origin)
  await back()
  undo.manager.undo()
  expect(headlineOf(doc())).toBe('New')
  undo.manager.redo()
  expect(headlineOf(doc())).toBe('Old')
})

test('words that came too late are suggested, from what the story was closed with, even where one may edit', async () => {
  typeWords(doc(), 'New')
  expect(await back({ how: 'suggest', from: says('Closed'), before: '', after: '' })).toEqual({
    ok: true,
    value: 'suggest',
  })
  expect(said()).toEqual(['OldNew', 'New'])
  expect(await names()).toEqual([])
})

test('who may only suggest, suggests', async () => {
  const sub = await desk.tab(SUB)
  sub.actions.openStory(id)
  await until(() => sub.store.getState().stories[id]?.phase, 'open')
  expect(await back({ before: '', after: '' }, sub)).toEqual({ ok: true, value: 'suggest' })
  expect(said(sub)).toEqual(['Old', ''])
})

test('nothing is written, or kept, where the story is closed to the person, or not open', async () => {
  const chief = await desk.tab(CHIEF)
  valueOf(await chief.backend.act(id, { type: 'spike' }))
  await until(() => desk.story(id).access.right, 'read')
  const kept = await names()
  expect(await back()).toMatchObject({ ok: false, reason: 'not allowed' })
  desk.actions.closeStory(id)
  expect(await back()).toMatchObject({ ok: false, message: expect.stringContaining('not open') as string })
  expect(await names()).toEqual(kept)
})

test('nothing is written where the story can’t be kept before', async () => {
  typeWords(doc(), 'New')
  await desk.effects.settle()
  desk.storage.failing.add('versions')
  expect(await back()).toMatchObject({ ok: false, reason: 'storage' })
  expect(headlineOf(doc())).toBe('New')
})
