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
  } catch {
    return damaged('a part of its text is damaged.')
  }
  return isIncomplete(doc) ? damaged('a part of its text is missing.') : { ok: true }
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
