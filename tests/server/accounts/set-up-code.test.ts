import { describe, expect, test } from 'vitest'
import { newSetUpCode, readSetUpCode } from '../../../src/server/accounts/set-up-code.ts'

describe('newSetUpCode', () => {
  test('is four groups of five that are easy to read, a hundred bits, and never twice', () => {
    const codes = Array.from({ length: 500 }, newSetUpCode)
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(new Set(codes).size).toBe(500)
    // Each of the 32 characters comes up, about as often as the others.
    const counts = new Map<string, number>()
    for (const character of codes.join('').replaceAll('-', '')) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(Math.min(...counts.values())).toBeGreaterThan(200)
  })
})

describe('readSetUpCode', () => {
  test.each([
    ['as it was printed', '7K2QX-01ABC-DEFGH-JKMNP'],
    ['in small letters', '7k2qx-01abc-defgh-jkmnp'],
    ['without dashes', '7K2QX01ABCDEFGHJKMNP'],
    ['with spaces', ' 7K2QX 01ABC DEFGH JKMNP\n'],
    ['with look-alikes', '7K2QX-OIABC-DEFGH-JKMNP'],
    ['with l for 1', '7K2QX-0lABC-DEFGH-JKMNP'],
    ['with other dashes', '7K2QX–01ABC–DEFGH–JKMNP'],
  ])('reads a code %s', (_how, typed) => {
    expect(readSetUpCode(typed)).toBe('7K2QX-01ABC-DEFGH-JKMNP')
  })

  test('reads what was printed', () => {
    for (let run = 0; run < 100; run++) {
      const code = newSetUpCode()
      expect(readSetUpCode(code)).toBe(code)
    }
  })

  test('what is no code stays none', () => {
    expect(readSetUpCode('')).toBe('')
    expect(readSetUpCode('7K2QX')).toBe('7K2QX')
  })
})
