import { CHEAP } from './cheap-hash.ts'
import { describe, expect, test } from 'vitest'
import { createPasswords } from '../../../src/server/accounts/passwords.ts'

describe('createPasswords', () => {
  test('verifies, many at once too, and takes no password for nobody’s', async () => {
    const passwords = createPasswords(CHEAP)
    const hash = await passwords.hash('seven herons over the weir')
    const answers = await Promise.all([
      passwords.matches('seven herons over the weir', hash),
      passwords.matches('seven otters over the weir', hash),
      passwords.matches('seven herons over the weir', null),
      passwords.matches('of nobody', null),
      passwords.matches('seven herons over the weir', hash),
    ])
    expect(answers).toEqual([true, false, false, false, true])
  })

  test('is full while a hundred wait, and not after', async () => {
    const passwords = createPasswords(CHEAP)
    const hashing = Array.from({ length: 102 }, () => passwords.hash('seven herons over the weir'))
    expect(passwords.isFull).toBe(true)
    await Promise.all(hashing)
    expect(passwords.isFull).toBe(false)
  })

  test('goes on after one that failed', async () => {
    const passwords = createPasswords(CHEAP)
    const failed = await Promise.allSettled([1, 2, 3].map(() => passwords.matches('x', 'no hash')))
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await passwords.matches('otter', await passwords.hash('otter'))).toBe(true)
  })
})
