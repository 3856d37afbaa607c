import { StorageFailure } from '../../rules/desk-storage.ts'
import type { HttpDesk } from './http-desk.ts'
import { isUnanswered } from './requests.ts'
import { readClosing } from './read-story.ts'
import type { Unsent, WordsOf } from './unsent-words.ts'

/** 'later': it has to be tried again. */
export type Kept = { readonly kind: 'kept' } | { readonly kind: 'later'; readonly message: string | null }

/**
 * Keeps words that the server does not take as late edits in this browser: one for each document that they were written in.
 * Those of an earlier session stand in the documents of later ones, and are kept with them. `state` is the server's
 * document as it is now, or null where that is not known; `isOver` where its epoch is closed.
 */
export async function keepRefused(
  desk: HttpDesk,
  of: WordsOf,
  words: readonly Unsent[],
  { state, isOver }: { readonly state: Uint8Array | null; readonly isOver: boolean },
): Promise<Kept> {
  const closing = isOver ? await readClosing(desk.requests, of.story, of.epoch) : null
  if (closing && !closing.ok && isUnanswered(closing)) return { kind: 'later', message: null }
  const pinned = closing?.ok ? closing.value : null
  const stored = pinned?.state ?? state
  if (!stored) return { kind: 'later', message: null }
  const base = pinned?.content ?? null
  try {
    for (const [client, own] of byDocument(words)) {
      const updates = own.map(({ update }) => update)
      await desk.late.keep({ ...of, client, updates, state: stored, base })
    }
    return { kind: 'kept' }
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return { kind: 'later', message: error.message }
  }
}

function byDocument(words: readonly Unsent[]): ReadonlyMap<number, readonly Unsent[]> {
  const clients = [...new Set(words.map(({ client }) => client))]
  const latest = clients.at(-1)
  const isOld = words.some(({ isEarlier }) => isEarlier)
  if (isOld && latest !== undefined) return new Map([[latest, words]])
  return new Map(clients.map((client) => [client, words.filter((each) => each.client === client)]))
}
