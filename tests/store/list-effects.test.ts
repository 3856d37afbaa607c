import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentOf, OTHER, storyOf, until, valueOf } from '../backends/test-desk.ts'
import { PAGE_SIZE, type ListState } from '../../src/store/desk-state.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const list = (): ListState => desk.store.getState().list
const shown = (): readonly string[] =>
  Object.values(list().pages).flatMap((page) => page.map(({ summary }) => summary.headline))

test('shows what is on the desk, and what is made or changed there, in whatever tab', async () => {
  await until(() => list().status, 'ready')
  const other = await desk.tab()
  await storyOf(other.backend, contentOf('One'))
  const two = await storyOf(desk.backend, contentOf('Two'))
  await until(shown, ['Two', 'One'])
  expect(list()).toMatchObject({ total: 2, counts: { draft: 2, spiked: 0 } })
  valueOf(await other.backend.act(two, { type: 'spike' }))
  await until(() => list().counts?.spiked, 1)
})

test('loads only the pages that are on screen, and each again when it may be out of date', async () => {
  for (let count = 0; count < PAGE_SIZE + 5; count++) await storyOf(desk.backend, contentOf(`Story ${count}`))
  await until(() => list().total, PAGE_SIZE + 5)
  expect(Object.keys(list().pages)).toEqual(['0'])
  desk.actions.wantRows(PAGE_SIZE, PAGE_SIZE + 5)
  await until(() => list().pages[1]?.length, 5)
  await storyOf(desk.backend, contentOf('Latest'))
  await until(() => list().pages[1]?.length, 6)
  desk.actions.wantRows(0, 10)
  await until(() => list().pages[0]?.[0]?.summary.headline, 'Latest')
  expect(list().pages[0]).toHaveLength(PAGE_SIZE)
})

test('of a search that is counted to a bound, what was counted further down stays, until the end is known', async () => {
  const list = desk.backend.list.bind(desk.backend)
  const bounds = [PAGE_SIZE, 3 * PAGE_SIZE, PAGE_SIZE, PAGE_SIZE]
  let isWhole = false
  desk.backend.list = async (query) => {
    const answer = await list(query)
    if (!answer.ok || query.limit === 0) return answer
    const total = isWhole ? 70 : (bounds.shift() ?? 0)
    return { ok: true, value: { ...answer.value, total, isMore: !isWhole } }
  }
  const known = (): unknown => [state().status, state().total, state().isMore, Object.keys(state().pages)]
  const state = (): ListState => desk.store.getState().list
  desk.actions.showQueue({ search: 'common' })
  await until(known, ['ready', PAGE_SIZE, true, ['0']])
  desk.actions.wantRows(PAGE_SIZE, 2 * PAGE_SIZE)
  await until(known, ['ready', 3 * PAGE_SIZE, true, ['0', '1']])
  desk.actions.wantRows(2 * PAGE_SIZE, 3 * PAGE_SIZE)
  await until(known, ['ready', 3 * PAGE_SIZE, true, ['0', '1', '2']])
  desk.actions.showQueue({ search: 'other' })
  await until(known, ['ready', PAGE_SIZE, true, ['0']])
  isWhole = true
  desk.actions.wantRows(PAGE_SIZE, 2 * PAGE_SIZE)
  await until(known, ['ready', 70, false, ['0', '1']])
  expect(bounds).toEqual([])
})

test('of two questions the answer to the later one is shown', async () => {
  await storyOf(desk.backend, contentOf('Apple'))
  await storyOf(desk.backend, contentOf('Pear'))
  const go = desk.storage.hold('searches')
  desk.actions.showQueue({ search: 'apple' })
  desk.actions.showQueue({ search: 'pear' })
  go()
  await until(() => list().status, 'ready')
  expect(shown()).toEqual(['Pear'])
  desk.actions.showQueue({ search: '' })
  await until(shown, ['Pear', 'Apple'])
})

test('a queue of my own stories is that of whoever works here', async () => {
  await storyOf(desk.backend, contentOf('Of Rita'))
  desk.actions.showQueue({ whose: 'mine' })
  await until(shown, ['Of Rita'])
  desk.actions.savePerson(OTHER, true)
  await until(() => [list().status, list().total], ['ready', 0])
  await storyOf(desk.backend, contentOf('Of Otto'))
  await until(shown, ['Of Otto'])
  expect(list()).toMatchObject({ total: 1, counts: { draft: 2 } })
})

test('a list that cannot be read says why, and is there again when it can', async () => {
  await until(() => list().status, 'ready')
  desk.storage.failing.add('searches')
  desk.actions.showQueue({ search: 'x' })
  await until(() => [list().status, list().message], ['failed', 'The disk is full.'])
  desk.storage.failing.clear()
  desk.actions.showQueue({ search: '' })
  await until(() => list().status, 'ready')
  expect(list().message).toBe('')
})
