import { scryptSync } from 'node:crypto'

/** A cost of passwords at which a test can have many. */
export const CHEAP = { N: 128, r: 8, p: 1 } as const

/** A hash of that password as the server reads it, of that cost. */
export function cheapHash(password: string): string {
  const salt = Buffer.alloc(16, 7)
  const key = scryptSync(password.normalize('NFC'), salt, 32, CHEAP)
  return ['scrypt', CHEAP.N, CHEAP.r, CHEAP.p, salt.toString('base64url'), key.toString('base64url')].join(
    '$',
  )
}
