import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChangedStories } from '../../../src/server/live/changed-stories.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('tells the first change at once and what follows together, each story once', () => {
  const told: (readonly string[])[] = []
  const changed = new ChangedStories((ids) => told.push(ids))
  changed.add(['a'])
  expect(told).toEqual([['a']])
  changed.add(['b', 'c'])
  changed.add(['b'])
  changed.add(['a'])
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(250)
  expect(told).toEqual([['a'], ['b', 'c', 'a']])
  vi.advanceTimersByTime(250)
  changed.add(['d'])
  expect(told).toEqual([['a'], ['b', 'c', 'a'], ['d']])
})

test('tells nothing of nothing, and nothing more when it has ended', () => {
  const told: (readonly string[])[] = []
  const changed = new ChangedStories((ids) => told.push(ids))
  changed.add([])
  expect(told).toEqual([])
  changed.add(['a'])
  changed.add(['b'])
  changed.end()
  vi.runAllTimers()
  expect(told).toEqual([['a']])
})
