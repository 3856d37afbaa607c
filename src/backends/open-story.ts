import type * as Y from 'yjs'
import type { Person } from '../domain/person.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { applyUpdates } from '../rules/apply-updates.ts'
import type { Refusal } from './backend.ts'
import type { StoreName } from '../rules/desk-storage.ts'
import type { LocalDesk } from './local-desk.ts'
import { damaged } from '../rules/refusals.ts'
import { asContent, recordOf } from '../rules/stored-shapes.ts'
import type { OpenedStory } from './story-connection.ts'
import { readStory, readUpdates, type StoredUpdates } from '../rules/story-rows.ts'

const OPEN_STORES: readonly StoreName[] = ['records', 'updates', 'contents', 'people', 'meta']

export type Filled =
  | { readonly ok: true; readonly kind: 'open'; readonly opened: OpenedStory }
  | {
      readonly ok: true
      readonly kind: 'newer'
      readonly record: StoryRecord
      readonly content: StoryContent
    }
  | Refusal

/** Fills an empty document with a story as it is stored. */
export async function fillStory(desk: LocalDesk, id: string, doc: Y.Doc): Promise<Filled> {
  const read = await desk.storage.run(OPEN_STORES, 'readonly', async (transaction) => {
    const story = await readStory(transaction, id)
    if (!story.ok) return story
    if (story.kind === 'newer') {
      return { ...story, content: asContent(await transaction.get('contents', id)) }
    }
    const updates = await readUpdates(transaction, id, story.row.epoch, 0)
    return { ...story, updates, person: await desk.person.read(transaction) }
  })
  if (!read.ok) return read
  if (read.kind === 'newer') {
    const { record, content } = read
    if (content) return { ok: true, kind: 'newer', record, content }
    return damaged('it was written by a newer version of Stet, and its readable copy is missing.')
  }
  return filled(doc, recordOf(read.row), read.updates, read.person)
}

function filled(
  doc: Y.Doc,
  record: StoryRecord,
  updates: StoredUpdates | Refusal,
  person: Person | null,
): Filled {
  if (!updates.ok) return updates
  if (updates.keys.length === 0) return damaged('its text is missing.')
  const applied = applyUpdates(doc, updates.updates, null)
  if (!applied.ok) return applied
  const opened = { record, person, last: updates.last, rows: updates.keys.length }
  return { ok: true, kind: 'open', opened }
}
