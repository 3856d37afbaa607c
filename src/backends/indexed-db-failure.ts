import type { StorageTrouble } from '../rules/desk-storage.ts'

const KEEP = 'What is on screen is still here: copy or download what you want to keep.'

export const MISSING: StorageTrouble = {
  cause: 'missing',
  message: `This browser has no storage for Stet (IndexedDB is missing). ${KEEP}`,
}

export const BLOCKED: StorageTrouble = {
  cause: 'blocked',
  message: `This browser does not allow Stet to store anything: a private window or a setting may block it. ${KEEP}`,
}

export const OLDER_TAB: StorageTrouble = {
  cause: 'blocked',
  message: `An older version of Stet in another tab blocks the storage. Close or reload that tab. ${KEEP}`,
}

export const OUTDATED: StorageTrouble = {
  cause: 'blocked',
  message: `A newer version of Stet is in use in this browser. Reload this page to go on. ${KEEP}`,
}

const FULL: StorageTrouble = {
  cause: 'full',
  message: `The disk, or the space this browser allows for Stet, is full. Free some room, and it is saved by itself. ${KEEP}`,
}

/** What a failure of IndexedDB means, in words for people. */
export function troubleOf(error: unknown): StorageTrouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  switch (name) {
    case 'QuotaExceededError':
      return FULL
    case 'VersionError':
      return OUTDATED
    case 'SecurityError':
    case 'NotAllowedError':
      return BLOCKED
    default:
      return {
        cause: 'unknown',
        message: `The browser could not store it (${name || 'no reason given'}). It is tried again by itself. ${KEEP}`,
      }
  }
}
