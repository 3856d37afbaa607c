import * as Y from 'yjs'
import { readContent } from '../domain/read-content.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Person } from '../domain/person.ts'
import { readThreads } from '../domain/threads/read-threads.ts'
import type { Message } from '../domain/threads/thread.ts'
import { isClosed } from './append-update.ts'
import { isIncomplete } from './apply-updates.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { versionKey } from './version-key.ts'
import { nobody } from './refusals.ts'
import { asCopy, asVersionHead } from './stored-past.ts'
import { recordOf } from './stored-shapes.ts'
import { nextSequence, readOwnStory, readUpdates } from './story-rows.ts'

export const LATE_STORES: readonly StoreName[] = [
  'records',
  'updates',
  'versions',
  'copies',
  'late',
  'people',
  'meta',
]

export type LateWords = {
  readonly story: string
  /** The closed epoch. */
  readonly epoch: number
  /** Client id of the document that holds them: what it says more is kept in the place of what was kept before. */
  readonly client: number
  /** All that the store refused of it. */
  readonly update: Uint8Array
}

/**
 * Keeps words that came after their story's epoch was closed, or when its writer might not write it any more: what the
 * story says with them, and without. One transaction; the same words again change nothing.
 */
export async function keepLateEdit(
  transaction: DeskTransaction,
  words: LateWords,
  person: Person | null,
  now: () => Date,
): Promise<{ readonly ok: true } | Refusal> {
  if (!person) return nobody()
  const { story, epoch, client, update } = words
  const stored = await readUpdates(transaction, story, epoch, 0)
  if (!stored.ok) return stored
  const row = await readOwnStory(transaction, story)
  const isOver = !row.ok || isClosed(recordOf(row.row), epoch)
  const { closed, content, comments } = withLateWords(stored.updates, update)
  await transaction.put('late', {
    key: `${story}/${epoch}/${client}`,
    story,
    epoch,
    by: person.id,
    at: now().toISOString(),
    base: (isOver ? await closedWith(transaction, story, epoch) : null) ?? closed,
    content,
    comments,
    sequence: await nextSequence(transaction),
    update,
  })
  return { ok: true }
}

/** What a document says (`closed`), and what it would say with words that it didn't take, and which comments are among them. */
export function withLateWords(
  stored: readonly Uint8Array[],
  update: Uint8Array,
): {
  readonly closed: StoryContent
  readonly content: StoryContent
  readonly comments: readonly Message[]
  /** False where something that the words build on is missing, so that not all of them can be read. */
  readonly isWhole: boolean
} {
  const doc = new Y.Doc()
  for (const each of stored) Y.applyUpdate(doc, each)
  const closed = readContent(doc, 'will')
  const known = new Set(readThreads(doc).flatMap(({ messages }) => messages.map(({ id }) => id)))
  Y.applyUpdate(doc, update)
  const comments = readThreads(doc)
    .flatMap(({ messages }): readonly Message[] => messages)
    .filter(({ id }) => !known.has(id))
  const content = readContent(doc, 'will')
  const isWhole = !isIncomplete(doc)
  doc.destroy()
  return { closed, content, comments, isWhole }
}

/** The content of the version that an epoch was closed with, or null. */
async function closedWith(
  transaction: DeskTransaction,
  story: string,
  epoch: number,
): Promise<StoryContent | null> {
  const heads = (await transaction.ofStory('versions', story)).map(asVersionHead)
  const last = heads.findLast((head) => head?.epoch === epoch)
  if (!last) return null
  return asCopy(await transaction.get('copies', versionKey(story, last.number)))?.content ?? null
}

/** What is said of words that came after their epoch was closed. */
export function lateMessage(record: StoryRecord, epoch: number): string {
  const [what, when] =
    record.epoch !== epoch
      ? ['begun anew', 'Open it again to bring them back as suggestions.']
      : record.status === 'spiked'
        ? ['spiked', 'When it is restored you can bring them back as suggestions.']
        : ['approved', 'When it is reopened you can bring them back as suggestions.']
  return `This story was ${what} while you wrote, so your last words are not in it. They are kept in this browser. ${when}`
}
