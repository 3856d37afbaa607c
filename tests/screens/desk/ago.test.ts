import { describe, expect, test } from 'vitest'
import { ago, inFull, until } from '../../../src/screens/desk/ago.ts'

const NOW = Date.parse('2026-11-24T14:00:00Z')
const LONDON = 'Europe/London'

describe('ago', () => {
  test.each([
    ['2026-11-24T14:00:00Z', 'just now'],
    ['2026-11-24T13:59:01Z', 'just now'],
    ['2026-11-24T14:03:00Z', 'just now'],
    ['2026-11-24T13:59:00Z', '1 min ago'],
    ['2026-11-24T13:00:01Z', '59 min ago'],
    ['2026-11-24T13:00:00Z', '1 h ago'],
    ['2026-11-24T00:30:00Z', '13 h ago'],
    ['2026-11-23T23:30:00Z', 'yesterday'],
    ['2026-11-23T00:00:00Z', 'yesterday'],
    ['2026-11-22T23:59:00Z', 'Sunday'],
    ['2026-11-18T09:00:00Z', 'Wednesday'],
    ['2026-11-17T14:00:00Z', '17 Nov'],
    ['2026-09-03T14:00:00Z', '3 Sept'],
    ['2025-09-03T14:00:00Z', '3 Sept 2025'],
    ['no date', ''],
  ])('of %s is %j', (at, expected) => {
    expect(ago(at, NOW, LONDON)).toBe(expected)
  })

  test('a night desk is not told "yesterday" of what it did an hour ago', () => {
    expect(ago('2026-11-23T23:10:00Z', Date.parse('2026-11-24T00:20:00Z'), LONDON)).toBe('1 h ago')
  })

  test('days are those of the zone', () => {
    const at = '2026-11-23T15:30:00Z'
    expect(ago(at, NOW, 'Asia/Tokyo')).toBe('22 h ago')
    expect(ago(at, NOW, LONDON)).toBe('yesterday')
  })
})

describe('until', () => {
  test.each([
    ['2026-11-24T18:00:00Z', '18:00'],
    ['2026-11-25T06:00:00Z', 'Wednesday 06:00'],
    ['2026-12-24T06:00:00Z', '24 Dec 06:00'],
  ])('%s is %j', (at, expected) => {
    expect(until(at, NOW, LONDON)).toBe(expected)
  })
})

test('in full, with the time of the zone', () => {
  expect(inFull('2026-11-24T23:51:00Z', 'Europe/Paris')).toMatch(/^Wednesday,? 25 November 2026 at 00:51$/)
})
