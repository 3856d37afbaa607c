import type { Access } from '../domain/access.ts'
import { allows } from '../domain/access.ts'
import type { SaveState } from './backend.ts'
import type { StorageTrouble } from '../rules/desk-storage.ts'

/** What a connection knows of its saving. */
export type Saving = {
  /** There are changes that are not stored. */
  readonly unsaved: boolean
  /** Why the last try failed, or null. */
  readonly failure: StorageTrouble | null
  /** Why the changes were refused, or null. */
  readonly refused: string | null
  /** What became of words that came too late, or null where none did. */
  readonly late: string | null
  /** Why nothing that is stored now lasts, or null. */
  readonly trouble: StorageTrouble | null
  readonly access: Access
}

/** The truth, worst first. */
export function saveStateOf({ unsaved, failure, refused, late, trouble, access }: Saving): SaveState {
  if (unsaved && refused !== null) {
    return {
      kind: 'failed',
      cause: 'refused',
      message: `Your last changes were not stored. ${refused} Copy what you want to keep.`,
    }
  }
  if (unsaved && failure) return { kind: 'failed', ...failure }
  if (trouble) return { kind: 'failed', ...trouble }
  if (late !== null && !unsaved) return { kind: 'read-only', message: late }
  // Who may comment reads the copy, and who may suggest writes in it.
  if (!allows(access, 'suggest') && !unsaved) return { kind: 'read-only', message: access.why }
  return { kind: unsaved ? 'saving' : 'saved' }
}

/** Milliseconds until the next try after so many failed ones. */
export function retryDelay(failures: number): number {
  return Math.min(500 * 2 ** failures, 5000)
}
