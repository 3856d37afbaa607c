import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter ones can be guessed, or were never written to their end. */
const SHORTEST = 32

/** The secret that a folder keeps can't be used; the message is for whoever runs the server. */
export class UnfitSecret extends Error {
  constructor(file: string) {
    super(
      `${file} is empty or shorter than ${SHORTEST} characters, so Stet was not started. If you have the right one in a backup, put it back; else delete the file: a new one is made, and everybody signs in again. Stories are not touched by that.`,
    )
    this.name = 'UnfitSecret'
  }
}

/** The secret that a data folder keeps, which only its owner may read; one is made where there is none. Throws `UnfitSecret`. */
export function ownSecret(folder: string): string {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = secretIn(file)
  if (kept === null) makeSecret(file)
  const secret = kept ?? secretIn(file) ?? ''
  if (secret.length < SHORTEST) throw new UnfitSecret(file)
  return secret
}

/** Written beside it and on the disk before it has its name: it is never there in part. One that another server makes at this moment stands. */
function makeSecret(file: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const open = openSync(draft, 'wx', 0o600)
  try {
    writeSync(open, `${randomBytes(48).toString('base64url')}\n`)
    fsyncSync(open)
    linkSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    closeSync(open)
    rmSync(draft, { force: true })
  }
}

function secretIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
