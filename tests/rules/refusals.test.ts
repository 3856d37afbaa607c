import { expect, test } from 'vitest'
import type { Refusal } from '../../src/backends/backend.ts'
import { StorageFailure } from '../../src/rules/desk-storage.ts'
import {
  damaged,
  done,
  invalid,
  newer,
  nobody,
  notFound,
  refusingFailures,
  unknownPerson,
} from '../../src/rules/refusals.ts'

const all: readonly [string, Refusal, Refusal['reason'], RegExp][] = [
  ['no story', notFound(), 'not found', /no such story/],
  ['damage', damaged('its text is missing.'), 'damaged', /its text is missing\. .*safe.*raw data/],
  ['a newer Stet', newer(), 'not allowed', /Reload/],
  ['nobody', nobody(), 'not allowed', /name and role/],
  ['somebody unknown', unknownPerson(), 'not found', /Choose another/],
  ['wrong input', invalid('A name is needed.'), 'invalid', /^A name is needed\.$/],
]
test.each(all)(
  '%s: whole sentences that say what happened and what to do',
  (_what, refusal, reason, says) => {
    expect(refusal).toMatchObject({ ok: false, reason })
    expect(refusal.message).toMatch(says)
    expect(refusal.message).toMatch(/^[A-Z].*\.$/)
  },
)

test('what was done, or refused, is answered as it is', async () => {
  expect(await refusingFailures(async () => done(7))).toEqual({ ok: true, value: 7 })
  expect(await refusingFailures(async () => notFound())).toEqual(notFound())
})

test('a storage that fails is a refusal in its own words', async () => {
  const failed = await refusingFailures(async () => {
    throw new StorageFailure({ cause: 'full', message: 'The disk is full.' })
  })
  expect(failed).toEqual({ ok: false, reason: 'storage', message: 'The disk is full.' })
})

test.each([new Error('bug'), new DOMException('gone', 'AbortError'), new TypeError('bug')])(
  'any other exception (%s) stays one',
  async (error) => {
    await expect(refusingFailures(() => Promise.reject(error))).rejects.toBe(error)
  },
)
