import * as Y from 'yjs'
import type { Refusal } from '../backends/backend.ts'
import { damaged } from './refusals.ts'

/**
 * Applies stored updates to a document, or says that they are damaged: bytes that are no update, or an update whose
 * predecessor is missing, after which nothing of its writer would ever be shown again.
 */
export function applyUpdates(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  origin: unknown,
): { readonly ok: true } | Refusal {
  if (updates.length === 0) return { ok: true }
  try {
    Y.applyUpdate(doc, mergeUpdates(updates), origin)
    if (!isIncomplete(doc) || applyInTurn(doc, updates, origin)) return { ok: true }
    return damaged('a part of its text is missing.')
  } catch {
    return applyInTurn(doc, updates, origin) ? { ok: true } : damaged('a part of its text is damaged.')
  }
}

/**
 * Where two updates say different things of the same place, merging may keep another one than the first to come, which
 * the rest builds on. One by one they are taken as whoever stored them took them. Answers whether that makes a whole.
 */
function applyInTurn(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): boolean {
  if (updates.length < 2) return false
  const whole = new Y.Doc()
  try {
    for (const update of updates) Y.applyUpdate(whole, update)
    if (isIncomplete(whole)) return false
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole), origin)
    return !isIncomplete(doc)
  } catch {
    return false
  } finally {
    whole.destroy()
  }
}

/** Whether a document waits for something that came before what it has. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

/** Several updates as one. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  return first && updates.length === 1 ? first : Y.mergeUpdates([...updates])
}
