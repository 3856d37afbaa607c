import * as Y from 'yjs'
import { applyUpdates } from './apply-updates.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { readUpdates } from './story-rows.ts'

export const COMPACT_STORES: readonly StoreName[] = ['updates']

/** From so many updates on it is worth it. */
export const COMPACT_FROM = 100

/**
 * Puts one update in the place of all of an epoch. Reads and replaces in one transaction, so that nothing which another
 * tab appends is lost. It has a writer where all were by one. What is damaged or incomplete is left as it is, for rescue. Answers whether it did it.
 */
export async function compactUpdates(
  transaction: DeskTransaction,
  id: string,
  epoch: number,
): Promise<boolean> {
  const stored = await readUpdates(transaction, id, epoch, 0)
  if (!stored.ok || stored.keys.length < 2) return false
  const doc = new Y.Doc()
  const applied = applyUpdates(doc, stored.updates, null)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  if (!applied.ok) return false
  await transaction.deleteUpdates(stored.keys)
  await transaction.addUpdate({ story: id, epoch, update, by: onlyOne(stored.writers) })
  return true
}

const onlyOne = (writers: readonly (string | null)[]): string | null =>
  new Set(writers).size === 1 ? (writers[0] ?? null) : null
