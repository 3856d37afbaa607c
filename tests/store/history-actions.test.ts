import { describe, expect, test } from 'vitest'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import type { Task } from '../../src/store/desk-state.ts'
import { createDeskStore, type DeskStore } from '../../src/store/desk-store.ts'
import { countedIds } from './lone-story.ts'

function quietStore(): DeskStore {
  const store = createDeskStore(countedIds())
  store.setState({ tasks: [] })
  return store
}

const types = (store: DeskStore): readonly Task['type'][] => store.getState().tasks.map(({ type }) => type)

test('asking anew leaves a task each time, and what is known stays until the answer is there', () => {
  const store = quietStore()
  store.actions.needHistory('a')
  const heads = { status: 'ready', value: [] } as const
  store.setState({ histories: { a: { versions: {}, heads } } })
  store.actions.needHistory('a')
  expect(store.getState().histories['a']?.heads).toBe(heads)
  expect(types(store)).toEqual(['load history', 'load history'])
})

test('what was compared is forgotten when the page is come to anew', () => {
  const store = quietStore()
  store.actions.compareVersions('a', { chosen: 2, against: 1 })
  store.actions.needHistory('a')
  expect(store.getState().histories['a']).not.toHaveProperty('compared')
})

test('late edits are asked for without the versions', () => {
  const store = quietStore()
  store.actions.needLateEdits('a')
  expect(store.getState().histories).toEqual({ a: { versions: {}, lateEdits: { status: 'loading' } } })
  expect(types(store)).toEqual(['load late edits'])
})

test.each([
  ['loading', { status: 'loading' }, 0],
  ['ready', { status: 'ready', value: BLANK_CONTENT }, 0],
  ['failed', { status: 'failed', message: 'The disk is full.' }, 1],
] as const)('a version that is %s is asked for as often as it helps', (_what, version, tasks) => {
  const store = quietStore()
  store.setState({ histories: { a: { versions: { 3: version } } } })
  store.actions.needVersion('a', 3)
  expect(store.getState().tasks).toHaveLength(tasks)
})

test('a choice of two states is kept beside all else that is known, story by story', () => {
  const store = quietStore()
  store.actions.needVersion('a', 1)
  store.actions.compareVersions('a', { chosen: 'now', against: 1 })
  store.actions.compareVersions('b', { chosen: 2, against: 1 })
  expect(store.getState().histories).toEqual({
    a: { versions: { 1: { status: 'loading' } }, compared: { chosen: 'now', against: 1 } },
    b: { versions: {}, compared: { chosen: 2, against: 1 } },
  })
})

describe('work on the past of a story', () => {
  test.each([
    ['restoring', (store: DeskStore) => store.actions.restoreVersion('a', 2), 2],
    ['bringing back', (store: DeskStore) => store.actions.bringBackLateEdit('a', 'k'), 'k'],
    ['discarding', (store: DeskStore) => store.actions.discardLateEdit('a', 'k'), 'k'],
  ] as const)('%s is done once, however often it is asked for, until it is done', (_what, ask, busy) => {
    const store = quietStore()
    ask(store)
    ask(store)
    expect(store.getState().tasks).toHaveLength(1)
    expect(store.getState().histories['a']?.busy).toBe(busy)
    store.actions.restoreVersion('b', 1)
    expect(store.getState().tasks).toHaveLength(2)
  })
})
