import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Action } from '../domain/workflow.ts'
import { stepOf } from '../domain/workflow.ts'
import type { Refusal, StoryEvent } from './backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { nobody } from './refusals.ts'
import { recordOf } from './stored-shapes.ts'
import { putChange, readOwnStory } from './story-rows.ts'

export const ACT_STORES: readonly StoreName[] = ['records', 'events', 'meta', 'people']

/** Does one action, if the rules allow it, and writes it into the story's events; one transaction. */
export async function applyAction(
  transaction: DeskTransaction,
  id: string,
  action: Action,
  person: Person | null,
  now: () => Date,
): Promise<{ readonly ok: true; readonly value: StoryRecord } | Refusal> {
  const stored = await readOwnStory(transaction, id)
  if (!stored.ok) return stored
  if (!person) return nobody()
  const before = recordOf(stored.row)
  const step = stepOf(before, person, action)
  if (!step.ok) return step
  const record = await putChange(transaction, stored.row, step.record, stored.row.unsummarised, now)
  const note = 'note' in action ? action.note.trim() : ''
  await transaction.put('events', { ...eventOf(action.type, record, person, note, before), story: id })
  return { ok: true, value: record }
}

/** The event of what just happened to a record. */
export function eventOf(
  type: StoryEvent['type'],
  record: StoryRecord,
  person: Person,
  note: string,
  before: StoryRecord | null,
): StoryEvent {
  return {
    sequence: record.sequence,
    at: record.changedAt,
    by: { id: person.id, name: person.name, role: person.role },
    type,
    note,
    from: before?.status ?? null,
    to: record.status,
  }
}
