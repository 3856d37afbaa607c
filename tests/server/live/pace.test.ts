import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pace } from '../../../src/server/live/pace.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

function paced(limits: { perSecond: number; burst: number; waiting: number }) {
  const said: string[] = []
  const socket = { pause: () => said.push('pause'), resume: () => said.push('resume') }
  return { said, pace: new Pace(socket, limits, () => Date.now()) }
}

test('reads a burst at once, then no faster than so many a second', () => {
  const { said, pace } = paced({ perSecond: 10, burst: 3, waiting: 100 })
  for (let at = 0; at < 3; at += 1) pace.count()
  expect(said).toEqual([])
  pace.count()
  expect(said).toEqual(['pause'])
  vi.advanceTimersByTime(99)
  expect(said).toEqual(['pause'])
  vi.advanceTimersByTime(2)
  expect(said).toEqual(['pause', 'resume'])
  pace.count()
  expect(said).toEqual(['pause', 'resume', 'pause'])
})

test('whoever sends no faster than that is never slowed down', () => {
  const { said, pace } = paced({ perSecond: 10, burst: 2, waiting: 100 })
  for (let at = 0; at < 100; at += 1) {
    pace.count()
    vi.advanceTimersByTime(100)
  }
  expect(said).toEqual([])
})

test('reads no further while too much waits for the storage', () => {
  const { said, pace } = paced({ perSecond: 10, burst: 5, waiting: 100 })
  pace.hold(60)
  pace.hold(60)
  pace.hold(60)
  expect(said).toEqual(['pause'])
  pace.release(60)
  expect(said).toEqual(['pause'])
  pace.release(60)
  expect(said).toEqual(['pause', 'resume'])
})

test('two reasons to wait are both waited for', () => {
  const { said, pace } = paced({ perSecond: 10, burst: 1, waiting: 100 })
  pace.hold(200)
  pace.count()
  pace.count()
  vi.advanceTimersByTime(500)
  expect(said).toEqual(['pause'])
  pace.release(200)
  expect(said).toEqual(['pause', 'resume'])
})

test('starts nothing any more when it has ended', () => {
  const { said, pace } = paced({ perSecond: 10, burst: 1, waiting: 100 })
  pace.count()
  pace.count()
  pace.end()
  expect(vi.getTimerCount()).toBe(0)
  expect(said).toEqual(['pause'])
})
