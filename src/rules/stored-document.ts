import * as Y from 'yjs'
import { applyUpdates } from './apply-updates.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction } from './desk-storage.ts'
import { damaged } from './refusals.ts'
import { readUpdates } from './story-rows.ts'

export type StoredDocument = {
  readonly ok: true
  /** All that is stored of one epoch. Whoever asked for it destroys it. */
  readonly doc: Y.Doc
  /** Key of the last update in it. */
  readonly last: number
}

/**
 * The document of one epoch as it is stored, all updates merged; needs the store updates. Merged at once: within
 * a transaction nobody may wait for anything else.
 */
export async function readDocument(
  transaction: DeskTransaction,
  id: string,
  epoch: number,
): Promise<StoredDocument | Refusal> {
  const stored = await readUpdates(transaction, id, epoch, 0)
  if (!stored.ok) return stored
  if (stored.keys.length === 0) return damaged('its text is missing.')
  const doc = new Y.Doc()
  const applied = applyUpdates(doc, stored.updates, null)
  if (applied.ok) return { ok: true, doc, last: stored.last }
  doc.destroy()
  return applied
}
