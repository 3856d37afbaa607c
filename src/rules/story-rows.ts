import { CONTENT_SCHEMA } from '../domain/story-doc.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction, StoryRow } from './desk-storage.ts'
import { damaged, newer, notFound } from './refusals.ts'
import { asStoryRow, asUpdate, recordOf, rowOf, salvageRecord, schemaOf } from './stored-shapes.ts'

export type StoredStory =
  | { readonly ok: true; readonly kind: 'current'; readonly row: StoryRow }
  /** Written by a newer Stet; the record is what can be understood of it. */
  | { readonly ok: true; readonly kind: 'newer'; readonly record: StoryRecord }
  | Refusal

/** A story's row, its shape checked. */
export async function readStory(transaction: DeskTransaction, id: string): Promise<StoredStory> {
  const stored = await transaction.get('records', id)
  if (stored === undefined) return notFound()
  if ((schemaOf(stored) ?? 0) > CONTENT_SCHEMA) {
    return { ok: true, kind: 'newer', record: salvageRecord(stored, id) }
  }
  const row = asStoryRow(stored)
  return row ? { ok: true, kind: 'current', row } : damaged('what the desk keeps about it is damaged.')
}

/** A story's row for changing it: a newer Stet's is refused. */
export async function readOwnStory(
  transaction: DeskTransaction,
  id: string,
): Promise<{ readonly ok: true; readonly row: StoryRow } | Refusal> {
  const story = await readStory(transaction, id)
  if (!story.ok) return story
  return story.kind === 'newer' ? newer() : story
}

/** The record that stands for a stored row in a list: also a damaged or a newer one has a place there. */
export function listedRecord(stored: unknown): StoryRecord {
  const row = asStoryRow(stored)
  return row ? recordOf(row) : salvageRecord(stored, (stored as { readonly id: string }).id)
}

/** Stores a changed record as the latest change of the desk, and answers with it as it then is. */
export async function putChange(
  transaction: DeskTransaction,
  row: StoryRow,
  record: StoryRecord,
  unsummarised: 0 | 1,
  now: () => Date,
): Promise<StoryRecord> {
  const sequence = await nextSequence(transaction)
  const changed = { ...record, sequence, changedAt: now().toISOString() }
  await transaction.put('records', rowOf(changed, row.born, unsummarised))
  return changed
}

/** The next place in the desk's order, or the first of so many; needs the stores meta and records. */
export async function nextSequence(transaction: DeskTransaction, count = 1): Promise<number> {
  let last = await lastSequence(transaction)
  if (last === null) {
    // The number is lost: go on from the latest story.
    const [latest] = await transaction.firstStories('changed', null, 1)
    last = latest === undefined ? 0 : salvageRecord(latest, '').sequence
  }
  await transaction.put('meta', { name: 'sequence', value: last + count })
  return last + 1
}

/** The last place that was given, or null where that is not known. */
export async function lastSequence(transaction: DeskTransaction): Promise<number | null> {
  const kept = (await transaction.get('meta', 'sequence')) as { readonly value?: unknown } | undefined
  return typeof kept?.value === 'number' ? kept.value : null
}

export type StoredUpdates = {
  readonly ok: true
  readonly updates: readonly Uint8Array[]
  readonly keys: readonly number[]
  /** Who wrote each; null where that is not known. */
  readonly writers: readonly (string | null)[]
  /** Key of the last, or the one that was given where there are none. */
  readonly last: number
}

/** Updates of a story after a key, their shapes checked. */
export async function readUpdates(
  transaction: DeskTransaction,
  id: string,
  epoch: number,
  after: number,
): Promise<StoredUpdates | Refusal> {
  const rows = (await transaction.updatesAfter(id, epoch, after)).map(asUpdate)
  const sound = rows.filter((row) => row !== null)
  if (sound.length < rows.length) return damaged('a part of its text is damaged.')
  return {
    ok: true,
    updates: sound.map((row) => row.update),
    keys: sound.map((row) => row.key),
    writers: sound.map((row) => row.by),
    last: sound.at(-1)?.key ?? after,
  }
}
