import { afterEach, beforeEach, expect, test } from 'vitest'
import { toldIn, unreadIn } from '../../src/store/inbox.ts'
import { contentOf, OTHER, REPORTER, storyOf, SUB, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let sub: Stage
beforeEach(async () => {
  desk = await stage()
  sub = await desk.tab(SUB)
})
afterEach(() => desk.end())

const told = (tab: Stage = desk) =>
  toldIn(tab.store.getState().inbox).map(({ kind, headline, note, read }) => [kind, headline, note, read])
const unread = (tab: Stage = desk): number => unreadIn(tab.store.getState().inbox)

/** A story of the reporter's that the sub has sent back. */
async function returned(headline: string): Promise<string> {
  const id = await storyOf(desk.backend, contentOf(headline))
  valueOf(await desk.backend.act(id, { type: 'submit' }))
  valueOf(await sub.backend.act(id, { type: 'claim' }))
  valueOf(await sub.backend.act(id, { type: 'request changes', note: 'Who says so?' }))
  return id
}

test('tells people what others did with their stories, newest first, in whatever tab', async () => {
  await returned('Ferry')
  await until(told, [['returned', 'Ferry', 'Who says so?', false]])
  await until(() => told(sub), [['submitted', 'Ferry', '', false]])
  await returned('Harbour')
  await until(() => told().map(([, headline]) => headline), ['Harbour', 'Ferry'])
  expect(unread()).toBe(2)
})

test('is read at once in the tab that read it, soon in others of the same person, and in nobody else’s', async () => {
  await returned('Ferry')
  await until(unread, 1)
  const twin = await desk.tab(REPORTER)
  await until(() => unread(twin), 1)
  const [newest] = toldIn(desk.store.getState().inbox)
  desk.actions.readInbox(newest?.sequence ?? 0)
  expect(unread()).toBe(0)
  await until(() => unread(twin), 0)
  await until(() => unread(sub), 1)
  expect(told(twin)).toEqual([['returned', 'Ferry', 'Who says so?', true]])
})

test('of one story can be read without the rest', async () => {
  const ferry = await returned('Ferry')
  await returned('Harbour')
  await until(unread, 2)
  const [newest] = toldIn(desk.store.getState().inbox)
  desk.actions.readInbox(newest?.sequence ?? 0, ferry)
  await desk.effects.settle()
  expect(told().map(([, headline, , read]) => [headline, read])).toEqual([
    ['Harbour', false],
    ['Ferry', true],
  ])
})

test('is that of whoever works here', async () => {
  await returned('Ferry')
  await until(unread, 1)
  const seen: number[] = []
  const stop = desk.store.subscribe(({ me, inbox }) => {
    if (me?.id === OTHER.id) seen.push(unreadIn(inbox))
  })
  desk.actions.savePerson(OTHER, true)
  await until(() => [desk.store.getState().me?.id, desk.store.getState().inbox.status], [OTHER.id, 'ready'])
  stop()
  expect(told()).toEqual([])
  expect(seen.slice(1).filter((count) => count > 0)).toEqual([])
  desk.actions.become(REPORTER.id)
  await until(unread, 1)
})

test('says why it cannot be known, and is there again when it can', async () => {
  desk.storage.failing.add('notices')
  desk.actions.savePerson(OTHER, true)
  await until(() => desk.store.getState().inbox, { status: 'failed', message: 'The disk is full.' })
  desk.storage.failing.clear()
  desk.actions.become(REPORTER.id)
  await until(() => desk.store.getState().inbox.status, 'ready')
  expect(told()).toEqual([])
})

test('that cannot be marked as read says so, and is unread again', async () => {
  await returned('Ferry')
  await until(unread, 1)
  const [newest] = toldIn(desk.store.getState().inbox)
  desk.storage.failing.add('notices')
  desk.actions.readInbox(newest?.sequence ?? 0)
  expect(unread()).toBe(0)
  await desk.effects.settle()
  expect(desk.store.getState().notices).toMatchObject([{ tone: 'problem', text: 'The disk is full.' }])
  desk.storage.failing.clear()
  await storyOf(desk.backend, contentOf('Anything'))
  await until(unread, 1)
})
