import { describe, expect, test } from 'vitest'
import { CHEAP } from './cheap-hash.ts'
import { hashPassword, nobodysHash, verifyPassword } from '../../../src/server/accounts/password-hash.ts'

describe('hashPassword', () => {
  test('makes a hash that only its password fits, another one each time, and that says what it cost', async () => {
    const [first, second] = [await hashPassword('seven herons'), await hashPassword('seven herons')]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
    expect(first).not.toContain('heron')
    expect(await verifyPassword(first, 'seven herons')).toBe(true)
    expect(await verifyPassword(second, 'seven herons')).toBe(true)
  })

  test.each(['Seven herons', 'seven herons ', ' seven herons', 'seven heron', ''])(
    'does not take "%s" for "seven herons"',
    async (other) => {
      expect(await verifyPassword(await hashPassword('seven herons', CHEAP), other)).toBe(false)
    },
  )

  test('a letter typed as one character or as two is the same', async () => {
    expect(await verifyPassword(await hashPassword('caf\u{E9} au lait', CHEAP), 'cafe\u{301} au lait')).toBe(
      true,
    )
  })

  test('characters that only look alike are not the same', async () => {
    expect(await verifyPassword(await hashPassword('ﬁsh and chips', CHEAP), 'fish and chips')).toBe(false)
  })

  test('a hash of other cost is verified with its own', async () => {
    const cheap = await hashPassword('otter', { N: 1024, r: 8, p: 1 })
    expect(cheap).toMatch(/^scrypt\$1024\$8\$1\$/)
    expect(await verifyPassword(cheap, 'otter')).toBe(true)
    expect(await verifyPassword(cheap, 'stoat')).toBe(false)
  })

  test('nobody’s hash is one like all others, fits nothing, and is another one each time', async () => {
    const hash = nobodysHash(CHEAP)
    expect(hash).toMatch(/^scrypt\$128\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(hash).not.toBe(nobodysHash(CHEAP))
    expect(await verifyPassword(hash, '')).toBe(false)
    expect(await verifyPassword(hash, 'of nobody')).toBe(false)
  })

  test('what is no hash is a bug', async () => {
    await expect(verifyPassword('plain text', 'plain text')).rejects.toThrow('not a password hash')
  })
})
