import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Doer, StoryEvent } from '../backends/backend.ts'
import type { DeskTransaction } from './desk-storage.ts'

/** Writes an event of a story down, and a notice for everybody who is told of it; needs the stores events and notices. */
export async function putEvent(
  transaction: DeskTransaction,
  record: StoryRecord,
  event: StoryEvent,
): Promise<void> {
  await transaction.put('events', { ...event, story: record.id })
  const { sequence, by, at, note } = event
  for (const { person, kind } of event.told) {
    await transaction.put('notices', {
      key: noticeKey(sequence, person),
      person,
      order: -sequence,
      sequence,
      story: record.id,
      headline: record.summary.headline,
      slug: record.summary.slug,
      kind,
      by,
      at,
      note,
      read: false,
    })
  }
}

/** Who does something, as they are called now. */
export const doerOf = ({ id, name, role }: Person): Doer => ({ id, name, role })

/** The key of a person's notice: an event tells each person once. */
export const noticeKey = (sequence: number, person: string): string => `${sequence}/${person}`
