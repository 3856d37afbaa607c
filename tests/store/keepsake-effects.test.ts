import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentOf } from '../backends/test-desk.ts'
import type { DeskState } from '../../src/store/desk-state.ts'
import { loadHeadlines, loadRawData, loadSource } from '../../src/store/keepsake-effects.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const state = (): DeskState => desk.store.getState()

const wires: readonly [string, string][] = [
  ['words', 'PARIS (AFP) - The quay was empty.\r\n'],
  ['none', ''],
  ['odd ones', '\uFEFF\u0000a\u2028b 👩‍👩‍👧 \u202Eabc'],
]
test.each(wires)('wire copy of %s comes back as it was', async (_what, text) => {
  const source = { name: 'wire.txt', type: 'text/plain', text }
  const id = desk.actions.importStory(contentOf('Wire'), source, [])
  await desk.effects.settle()
  await loadSource(desk.store, desk.backend, id)
  expect(state().sources[id]).toMatchObject({ status: 'ready', value: source })
})

test('a story that was written here has no source, and that is an answer', async () => {
  const id = await desk.opened()
  desk.actions.needSource(id)
  await desk.effects.settle()
  expect(state().sources[id]).toEqual({ status: 'ready', value: null })
  desk.actions.needSource(id)
  expect(state().tasks).toEqual([])
})

test('what is stored of a story is one file, which holds its words', async () => {
  const id = await desk.opened()
  desk.actions.setField(id, 'slug', 'harbour')
  await desk.effects.settle()
  await loadRawData(desk.store, desk.backend, id)
  const raw = state().rawData[id]
  if (raw?.status !== 'ready') throw new Error('no raw data')
  expect(await raw.value.text()).toContain(id)
})

test('of a story that is not there each says that it is not, and the other is left alone', async () => {
  const other = await desk.opened()
  await loadRawData(desk.store, desk.backend, other)
  const before = state().rawData[other]
  await loadRawData(desk.store, desk.backend, 'nothing')
  await loadSource(desk.store, desk.backend, 'nothing')
  expect(state().rawData['nothing']).toMatchObject({ status: 'failed' })
  expect(state().rawData[other]).toBe(before)
  expect(state().sources['nothing']).toBeDefined()
})

test('raw data is fetched anew each time, so that a rescue has the latest words', async () => {
  const id = await desk.opened()
  desk.actions.needRawData(id)
  await desk.effects.settle()
  const first = state().rawData[id]
  desk.actions.needRawData(id)
  expect(state().rawData[id]).toEqual({ status: 'loading' })
  await desk.effects.settle()
  expect(state().rawData[id]).toMatchObject({ status: 'ready' })
  expect(state().rawData[id]).not.toBe(first)
})

test('headlines are those that stories have now, and what is not there is none', async () => {
  const [one, other] = ['Ferry', 'Harbour'].map((headline) =>
    desk.actions.importStory(contentOf(headline), null, []),
  )
  await desk.effects.settle()
  await loadHeadlines(desk.store, desk.backend, [one ?? '', other ?? '', 'nowhere'])
  expect(state().headlines).toEqual({ [one ?? '']: 'Ferry', [other ?? '']: 'Harbour' })
  await loadHeadlines(desk.store, desk.backend, ['nowhere'])
  expect(Object.keys(state().headlines)).toHaveLength(2)
})
