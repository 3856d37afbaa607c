import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OwnCounts } from '../../src/store/desk-state.ts'
import { contentOf, OTHER, REPORTER, storyOf, SUB, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const own = (tab: Stage = desk): OwnCounts | null => tab.store.getState().list.own

test('count what the person at work wrote and claimed, in whatever queue, as it changes in any tab', async () => {
  await until(own, { drafts: 0, returned: 0, claimed: 0 })
  const one = await storyOf(desk.backend, contentOf('One'))
  await storyOf(desk.backend, contentOf('Two'))
  await until(own, { drafts: 2, returned: 0, claimed: 0 })
  desk.actions.showQueue({ statuses: ['published'], search: 'nothing' })
  valueOf(await desk.backend.act(one, { type: 'submit' }))
  await until(own, { drafts: 1, returned: 0, claimed: 0 })

  const sub = await desk.tab(SUB)
  await until(() => own(sub), { drafts: 0, returned: 0, claimed: 0 })
  valueOf(await sub.backend.act(one, { type: 'claim' }))
  await until(() => own(sub), { drafts: 0, returned: 0, claimed: 1 })
  valueOf(await sub.backend.act(one, { type: 'request changes', note: 'Who says so?' }))
  await until(() => own(sub), { drafts: 0, returned: 0, claimed: 0 })
  await until(own, { drafts: 1, returned: 1, claimed: 0 })
  expect(desk.store.getState().list.total).toBe(0)
})

test('are those of whoever works here now, and nobody else’s meanwhile', async () => {
  await storyOf(desk.backend, contentOf('Of Rita'))
  await until(own, { drafts: 1, returned: 0, claimed: 0 })
  const seen: (OwnCounts | null)[] = []
  const stop = desk.store.subscribe(({ me, list }) => {
    if (me?.id === OTHER.id) seen.push(list.own)
  })
  desk.actions.savePerson(OTHER, true)
  await until(own, { drafts: 0, returned: 0, claimed: 0 })
  stop()
  expect(seen.slice(1).filter((counts) => counts?.drafts === 1)).toEqual([])
  desk.actions.become(REPORTER.id)
  await until(own, { drafts: 1, returned: 0, claimed: 0 })
})

test('stay as they were where they cannot be read', async () => {
  await storyOf(desk.backend, contentOf('One'))
  await until(own, { drafts: 1, returned: 0, claimed: 0 })
  desk.storage.failing.add('records')
  desk.actions.showQueue({ search: 'x' })
  await until(() => desk.store.getState().list.status, 'failed')
  expect(own()).toEqual({ drafts: 1, returned: 0, claimed: 0 })
})
