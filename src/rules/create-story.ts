import type { Person } from '../domain/person.ts'
import { seedUpdate } from '../domain/story-doc.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { NewStory, Refusal } from '../backends/backend.ts'
import { putDerived } from './derive-story.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { newRecord } from './new-record.ts'
import { doerOf, putEvent } from './put-event.ts'
import { nobody } from './refusals.ts'
import { recordOf, rowOf } from './stored-shapes.ts'
import { nextSequence, readStory } from './story-rows.ts'

export const CREATE_STORES: readonly StoreName[] = [
  'records',
  'updates',
  'searches',
  'contents',
  'sources',
  'events',
  'notices',
  'meta',
  'people',
]

const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

export const isStoryId = (id: string): boolean => UUID_V7.test(id)

export type Created = {
  readonly ok: true
  readonly record: StoryRecord
  /** False where the story was there before. */
  readonly made: boolean
}

/** Makes a story with all that is kept of it, or answers with the one that has this id; one transaction. */
export async function createStory(
  transaction: DeskTransaction,
  story: NewStory,
  seeder: number,
  person: Person | null,
  now: () => Date,
): Promise<Created | Refusal> {
  const { id, content, source } = story
  const there = await readStory(transaction, id)
  if (there.ok) {
    return { ok: true, record: there.kind === 'newer' ? there.record : recordOf(there.row), made: false }
  }
  if (there.reason !== 'not found') return there
  if (!person) return nobody()
  const sequence = await nextSequence(transaction)
  const at = now().toISOString()
  const record = newRecord(story, person, sequence, at)
  await transaction.put('records', rowOf(record, -sequence, 0))
  const update = seedUpdate(content, seeder)
  await transaction.addUpdate({ story: id, epoch: record.epoch, update, by: person.id })
  await putDerived(transaction, id, content)
  if (source) await transaction.put('sources', { ...source, id })
  const { status: to } = record
  await putEvent(transaction, record, {
    sequence,
    at,
    by: doerOf(person),
    type: 'create',
    note: '',
    from: null,
    to,
    told: [],
  })
  return { ok: true, record, made: true }
}
