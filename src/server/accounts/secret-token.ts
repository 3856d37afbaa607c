import { createHash, randomBytes } from 'node:crypto'

/** A secret that stands for a right: 256 random bits, fit for a URL's fragment and for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * What is stored of a token: its SHA-256, so that whoever reads the database can't use what is in it. A token is random,
 * so it needs no salt and no slow hash, and looking it up by its hash tells nothing by time.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
