import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** Scrypt's figures: blocks (a power of two), size of a block, and how often. */
export type PasswordCost = { readonly N: number; readonly r: number; readonly p: number }

/**
 * What OWASP asks of scrypt at least, where each hash may take 32 MB: better-auth's own figures (N 2^14, r 16, p 1) are a
 * third of that. A hash carries the figures that it was made with, so that these can be raised.
 */
export const PASSWORD_COST: PasswordCost = { N: 2 ** 15, r: 8, p: 3 }
const SALT = 16
const KEY = 32

/** The hash of a password with a salt of its own: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT)
  return written(salt, await derive(password, salt, cost), cost)
}

/** A hash that no password fits, for where there is no account: to find that out takes as long as with any other. */
export const nobodysHash = (cost: PasswordCost): string => written(randomBytes(SALT), randomBytes(KEY), cost)

const written = (salt: Buffer, key: Buffer, { N, r, p }: PasswordCost): string =>
  ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')

/** Whether that is the password of that hash. Throws where it is no hash of ours. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = hash.split('$')
  if (kind !== 'scrypt' || salt === undefined || key === undefined) throw new Error('not a password hash')
  const kept = Buffer.from(key, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const found = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return found.length === kept.length && timingSafeEqual(found, kept)
}

/** One letter may be typed as one character or as two, depending on the machine: both are the same password. */
const derive = (password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
