import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownSecret, UnfitSecret } from '../../src/server/own-secret.ts'

test('a folder keeps one secret, which its owner alone may read', () => {
  const parent = mkdtempSync(join(tmpdir(), 'stet-secret-'))
  const [folder, other] = [join(parent, 'data'), join(parent, 'other')]
  const secret = ownSecret(folder)
  expect(secret).toMatch(/^[\w-]{64}$/)
  expect(ownSecret(folder)).toBe(secret)
  expect(ownSecret(other)).not.toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secret'])
  rmSync(parent, { recursive: true })
})

test.each(['', '\n', 'sesame\n'])(
  'a secret that anybody could guess (%j) is refused, and left as it is',
  (short) => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-secret-'))
    writeFileSync(join(folder, 'secret'), short)
    expect(() => ownSecret(folder)).toThrow(UnfitSecret)
    expect(() => ownSecret(folder)).not.toThrow(/sesame/)
    expect(statSync(join(folder, 'secret')).size).toBe(short.length)
    rmSync(folder, { recursive: true })
  },
)
