import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownSecret } from '../../src/server/own-secret.ts'

test('a folder keeps one secret, which its owner alone may read', () => {
  const parent = mkdtempSync(join(tmpdir(), 'stet-secret-'))
  const [folder, other] = [join(parent, 'data'), join(parent, 'other')]
  const secret = ownSecret(folder)
  expect(secret).toMatch(/^[\w-]{64}$/)
  expect(ownSecret(folder)).toBe(secret)
  expect(ownSecret(other)).not.toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  rmSync(parent, { recursive: true })
})
