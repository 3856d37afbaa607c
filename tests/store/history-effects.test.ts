import { afterEach, beforeEach, expect, test } from 'vitest'
import { readContent } from '../../src/domain/read-content.ts'
import { spansText } from '../../src/domain/story-content.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import type { StoryHistory } from '../../src/store/story-history.ts'
import { startThread } from '../../src/domain/threads/write-threads.ts'
import { CHIEF, NOW, openIn, REPORTER, type as typeWords, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let id: string
beforeEach(async () => {
  desk = await stage()
  id = await desk.opened()
})
afterEach(() => desk.end())

const history = (): StoryHistory | undefined => desk.store.getState().histories[id]
const ready = <Value>(asked: { status: string; value?: Value } | undefined): Value | undefined =>
  asked?.status === 'ready' ? asked.value : undefined
const names = (): readonly string[] | undefined => ready(history()?.heads)?.map(({ name }) => name)

async function keep(name: string, words = ''): Promise<void> {
  if (words !== '') typeWords(desk.story(id).session.doc, words)
  await desk.effects.settle()
  desk.actions.act(id, { type: 'keep version', name }, '')
  await desk.effects.settle()
}

test('versions, verdicts and events are asked for together, newest version first', async () => {
  await keep('One', 'Ferry')
  await keep('Two', ' deal')
  desk.actions.needHistory(id)
  expect(history()).toMatchObject({ heads: { status: 'loading' }, verdicts: { status: 'loading' } })
  await desk.effects.settle()
  expect(names()).toEqual(['Two', 'One'])
  expect(ready(history()?.verdicts)).toEqual([])
  expect(ready(history()?.events)?.map(({ type }) => type)).toEqual([
    'create',
    'keep version',
    'keep version',
  ])
})

test('a version is read once, and says what stood there then', async () => {
  await keep('One', 'Ferry')
  await keep('Two', ' deal')
  desk.actions.needVersion(id, 1)
  desk.actions.needVersion(id, 1)
  expect(desk.store.getState().tasks).toEqual([])
  await desk.effects.settle()
  const first = ready(history()?.versions[1])
  expect(spansText(first?.headline ?? [])).toBe('Ferry')
  desk.actions.needVersion(id, 1)
  await desk.effects.settle()
  expect(ready(history()?.versions[1])).toBe(first)
})

test('a version that is not there is said not to be, and asked for anew', async () => {
  desk.actions.needVersion(id, 7)
  await desk.effects.settle()
  expect(history()?.versions[7]).toEqual({
    status: 'failed',
    message: 'There is no version 7 of this story.',
  })
  desk.actions.needVersion(id, 7)
  expect(history()?.versions[7]).toEqual({ status: 'loading' })
  await desk.effects.settle()
})

test('what is kept in another tab is in the list by itself, once the list was asked for', async () => {
  const other = await desk.tab(CHIEF)
  valueOf(await other.backend.act(id, { type: 'keep version', name: 'Early' }))
  expect(history()).toBeUndefined()
  desk.actions.needHistory(id)
  await until(names, ['Early'])
  valueOf(await other.backend.act(id, { type: 'keep version', name: 'Late' }))
  await until(names, ['Late', 'Early'])
})

test('of a story that is not there the reason is kept, with nothing to compare', async () => {
  desk.storage.failing.add('versions')
  desk.actions.needHistory(id)
  await desk.effects.settle()
  expect(history()?.heads).toMatchObject({ status: 'failed' })
  desk.storage.failing.clear()
  desk.actions.needHistory(id)
  await until(names, [])
})

/** Jots words into the story when a chief has just spiked it in another tab. */
async function writeTooLate(words: string): Promise<void> {
  const chief = await desk.tab(CHIEF)
  valueOf(await chief.backend.act(id, { type: 'spike' }))
  typeWords(desk.story(id).session.doc, words)
  await until(async () => valueOf(await desk.backend.lateEdits(id)).length, 1)
  await until(() => desk.story(id).save.kind, 'read-only')
}

test('words that came too late are listed, with what the story says without them', async () => {
  await keep('One', 'Ferry')
  await writeTooLate(' deal')
  desk.actions.needLateEdits(id)
  await desk.effects.settle()
  const late = ready(history()?.lateEdits)
  expect(late).toHaveLength(1)
  expect(spansText(late?.[0]?.base.headline ?? [])).toBe('Ferry')
  expect(spansText(late?.[0]?.content.headline ?? [])).toBe('Ferry deal')
})

test('discarded late words are gone for good, and the story is as it was', async () => {
  await writeTooLate('Late')
  desk.actions.needLateEdits(id)
  await desk.effects.settle()
  const key = ready(history()?.lateEdits)?.[0]?.key ?? ''
  desk.actions.discardLateEdit(id, key)
  expect(history()?.busy).toBe(key)
  await desk.effects.settle()
  expect(ready(history()?.lateEdits)).toEqual([])
  expect(history()).not.toHaveProperty('busy')
  expect(valueOf(await desk.backend.lateEdits(id))).toEqual([])
})

test('late words come back as suggestions once the story is open again, and wait no more', async () => {
  await keep('One', 'Ferry')
  await writeTooLate(' deal')
  const chief = await desk.tab(CHIEF)
  valueOf(await chief.backend.act(id, { type: 'restore' }))
  await until(() => desk.story(id).save.kind, 'saved')
  desk.actions.needLateEdits(id)
  await desk.effects.settle()
  desk.actions.bringBackLateEdit(id, ready(history()?.lateEdits)?.[0]?.key ?? '')
  await desk.effects.settle()
  expect(desk.store.getState().notices.at(-1)?.tone).toBe('done')
  const { doc } = desk.story(id).session
  expect(spansText(readContent(doc).headline)).toBe('Ferry deal')
  expect(spansText(readContent(doc, 'was').headline)).toBe('Ferry')
  expect(openSuggestions(doc).map(({ after }) => after)).toEqual([' deal'])
  expect(ready(history()?.lateEdits)).toEqual([])
  expect(valueOf(await desk.backend.lateEdits(id))).toEqual([])
})

test('late words are not given up before the story that they are back in is stored', async () => {
  await writeTooLate('Late')
  const chief = await desk.tab(CHIEF)
  valueOf(await chief.backend.act(id, { type: 'restore' }))
  await until(() => desk.story(id).save.kind, 'saved')
  desk.actions.needLateEdits(id)
  await desk.effects.settle()
  const key = ready(history()?.lateEdits)?.[0]?.key ?? ''
  desk.storage.failing.add('updates')
  for (let time = 0; time < 2; time++) {
    desk.actions.bringBackLateEdit(id, key)
    await desk.effects.settle()
  }
  expect(desk.story(id)).toMatchObject({ headline: 'Late', save: { kind: 'failed' } })
  expect(valueOf(await desk.backend.lateEdits(id))).toHaveLength(1)
  desk.storage.failing.clear()
  await desk.effects.settle()
  await until(async () => valueOf(await desk.backend.lateEdits(id)), [])
  const { doc } = await openIn(chief.backend, id)
  expect(spansText(readContent(doc).headline)).toBe('Late')
})

test('what was said too late is said again, with the words it came with', async () => {
  const chief = await desk.tab(CHIEF)
  valueOf(await chief.backend.act(id, { type: 'spike' }))
  const said = { text: 'Is it true?', mentions: [CHIEF.id] }
  startThread(desk.story(id).session.doc, {
    id: 'thread',
    by: REPORTER.id,
    at: NOW().toISOString(),
    anchor: { kind: 'field', field: 'headline' },
    quote: '',
    message: { id: 'message', ...said },
  })
  await until(async () => valueOf(await desk.backend.lateEdits(id)).length, 1)
  valueOf(await chief.backend.act(id, { type: 'restore' }))
  await until(() => desk.story(id).save.kind, 'saved')
  expect(desk.story(id).threads).toEqual([])
  desk.actions.needLateEdits(id)
  await desk.effects.settle()
  desk.actions.bringBackLateEdit(id, ready(history()?.lateEdits)?.[0]?.key ?? '')
  await desk.effects.settle()
  await until(async () => valueOf(await desk.backend.lateEdits(id)), [])
  expect(desk.story(id).threads).toMatchObject([{ messages: [{ by: REPORTER.id, ...said }] }])
  await until(
    async () => valueOf(await chief.backend.notices()).map(({ kind, note }) => [kind, note]),
    [['mentioned', said.text]],
  )
})

test('a restored version says exactly what it said, and what stood there before is kept', async () => {
  await keep('One', 'Ferry')
  typeWords(desk.story(id).session.doc, ' deal')
  desk.actions.restoreVersion(id, 1)
  await desk.effects.settle()
  const stored = valueOf(await desk.backend.version(id, 1))
  expect(readContent(desk.story(id).session.doc)).toEqual(stored?.content)
  expect(valueOf(await desk.backend.versions(id)).map(({ name }) => name)).toEqual([
    '“One” restored',
    'Before “One” was restored',
    'One',
  ])
})

test('late words that are gone already are not brought back', async () => {
  desk.actions.bringBackLateEdit(id, 'gone')
  await desk.effects.settle()
  expect(desk.store.getState().notices.at(-1)).toMatchObject({
    tone: 'problem',
    text: 'These words are not waiting any more: they were brought back or discarded.',
  })
  expect(history()).not.toHaveProperty('busy')
})

test('a version that is not there is not restored, and nothing is kept', async () => {
  desk.actions.restoreVersion(id, 9)
  await desk.effects.settle()
  expect(desk.store.getState().notices.at(-1)?.text).toBe('There is no version 9 of this story.')
  expect(valueOf(await desk.backend.versions(id))).toEqual([])
})
