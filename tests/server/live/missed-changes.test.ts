import { expect, test } from 'vitest'
import { CHIEF } from '../../backends/test-desk.ts'
import { MissedChanges } from '../../../src/server/live/missed-changes.ts'
import { stageLive } from './live-stage.ts'

test('finds the stories that changed since it was asked, each time only those', async () => {
  const stage = await stageLive()
  const missed = new MissedChanges(stage.storage)
  const first = await stage.story()
  expect(await missed.since()).toEqual([])
  const [second, third] = [await stage.story(), await stage.story()]
  expect((await missed.since()).toSorted()).toEqual([second, third].toSorted())
  expect(await missed.since()).toEqual([])
  await stage.act(first, { type: 'spike' }, CHIEF)
  expect(await missed.since()).toEqual([first])
})
