import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WireRefusal } from '../../src/backends/wire.ts'
import { base64, readAnswer, REASONS, toBase64 } from '../../src/backends/wire.ts'
import { number, record, WRONG } from '../../src/rules/shape.ts'

test('any bytes come back from base64 as they were, as Node writes it, too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(base64(text)).toEqual(bytes)
    }),
  )
})

test('more bytes than a call takes arguments come back, too', () => {
  const bytes = Uint8Array.from({ length: 200_001 }, (_, at) => at % 251)
  expect(base64(toBase64(bytes))).toEqual(bytes)
})

test.each(['a', 'ab', 'abc', '====', 'ab=c', 'a b=', 'ab-_', 'YQ==YQ==', 7, null])(
  '%j is no base64, and no exception either',
  (text) => {
    expect(base64(text)).toBe(WRONG)
  },
)

const refusal: fc.Arbitrary<WireRefusal> = fc.record(
  {
    ok: fc.constant(false as const),
    reason: fc.constantFrom(...REASONS),
    message: fc.string(),
    id: fc.uuid(),
    signedOut: fc.constant(true as const),
  },
  { requiredKeys: ['ok', 'reason', 'message'] },
)

test('an answer is the value in its shape, or a refusal as it was sent', () => {
  const shape = record({ words: number })
  fc.assert(
    fc.property(refusal, fc.integer(), (refused, words) => {
      expect(readAnswer(shape, JSON.parse(JSON.stringify(refused)))).toEqual(refused)
      expect(readAnswer(shape, { ok: true, value: { words } })).toEqual({ ok: true, value: { words } })
    }),
  )
})

test('whatever else comes is no answer, and no exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readAnswer(record({ words: number }), value)).toBeNull()
      expect(readAnswer(record({ words: number }), { ok: true, value })).toBeNull()
    }),
  )
})
