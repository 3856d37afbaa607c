import { CONTENT_SCHEMA } from '../../src/domain/story-doc.ts'
import type { Person } from '../../src/domain/person.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import { BLANK_SUMMARY, FIRST_DESK } from '../../src/domain/story-record.ts'

export const WRITER: Person = { id: 'writer', name: 'Wanda Writer', role: 'reporter' }
export const CLAIMANT: Person = { id: 'claimant', name: 'Clara Claimant', role: 'sub-editor' }

/** A story that WRITER wrote and, where that can be, CLAIMANT has claimed. */
export function recordWith(change: Partial<StoryRecord> = {}): StoryRecord {
  return {
    id: '01932f5e-0000-7000-8000-000000000000',
    deskId: FIRST_DESK,
    schema: CONTENT_SCHEMA,
    epoch: 1,
    status: 'draft',
    reporters: [WRITER.id],
    claimant: change.status === 'in review' ? CLAIMANT.id : null,
    embargo: null,
    published: null,
    hasSource: false,
    sequence: 7,
    createdAt: '2026-11-24T12:00:00.000Z',
    changedAt: '2026-11-24T12:00:00.000Z',
    summary: BLANK_SUMMARY,
    ...change,
  }
}

/** Everybody that the tables tell apart. */
export const EVERYBODY = {
  writer: WRITER,
  'writing sub': { id: 'writer', name: 'Wanda Writer', role: 'sub-editor' },
  'writing chief': { id: 'writer', name: 'Wanda Writer', role: 'chief' },
  claimant: CLAIMANT,
  'claiming chief': { id: 'claimant', name: 'Clara Claimant', role: 'chief' },
  sub: { id: 'sub', name: 'Susan Sub', role: 'sub-editor' },
  chief: { id: 'chief', name: 'Carla Chief', role: 'chief' },
  reporter: { id: 'reporter', name: 'Otto Other', role: 'reporter' },
} as const satisfies Record<string, Person>
