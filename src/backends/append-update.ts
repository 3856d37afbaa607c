import type { Access } from '../domain/access.ts'
import { accessTo } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Refusal } from './backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { nobody } from './refusals.ts'
import { recordOf, rowOf } from './stored-shapes.ts'
import { putChange, readOwnStory, readUpdates } from './story-rows.ts'

export const APPEND_STORES: readonly StoreName[] = ['records', 'updates', 'meta', 'people']

export type Appended = {
  readonly ok: true
  /** Everything up to this key is known to the writer now. */
  readonly key: number
  /** What others stored since `after`. */
  readonly others: readonly Uint8Array[]
  /** The record, where this changed it. */
  readonly record: StoryRecord | null
}

/**
 * Stores an update, if its story may be written by this person now; in one transaction with reading its status.
 * Whoever edits a draft becomes one of its reporters. Marks the summary as behind.
 */
export async function appendUpdate(
  transaction: DeskTransaction,
  story: { readonly id: string; readonly epoch: number; readonly after: number },
  update: Uint8Array,
  person: Person | null,
  now: () => Date,
): Promise<Appended | Refusal> {
  const { id, epoch, after } = story
  const stored = await readOwnStory(transaction, id)
  if (!stored.ok) return stored
  const record = recordOf(stored.row)
  if (!person) return nobody()
  const { right, why } = accessIn(record, person, epoch)
  if (right !== 'edit') return { ok: false, reason: 'not allowed', message: why }
  const others = await readUpdates(transaction, id, epoch, after)
  if (!others.ok) return others
  const key = await transaction.addUpdate({ story: id, epoch, update })
  let changed: StoryRecord | null = null
  if (isDraft(record) && !record.reporters.includes(person.id)) {
    const reporters = [...record.reporters, person.id]
    changed = await putChange(transaction, stored.row, { ...record, reporters }, 1, now)
  } else if (stored.row.unsummarised === 0) {
    await transaction.put('records', rowOf(record, stored.row.born, 1))
  }
  return { ok: true, key, others: others.updates, record: changed }
}

const isDraft = ({ status }: StoryRecord): boolean => status === 'draft' || status === 'changes requested'

/** What somebody may do with one epoch of a story: a closed one is only read. */
export function accessIn(record: StoryRecord, person: Person | null, epoch: number): Access {
  if (!person) return { right: 'read', why: nobody().message }
  if (record.epoch !== epoch) {
    return { right: 'read', why: 'This story was reopened meanwhile. Open it again to go on.' }
  }
  return accessTo(record, person)
}
