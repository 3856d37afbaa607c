import type { Appended, NotAppended } from '../../rules/append-update.ts'
import { appendUpdate } from '../../rules/append-update.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { DeskTransaction } from '../../rules/desk-storage.ts'
import { asPerson } from '../../rules/stored-shapes.ts'
import { asLive } from './live-refusals.ts'
import type { LiveStory } from './live-story.ts'
import type { Lot, Stored } from './story-writes.ts'
import { fitOf, NOTHING_AHEAD } from './update-fit.ts'

/** What several people wrote into one story, to be stored together. */
export type Job = { readonly story: LiveStory; readonly lots: readonly Lot[] }

/** What storing lots led to beside their answers. */
export type LotsStored = {
  readonly answers: readonly Stored[]
  /** How many rows were added. */
  readonly rows: number
  /** The record, where this changed it. */
  readonly record: StoryRecord | null
}

/** Stores lots, each as the rules allow it to that person now. Of the document it changes nothing. */
export async function appendLots(
  transaction: DeskTransaction,
  { story, lots }: Job,
  now: () => Date,
): Promise<readonly (Appended | NotAppended)[]> {
  const { id, epoch, doc } = story
  let after = story.last
  const appended: (Appended | NotAppended)[] = []
  for (const { person, update } of lots) {
    const known = asPerson(await transaction.get('people', person))
    const answer = await appendUpdate(transaction, { id, epoch, after, doc }, update, known, now)
    if (answer.ok) after = answer.key
    appended.push(answer)
  }
  return appended
}

/**
 * Takes lots that are stored, with what others stored before them, into the live document. Throws where the document can't
 * take them; it may hold a part of them then.
 */
export function takeLots(
  { story, lots }: Job,
  answers: readonly (Appended | NotAppended)[],
  keyOf: (answered: number) => number,
): LotsStored {
  const done = answers.filter((answer) => answer.ok)
  const others = done.flatMap((answer) => answer.others)
  const written = lots.flatMap(({ update }, at) => (answers[at]?.ok ? [update] : []))
  story.take(others, 'database')
  story.take(freshOf(story, written), 'writers')
  for (const { key } of done) story.reached(keyOf(key))
  story.rows += done.length + others.length
  story.bytes += written.reduce((sum, { length }) => sum + length, 0)
  return {
    answers: answers.map((answer) => (answer.ok ? { ok: true } : { ok: false, refusal: asLive(answer) })),
    rows: done.length,
    record: done.findLast(({ record }) => record !== null)?.record ?? null,
  }
}

/** What of each the document and those before it don't hold: others may have stored some of it meanwhile. */
function freshOf({ doc }: LiveStory, updates: readonly Uint8Array[]): readonly Uint8Array[] {
  let ahead = NOTHING_AHEAD
  return updates.flatMap((update) => {
    const fitted = fitOf(doc, update, ahead)
    const { fit, rest } = fitted
    if (fit === 'missing' || fit === 'unreadable') throw new Error(`what was stored is ${fit} here`)
    ahead = fitted.ahead
    return fit === 'new' ? [rest] : []
  })
}
