import { parseAbsolute, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockTime, embargoWords, zonedInstant } from '../../../src/screens/story/embargo-time.ts'

const LONDON = 'Europe/London'

const times: readonly [string, string, string, string | null][] = [
  ['in winter', '2026-11-24T06:00', LONDON, '2026-11-24T06:00:00.000Z'],
  ['in summer', '2026-07-01T06:00', LONDON, '2026-07-01T05:00:00.000Z'],
  ['that the clock skips', '2026-03-29T01:30', LONDON, '2026-03-29T01:30:00.000Z'],
  ['that the clock shows twice', '2026-10-25T01:30', LONDON, '2026-10-25T00:30:00.000Z'],
  ['by a quarter of an hour', '2026-07-01T06:00', 'Asia/Kathmandu', '2026-07-01T00:15:00.000Z'],
  ['on another day', '2026-01-01T01:00', 'Pacific/Auckland', '2025-12-31T12:00:00.000Z'],
  ['that is none', 'at noon', LONDON, null],
  ['that is not there', '2026-02-30T06:00', LONDON, null],
  ['that is empty', '', LONDON, null],
  ['in no zone', '2026-11-24T06:00', 'Europe/Atlantis', null],
]
test.each(times)('a time %s', (_what, clock, zone, at) => {
  expect(zonedInstant(clock, zone)).toEqual(at === null ? null : { at, zone })
})

const clocks: readonly [string, string, string][] = [
  ['2026-11-24T06:00:00Z', LONDON, '2026-11-24T06:00'],
  ['2026-07-01T05:00:00.000Z', LONDON, '2026-07-01T06:00'],
  ['2026-07-01T23:30:00+02:00', 'America/New_York', '2026-07-01T17:30'],
  ['2026-12-31T23:59:59Z', 'UTC', '2026-12-31T23:59'],
  ['noon', LONDON, ''],
  ['2026-11-24T06:00:00Z', 'Europe/Atlantis', ''],
]
test.each(clocks)('%s in %s is %s', (at, zone, clock) => {
  expect(clockTime({ at, zone })).toBe(clock)
})

test('for people’s eyes it is a date with its zone', () => {
  const words = embargoWords({ at: '2026-07-01T05:00:00Z', zone: 'America/New_York' })
  expect(words).toBe('1 Jul 2026, 01:00 (America/New York)')
  expect(embargoWords({ at: 'noon', zone: LONDON })).toBe('noon')
})

describe('at any time, in any zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    LONDON,
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Tehran',
    'Africa/Cairo',
  )
  const minute = fc
    .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
    .map((count) => new Date(count * 60_000))

  test('clock and instant are those of the calendar beside the date', () => {
    fc.assert(
      fc.property(minute, zone, (time, where) => {
        const at = time.toISOString()
        expect(clockTime({ at, zone: where })).toBe(
          toCalendarDateTime(parseAbsolute(at, where)).toString().slice(0, 16),
        )
        const clock = at.slice(0, 16)
        const there = toZoned(parseDateTime(clock), where, 'compatible').toAbsoluteString()
        expect(zonedInstant(clock, where)?.at).toBe(there)
      }),
      { numRuns: 400 },
    )
  })
})
