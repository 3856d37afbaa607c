import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { hashOf } from '../../src/domain/picture-hash.ts'

afterEach(() => vi.unstubAllGlobals())

test('the hash of no bytes is the one that everybody knows', async () => {
  expect(await hashOf(new ArrayBuffer(0))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

test('a picture is named by the SHA-256 of its bytes: 64 hex digits, with leading zeros', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const hash = await hashOf(bytes.slice().buffer)
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
})

test('where a page has no digests, there is no name rather than a wrong one', async () => {
  vi.stubGlobal('crypto', {})
  expect(await hashOf(new ArrayBuffer(4))).toBeNull()
})
