import type { StoryRecord } from '../../domain/story-record.ts'
import type { Appended, NotAppended } from '../../rules/append-update.ts'
import { APPEND_STORES, appendUpdate } from '../../rules/append-update.ts'
import { asPerson } from '../../rules/stored-shapes.ts'
import type { LiveDesk } from './live-desk.ts'
import { asLive } from './live-refusals.ts'
import type { LiveStory } from './live-story.ts'
import type { Lot, Stored } from './story-writes.ts'

/** What storing lots led to beside their answers. */
export type LotsStored = {
  readonly answers: readonly Stored[]
  /** How many rows were added. */
  readonly rows: number
  /** The record, where this changed it. */
  readonly record: StoryRecord | null
}

/**
 * Stores what several people wrote into one story, each as the rules allow it to that person now, in one transaction; then
 * takes it, with what others stored before it, into the live document. Rejects with what the storage rejects with, and then
 * the document holds nothing of it.
 */
export async function storeLots(
  { storage, now }: LiveDesk,
  story: LiveStory,
  lots: readonly Lot[],
): Promise<LotsStored> {
  const { id, epoch } = story
  const answers = await storage.run(APPEND_STORES, 'strict', async (transaction) => {
    let after = story.last
    const appended: (Appended | NotAppended)[] = []
    for (const { person, update } of lots) {
      const known = asPerson(await transaction.get('people', person))
      const answer = await appendUpdate(transaction, { id, epoch, after }, update, known, now)
      if (answer.ok) after = answer.key
      appended.push(answer)
    }
    return appended
  })
  const done = answers.filter((answer) => answer.ok)
  story.take(
    done.flatMap(({ others }) => others),
    'database',
  )
  const written = lots.flatMap(({ update }, at) => (answers[at]?.ok ? [update] : []))
  story.take(written, 'writers')
  for (const { key } of done) story.reached(key)
  story.rows += done.length + done.reduce((sum, { others }) => sum + others.length, 0)
  story.bytes += written.reduce((sum, { length }) => sum + length, 0)
  return {
    answers: answers.map((answer) => (answer.ok ? { ok: true } : { ok: false, refusal: asLive(answer) })),
    rows: done.length,
    record: done.findLast(({ record }) => record !== null)?.record ?? null,
  }
}
