import type { Outcome, Refusal } from '../backends/backend.ts'
import { StorageFailure } from './desk-storage.ts'
import { MissingPart } from './load-part.ts'

/** The refusals of a local desk, in words for people. */

export const notFound = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'There is no such story on this desk.',
})

export const damaged = (what: string): Refusal => ({
  ok: false,
  reason: 'damaged',
  message: `This story can’t be opened: ${what} Nothing of it was changed, and all other stories are safe. Download its raw data to rescue what is there.`,
})

export const newer = (): Refusal => ({
  ok: false,
  reason: 'not allowed',
  message:
    'This story was written by a newer version of Stet. Reload the page to get that version; until then it can only be read.',
})

export const nobody = (): Refusal => ({
  ok: false,
  reason: 'not allowed',
  message: 'Say first who you are: give your name and role.',
})

export const notTheirs = (): Refusal => ({
  ok: false,
  reason: 'not allowed',
  message:
    'This would have changed what somebody else said in a comment or suggested, or have said it in their name, so it was not stored. What is stored is safe. Reload the page to see it.',
})

export const unknownPerson = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'This person is not known on this desk any more. Choose another, or add them again.',
})

export const unsaved = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'The last changes of this story are not stored yet, so this has to wait. Try again when it says “Saved”.',
})

export const closedStory = (): Refusal => ({
  ok: false,
  reason: 'stale',
  message: 'This story was closed here. Open it again to go on.',
})

export const unreadableVersion = (number: number): Refusal => ({
  ok: false,
  reason: 'damaged',
  message: `Version ${number} can’t be read: what is stored of it is damaged. The story and its other versions are safe.`,
})

export const invalid = (message: string): Refusal => ({ ok: false, reason: 'invalid', message })

/** Answers with what `work` answers; a storage that fails, or a part that can't be loaded, is a refusal; any other exception is a bug and stays one. */
export async function refusingFailures<Answer extends { readonly ok: boolean }>(
  work: () => Promise<Answer>,
): Promise<Answer | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageFailure || error instanceof MissingPart)
      return { ok: false, reason: 'storage', message: error.message }
    throw error
  }
}

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
