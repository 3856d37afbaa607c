import type { Person } from '../domain/person.ts'
import { CONTENT_SCHEMA } from '../domain/story-doc.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { FIRST_DESK } from '../domain/story-record.ts'
import { summarise } from '../domain/summary.ts'
import type { NewStory } from '../backends/backend.ts'

/** The record of a story that is made now, by this person. `at` is an ISO instant. */
export function newRecord(
  { id, content, source }: NewStory,
  person: Person,
  sequence: number,
  at: string,
): StoryRecord {
  return {
    id,
    deskId: FIRST_DESK,
    schema: CONTENT_SCHEMA,
    epoch: 1,
    status: 'draft',
    reporters: [person.id],
    claimant: null,
    embargo: null,
    published: null,
    hasSource: source !== null,
    sequence,
    createdAt: at,
    changedAt: at,
    summary: summarise(content),
  }
}
