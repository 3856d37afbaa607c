import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRange } from '../../../src/server/pictures/read-range.ts'

test.each([
  [null, 'whole'],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=10-1000', { first: 10, last: 99 }],
  ['bytes=99-99', { first: 99, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=-1000', { first: 0, last: 99 }],
  ['bytes=-0', 'none'],
  ['bytes=100-', 'none'],
  ['bytes=100-200', 'none'],
  ['bytes=19-10', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=a-b', 'whole'],
  ['lines=0-1', 'whole'],
  ['bytes=99999999999999999999-', 'whole'],
])('of 100 bytes %s asks for %o', (header, asked) => {
  expect(readRange(header, 100)).toEqual(asked)
})

test('what is asked for is always there', () => {
  const header = fc.oneof(
    fc.string(),
    fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())).map(([from, to]) => `bytes=${from ?? ''}-${to ?? ''}`),
  )
  fc.assert(
    fc.property(header, fc.integer({ min: 1, max: 1000 }), (asked, size) => {
      const range = readRange(asked, size)
      const isThere =
        typeof range === 'string' || (range.first >= 0 && range.first <= range.last && range.last < size)
      expect(isThere).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
