import type * as Y from 'yjs'
import type { Access } from '../domain/access.ts'
import { accessTo, allows } from '../domain/access.ts'
import type { Person } from '../domain/person.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import type { Refusal } from '../backends/backend.ts'
import type { DeskTransaction, StoreName } from './desk-storage.ts'
import { maySign } from './may-sign.ts'
import { readUpdate } from './read-update.ts'
import { damaged, invalid, nobody, notTheirs } from './refusals.ts'
import { readDocument } from './stored-document.ts'
import { recordOf, rowOf } from './stored-shapes.ts'
import { putChange, readOwnStory, readUpdates } from './story-rows.ts'
import type { Reach } from './update-reach.ts'
import { updateReach } from './update-reach.ts'

export const APPEND_STORES: readonly StoreName[] = ['records', 'updates', 'meta', 'people']

export type Appended = {
  readonly ok: true
  /** Everything up to this key is known to the writer now. */
  readonly key: number
  /** What others stored since `after`. */
  readonly others: readonly Uint8Array[]
  /** The record, where this changed it. */
  readonly record: StoryRecord | null
}

/** `isClosed`: the epoch takes nothing any more, now or ever. */
export type NotAppended = Refusal & { readonly isClosed?: boolean }

/** Where an update is to be stored. */
export type Appending = {
  readonly id: string
  readonly epoch: number
  /** Key of the last update that the writer knows. */
  readonly after: number
  /**
   * The document that the update builds on, where whoever stores it has it at hand: in it is looked up, whoever writes, whether
   * what others signed stays theirs. A desk of one browser, whose people are all who use it, asks that of who may only comment.
   */
  readonly doc?: Y.Doc
}

/**
 * Stores an update, if its story may be written so by its writer now; in one transaction with reading its status. Who may
 * suggest may write: that it is suggested is a courtesy. Who may only comment stores nothing but comments.
 * Whoever may edit a draft and changes its copy becomes one of its reporters. Marks the summary as behind.
 */
export async function appendUpdate(
  transaction: DeskTransaction,
  story: Appending,
  update: Uint8Array,
  writer: Person | null | Promise<Person | null>,
  now: () => Date,
): Promise<Appended | NotAppended> {
  const { id, epoch, after } = story
  // Asked at once: while a page is busy, each wait for an answer is longer than what it waits for.
  const [stored, others, person] = await Promise.all([
    readOwnStory(transaction, id),
    readUpdates(transaction, id, epoch, after),
    writer,
  ])
  if (!stored.ok) return stored
  const record = recordOf(stored.row)
  if (!person) return nobody()
  const access = accessIn(record, person, epoch)
  if (!allows(access, 'comment')) {
    return { ok: false, reason: 'not allowed', message: access.why, isClosed: isClosed(record, epoch) }
  }
  if (!readUpdate(update)) {
    return invalid(
      'What was to be stored can’t be read, so it was not stored. Everything before it is safe. Copy what you wrote, reload the page, and add it again.',
    )
  }
  if (!others.ok) return others
  const isNew = access.right === 'edit' && isDraft(record) && !record.reporters.includes(person.id)
  if (isNew || access.right === 'comment' || (story.doc && maySign(story.doc, update, person.id))) {
    const reach = await reachOf(transaction, story, update, person)
    if (typeof reach !== 'string') return reach
    if (reach === 'not theirs') return notTheirs()
    if (access.right === 'comment' && reach !== 'comments') {
      return { ok: false, reason: 'not allowed', message: access.why }
    }
    if (isNew && reach === 'copy') {
      const key = await transaction.addUpdate({ story: id, epoch, update, by: person.id })
      const changed = withReporter(record, person)
      return {
        ok: true,
        key,
        others: others.updates,
        record: await putChange(transaction, stored.row, changed, 1, now),
      }
    }
  }
  const [key] = await Promise.all([
    transaction.addUpdate({ story: id, epoch, update, by: person.id }),
    stored.row.unsummarised === 0 && transaction.put('records', rowOf(record, stored.row.born, 1)),
  ])
  return { ok: true, key, others: others.updates, record: null }
}

async function reachOf(
  transaction: DeskTransaction,
  { id, epoch }: Appending,
  update: Uint8Array,
  person: Person,
): Promise<Reach | 'not theirs' | Refusal> {
  const stored = await readDocument(transaction, id, epoch)
  if (!stored.ok) return stored
  const reach = updateReach(stored.doc, update, person.id)
  stored.doc.destroy()
  return reach ?? damaged('what was to be stored builds on something that is missing.')
}

export const isDraft = ({ status }: StoryRecord): boolean =>
  status === 'draft' || status === 'changes requested'

/** The record with one more person among those who wrote it. */
export const withReporter = (record: StoryRecord, person: Person): StoryRecord => ({
  ...record,
  reporters: [...record.reporters, person.id],
})

/** Does this epoch of a story take no word any more? Whatever is spiked or approved goes on in a new one. */
export function isClosed(record: StoryRecord, epoch: number): boolean {
  return record.epoch !== epoch || ['approved', 'published', 'spiked'].includes(record.status)
}

/** What somebody may do with one epoch of a story: a closed one is only read. */
export function accessIn(record: StoryRecord, person: Person | null, epoch: number): Access {
  if (!person) return { right: 'read', why: nobody().message }
  if (record.epoch !== epoch) {
    return { right: 'read', why: 'This story was reopened meanwhile. Open it again to go on.' }
  }
  return accessTo(record, person)
}
