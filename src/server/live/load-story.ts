import type * as Y from 'yjs'
import type { Refusal } from '../../backends/backend.ts'
import { isClosed } from '../../rules/append-update.ts'
import { applyUpdates } from '../../rules/apply-updates.ts'
import type { DeskStorage, StoreName } from '../../rules/desk-storage.ts'
import { damaged, newer, notFound, refusingFailures } from '../../rules/refusals.ts'
import { recordOf } from '../../rules/stored-shapes.ts'
import { readStory, readUpdates } from '../../rules/story-rows.ts'
import type { Loaded } from './live-story.ts'

const LOAD_STORES: readonly StoreName[] = ['records', 'updates']

/** Fills an empty document with one epoch of a story as it is stored. */
export async function loadStory(
  storage: DeskStorage,
  { story: id, epoch }: { readonly story: string; readonly epoch: number },
  doc: Y.Doc,
): Promise<({ readonly ok: true } & Loaded) | Refusal> {
  const read = await refusingFailures(() =>
    storage.run(LOAD_STORES, 'readonly', async (transaction) => {
      const story = await readStory(transaction, id)
      if (!story.ok) return story
      if (story.kind === 'newer') return newer()
      const updates = await readUpdates(transaction, id, epoch, 0)
      return updates.ok ? { ...updates, record: recordOf(story.row) } : updates
    }),
  )
  if (!read.ok) return read
  const { record, updates, keys, last } = read
  if (epoch > record.epoch) return notFound()
  if (keys.length === 0) return damaged('its text is missing.')
  const applied = applyUpdates(doc, updates, null)
  if (!applied.ok) return applied
  const bytes = updates.reduce((sum, { length }) => sum + length, 0)
  return { ok: true, id, epoch, last, rows: keys.length, bytes, isClosed: isClosed(record, epoch) }
}
