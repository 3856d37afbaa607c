import * as Y from 'yjs'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { HttpDesk } from './http-desk.ts'
import { readClosing } from './read-story.ts'
import type { Unsent, WordsOf } from './unsent-words.ts'

/**
 * 'kept': as late edits of these documents; words that are in the story after all need none. 'later': it has to be tried
 * again. 'unfit': they build on something that is nowhere to be had, so that they could not be read in a late edit.
 */
export type Kept =
  | { readonly kind: 'kept'; readonly clients: readonly number[] }
  | { readonly kind: 'later'; readonly message: string | null }
  | { readonly kind: 'unfit' }

/** What is known of the story that words came too late for. */
export type KnownOf = {
  /** The server's document as it is now, as one update, or null where that is not known. */
  readonly state: Uint8Array | null
  /** What else this browser has of the document, for words that build on what the server lost. */
  readonly more: readonly Uint8Array[]
  /** Is its epoch closed? */
  readonly isOver: boolean
}

/** Of a document with nothing in it. */
const NOTHING = new Uint8Array([0, 0])

/**
 * Keeps words that the server does not take as late edits in this browser: one for each document that they were written in.
 * Those of an earlier session stand in the documents of later ones, and are kept with them. Nothing is kept of which not
 * all can be read.
 */
export async function keepRefused(
  desk: HttpDesk,
  of: WordsOf,
  words: readonly Unsent[],
  { state, more, isOver }: KnownOf,
): Promise<Kept> {
  const closing = isOver ? await readClosing(desk.requests, of.story, of.epoch) : null
  // Whatever this browser has may be older than what the story was closed with.
  if (closing && !closing.ok) return { kind: 'later', message: null }
  const pinned = closing?.value ?? null
  // An epoch that is over and has no last version is one that the server lost: what is here is all there is.
  const stored = pinned?.state ?? state ?? (isOver ? NOTHING : null)
  if (!stored) return { kind: 'later', message: null }
  const late = words.filter(isMissingIn(stored))
  const base = pinned?.content ?? null
  const keepAll = async (parts: ReadonlyMap<number, readonly Unsent[]>): Promise<boolean> => {
    for (const [client, own] of parts) {
      const updates = own.map(({ update }) => update)
      if (!(await desk.late.keep({ ...of, client, updates, state: stored, more, base }))) return false
    }
    return true
  }
  try {
    const parts = byDocument(late)
    // Words in one document may build on those in another one.
    const isKept = (await keepAll(parts)) || (parts.size > 1 && (await keepAll(asOne(late))))
    return isKept
      ? { kind: 'kept', clients: [...new Set(late.map(({ client }) => client))] }
      : { kind: 'unfit' }
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return { kind: 'later', message: error.message }
  }
}

/** What was stored, and only its ack lost, changes nothing there. */
function isMissingIn(state: Uint8Array): (word: Unsent) => boolean {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const snapshot = Y.snapshot(doc)
  doc.destroy()
  return ({ update }) => !Y.snapshotContainsUpdate(snapshot, update)
}

function byDocument(words: readonly Unsent[]): ReadonlyMap<number, readonly Unsent[]> {
  if (words.some(({ isEarlier }) => isEarlier)) return asOne(words)
  const clients = [...new Set(words.map(({ client }) => client))]
  return new Map(clients.map((client) => [client, words.filter((each) => each.client === client)]))
}

/** All of them in the latest of their documents. */
function asOne(words: readonly Unsent[]): ReadonlyMap<number, readonly Unsent[]> {
  const latest = words.at(-1)
  return new Map(latest ? [[latest.client, words]] : [])
}
