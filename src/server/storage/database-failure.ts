import type { StorageTrouble } from '../../rules/desk-storage.ts'

/**
 * What an exception of a database's driver means: 'conflict', two transactions were in each other's way and this one was taken
 * back; 'lost', the connection broke or there was none; a trouble, the database itself can't store; null, none of these:
 * a bug in what ran.
 */
export function databaseFailure(error: unknown): 'conflict' | 'lost' | StorageTrouble | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (CONFLICTS.has(code)) return 'conflict'
  if (isLost(code) || LOST_MESSAGE.test(error.message)) return 'lost'
  if (code === '53100' || code === 'ENOSPC') return FULL
  if (/^(?:53|58|XX)/.test(code) || GIVEN_UP.has(code)) return FAILED
  return null
}

/** Serialization failure, deadlock. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01'])

/** Not enough time for a lock, a statement or an idle transaction; a disk that doesn't take what is synced to it. */
const GIVEN_UP: ReadonlySet<string> = new Set(['55P03', '57014', '25P03', 'EIO'])

const SYSTEM: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Connection exceptions, and what a server says that stops, starts, or has no connection left. */
const isLost = (code: string): boolean =>
  SYSTEM.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '53300'

/** What pg says without a code. */
const LOST_MESSAGE =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|^Query read timeout$|^PGlite is clos/

const KEEP = 'What is on your screen is still there, and is sent again by itself.'

export const LOST: StorageTrouble = {
  cause: 'unknown',
  message: `The newsroom’s database can’t be reached, so this was not stored for certain. ${KEEP} If it lasts, tell whoever looks after the server.`,
}

const FULL: StorageTrouble = {
  cause: 'full',
  message: `The disk of the newsroom’s database is full, so this was not stored. ${KEEP} Tell whoever looks after the server to free some room.`,
}

const FAILED: StorageTrouble = {
  cause: 'unknown',
  message: `The newsroom’s database could not store this. ${KEEP} If it lasts, tell whoever looks after the server.`,
}
