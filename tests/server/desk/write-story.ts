import * as Y from 'yjs'
import type { Person } from '../../../src/domain/person.ts'
import { APPEND_STORES, appendUpdate } from '../../../src/rules/append-update.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import type { ServerDesk } from '../../../src/server/desk/server-desk.ts'

/** Edits a story of a server as somebody with it open would, and answers with its document as it then is. */
export async function writeStory(
  { storage, now }: ServerDesk,
  id: string,
  person: Person,
  edit: (doc: Y.Doc) => void,
): Promise<Y.Doc> {
  return storage.run(APPEND_STORES, 'strict', async (transaction) => {
    const stored = await readDocument(transaction, id, 1)
    if (!stored.ok) throw new Error(stored.message)
    const before = Y.encodeStateVector(stored.doc)
    edit(stored.doc)
    const update = Y.encodeStateAsUpdate(stored.doc, before)
    const appended = await appendUpdate(transaction, { id, epoch: 1, after: 0 }, update, person, now)
    if (!appended.ok) throw new Error(appended.message)
    return stored.doc
  })
}
