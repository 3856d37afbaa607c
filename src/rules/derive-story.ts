import * as Y from 'yjs'
import { searchTextOf } from '../domain/search-text.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { isDraft } from './append-update.ts'
import { applyUpdates } from './apply-updates.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { damaged } from './refusals.ts'
import { recordOf } from './stored-shapes.ts'
import { putChange, readOwnStory, readUpdates } from './story-rows.ts'
import { takeStock } from './take-stock.ts'

export const DERIVE_STORES: readonly StoreName[] = ['records', 'updates', 'searches', 'contents', 'meta']

export type Derived = { readonly ok: true; readonly record: StoryRecord; readonly last: number }

/**
 * Brings what is derived from a story's document up to date: summary, search text, content as JSON, and its place
 * in the order of changes. `doc` holds the story up to the key `after`; what others stored since is added to it, in the
 * same transaction, so that nobody's words are called summarised that are not.
 */
export async function deriveStory(
  transaction: DeskTransaction,
  story: { readonly id: string; readonly epoch: number; readonly after: number },
  doc: Y.Doc,
  origin: unknown,
  now: () => Date,
): Promise<Derived | Refusal> {
  const { id, epoch, after } = story
  const stored = await readOwnStory(transaction, id)
  if (!stored.ok) return stored
  const isSettled = stored.row.epoch !== epoch || stored.row.unsummarised === 0
  // Past the draft a document may hold words that the story refused, for now or because they came too late.
  if (isSettled && (stored.row.epoch !== epoch || !isDraft(stored.row))) {
    return { ok: true, record: recordOf(stored.row), last: after }
  }
  const newer = await readUpdates(transaction, id, epoch, after)
  if (!newer.ok) return newer
  // Derived from nothing, blanks would take the place of what can still be read of the story.
  if (newer.keys.length === 0 && doc.store.clients.size === 0) return damaged('its text is missing.')
  const applied = applyUpdates(doc, newer.updates, origin)
  if (!applied.ok) return applied
  const { content, summary } = takeStock(doc)
  await putDerived(transaction, id, content)
  const record = { ...recordOf(stored.row), summary }
  return { ok: true, record: await putChange(transaction, stored.row, record, 0, now), last: newer.last }
}

/** Stores what is derived from content, but for the summary, which stands in the record. */
export async function putDerived(
  transaction: DeskTransaction,
  id: string,
  content: StoryContent,
): Promise<void> {
  await transaction.put('searches', { id, text: searchTextOf(content) })
  await transaction.put('contents', { id, content })
}

/** The same for a story that nobody has open: its tab died before it was done. */
export async function healStory(
  transaction: DeskTransaction,
  id: string,
  now: () => Date,
): Promise<Derived | Refusal> {
  const stored = await readOwnStory(transaction, id)
  if (!stored.ok) return stored
  const doc = new Y.Doc()
  try {
    return await deriveStory(transaction, { id, epoch: stored.row.epoch, after: 0 }, doc, null, now)
  } finally {
    doc.destroy()
  }
}
