import { expect, test } from 'vitest'
import type { Here } from '../../src/backends/backend.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'
import { followPresence } from '../../src/store/follow-presence.ts'
import { presenceRoom } from '../backends/presence-room.ts'
import { CHIEF, REPORTER, SUB } from '../backends/test-desk.ts'
import { countedIds, sessionOf, show } from './lone-story.ts'

/** A tab of the reporter's in a room with others. */
function tab() {
  const room = presenceRoom()
  const store = createDeskStore(countedIds())
  const presence = room.enter(REPORTER)
  const stop = followPresence(store, { presence })
  const here = (): readonly Here[] => store.getState().here
  const rows = (): readonly string[] => here().map(({ person, story }) => `${person.name}: ${story ?? '-'}`)
  return { room, store, presence, stop, here, rows }
}

/** What is left for the end of this turn is done. */
const turned = (): Promise<void> => Promise.resolve()

test('the state has who is at work from the start, and whoever comes and goes', () => {
  const { room, rows } = tab()
  expect(rows()).toEqual([`${REPORTER.name}: -`])
  const sub = room.enter(SUB)
  expect(rows()).toEqual([`${REPORTER.name}: -`, `${SUB.name}: -`])
  sub.show('a')
  expect(rows()).toEqual([`${REPORTER.name}: -`, `${SUB.name}: a`])
  sub.leave()
  expect(rows()).toEqual([`${REPORTER.name}: -`])
})

test('rows stay the same objects where nothing of theirs changed, and the list where nothing did', () => {
  const { room, here } = tab()
  const sub = room.enter(SUB)
  const [mine, theirs] = here()
  const chief = room.enter(CHIEF)
  expect(here()).toContain(mine)
  expect(here()).toContain(theirs)
  sub.show('a')
  expect(here()).toContain(mine)
  expect(here()).not.toContain(theirs)
  const list = here()
  chief.show(null)
  expect(here()).toBe(list)
})

test('a tab says which story it shows, once, and none when it leaves it', async () => {
  const { store, presence } = tab()
  show(store, sessionOf('a'))
  await turned()
  expect(presence.shown).toEqual(['a'])
  store.setState(({ stories }) => ({ stories: { ...stories } }))
  store.setState({ people: [] })
  await turned()
  expect(presence.shown).toEqual(['a'])
  store.actions.closeStory('a')
  await turned()
  expect(presence.shown).toEqual(['a', null])
})

test('from one story to the next nobody sees the desk between them', async () => {
  const { store, presence } = tab()
  store.actions.openStory('a')
  await turned()
  store.actions.closeStory('a')
  store.actions.openStory('b')
  await turned()
  expect(presence.shown).toEqual(['a', 'b'])
})

test('a story that can not be opened is none that is shown', async () => {
  const { store, presence } = tab()
  const refusal = { ok: false, reason: 'not found', message: 'There is no such story.' } as const
  store.setState({ stories: { a: { phase: 'refused', refusal } } })
  await turned()
  expect(presence.shown).toEqual([])
})

test('a tab that stops is in no story, hears nothing more and says nothing more', async () => {
  const { room, store, presence, stop, rows } = tab()
  store.actions.openStory('a')
  await turned()
  store.actions.openStory('b')
  stop()
  await turned()
  expect(presence.shown).toEqual(['a', null])
  expect(presence.listeners()).toBe(0)
  room.enter(SUB)
  expect(rows()).toEqual([`${REPORTER.name}: a`])
})

test('where the backend does not know who is there, nobody is', () => {
  const store = createDeskStore(countedIds())
  followPresence(store, { presence: null })()
  expect(store.getState().here).toEqual([])
})
