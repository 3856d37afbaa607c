import * as Y from 'yjs'
import { carryIgnored } from '../domain/checks/ignored.ts'
import { readContent } from '../domain/read-content.ts'
import { writeContent } from '../domain/story-doc.ts'
import type { StoryRecord } from '../domain/story-record.ts'
import { carryThreads } from '../domain/threads/carry-threads.ts'
import type { DeskTransaction } from './desk-storage.ts'
import { versionKey } from './version-key.ts'
import { asCopy, asVersionHead } from './stored-past.ts'

/**
 * The document that a new epoch begins with. One that was approved begins with what the approval pinned, written anew
 * by a client of its own, its threads carried over. One that is restored with suggestions still open keeps them: it begins
 * as a copy of the document as it stands, for written anew it would have decided them.
 */
export async function beginEpoch(
  transaction: DeskTransaction,
  before: StoryRecord,
  closed: Y.Doc,
  hasOpen: boolean,
  seeder: number,
): Promise<Y.Doc> {
  const pinned = before.status === 'approved' ? await pinnedContent(transaction, before) : null
  const doc = new Y.Doc()
  doc.clientID = seeder
  if (!pinned && hasOpen) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(closed))
    return doc
  }
  writeContent(doc, pinned ?? readContent(closed))
  carryThreads(closed, doc)
  carryIgnored(closed, doc)
  return doc
}

async function pinnedContent(
  transaction: DeskTransaction,
  { id, epoch }: StoryRecord,
): Promise<ReturnType<typeof readContent> | null> {
  const heads = (await transaction.ofStory('versions', id)).map(asVersionHead)
  const pinned = heads.findLast((head) => head?.epoch === epoch && head.why === 'approve')
  if (!pinned) return null
  return asCopy(await transaction.get('copies', versionKey(id, pinned.number)))?.content ?? null
}
