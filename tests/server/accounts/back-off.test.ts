import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Failures } from '../../../src/server/accounts/back-off.ts'
import { oneMore, waitAfter } from '../../../src/server/accounts/back-off.ts'

const backOff = { free: 3, first: 1000, most: 8000, memory: 60_000 }
const start = new Date('2026-03-02T09:00:00Z')
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds)

describe('waitAfter', () => {
  test.each([
    ['no failure', 0, 0, 0],
    ['free failures', 2, 0, 0],
    ['the first that costs', 3, 0, 1000],
    ['half of it waited', 3, 500, 500],
    ['all of it waited', 3, 1000, 0],
    ['the next doubles', 4, 0, 2000],
    ['and so on', 5, 0, 4000],
    ['to the most', 6, 0, 8000],
    ['and no further', 1000, 0, 8000],
    ['a clock moved back by a day', 6, -86_400_000, 8000],
    ['a clock moved on by a day', 6, 86_400_000, 0],
  ])('%s', (_what, count, passed, wait) => {
    expect(waitAfter({ count, last: start }, later(passed), backOff)).toBe(wait)
  })

  test('is never below nothing nor above the most, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: -1e10, max: 1e10 }), (count, passed) => {
        const wait = waitAfter({ count, last: start }, later(passed), backOff)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(backOff.most)
      }),
    )
  })
})

describe('oneMore', () => {
  test('counts on, and begins anew when all is long past', () => {
    expect(oneMore(null, start, backOff)).toEqual({ count: 1, last: start })
    expect(oneMore({ count: 4, last: start }, later(60_000), backOff)).toEqual({
      count: 5,
      last: later(60_000),
    })
    expect(oneMore({ count: 4, last: start }, later(60_001), backOff)).toEqual({
      count: 1,
      last: later(60_001),
    })
  })

  test('whoever waits as told, and fails each time, gets few tries in a day', () => {
    let failures: Failures | null = null
    let now = 0
    let tries = 0
    const daily = { free: 5, first: 5000, most: 900_000, memory: 86_400_000 }
    while (now < 86_400_000) {
      failures = oneMore(failures, later(now), daily)
      tries++
      now += waitAfter(failures, later(now), daily)
    }
    expect(tries).toBeLessThan(110)
  })
})
