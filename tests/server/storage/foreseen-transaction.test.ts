import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { appendUpdate } from '../../../src/rules/append-update.ts'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import type { DeskTransaction } from '../../../src/rules/desk-storage.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { CHIEF, contentOf, NOW, OTHER, REPORTER } from '../../backends/test-desk.ts'
import { withDatabases } from '../services/with-databases.ts'

const idOf = (at: number): string => `01890000-0000-7000-8000-00000000000${at}`

withDatabases('A transaction that foresees', (open) => {
  async function desk(stories: number): Promise<{ storage: SqlStorage; docs: readonly Y.Doc[] }> {
    const database = await open()
    const storage = new SqlStorage(database)
    await storage.run(['people'], 'strict', async (transaction) => {
      for (const person of [REPORTER, OTHER, CHIEF]) await transaction.put('people', person)
    })
    const docs: Y.Doc[] = []
    for (let at = 0; at < stories; at += 1) {
      const story = { id: idOf(at), content: contentOf(`Story ${at}`), source: null }
      await storage.run(CREATE_STORES, 'strict', (tx) => createStory(tx, story, 100 + at, REPORTER, NOW))
      const read = await storage.run(['updates'], 'readonly', (tx) => readDocument(tx, idOf(at), 1))
      if (!read.ok) throw new Error(read.message)
      docs.push(read.doc)
    }
    return { storage, docs }
  }

  /** What typing into a copy of a document makes. */
  function typed(doc: Y.Doc | undefined, words: string): Uint8Array {
    const copy = new Y.Doc()
    if (doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    let made = new Uint8Array()
    copy.on('update', (update: Uint8Array) => (made = new Uint8Array(update)))
    copy.getText('headline').insert(0, words)
    return made
  }

  const headline = async (storage: SqlStorage, at: number): Promise<string> => {
    const read = await storage.run(['updates'], 'readonly', (tx) => readDocument(tx, idOf(at), 1))
    if (!read.ok) throw new Error(read.message)
    return read.doc.getText('headline').toJSON()
  }

  const append = (
    transaction: DeskTransaction,
    at: number,
    after: number,
    update: Uint8Array,
    by = REPORTER,
  ) => appendUpdate(transaction, { id: idOf(at), epoch: 1, after }, update, by, NOW)

  test('appends to many stories, and tells the key of each', async () => {
    const { storage, docs } = await desk(3)
    const stories = docs.map((_doc, at) => ({ id: idOf(at), epoch: 1, after: 0 }))
    const { value, keyOf } = await storage.runForeseen({ people: ['rita'], stories }, async (transaction) => {
      const answers = []
      for (const [at, doc] of docs.entries()) {
        const first = await append(transaction, at, 0, typed(doc, 'One. '))
        if (!first.ok) throw new Error(first.message)
        const second = await append(transaction, at, first.key, typed(doc, 'Two. '))
        if (!second.ok) throw new Error(second.message)
        answers.push([first, second] as const)
      }
      return answers
    })
    for (const [at, [first, second]] of value.entries()) {
      expect([first.others.length, second.others.length]).toEqual([1, 0])
      const keys = [first, second].map(({ key }) => keyOf(key))
      const rows = await storage.run(['updates'], 'readonly', (tx) => tx.updatesAfter(idOf(at), 1, 0))
      expect(rows.map((row) => (row as { key: number }).key).slice(1)).toEqual(keys)
      expect(rows).toMatchObject([{ by: REPORTER.id }, { by: REPORTER.id }, { by: REPORTER.id }])
      expect(await headline(storage, at)).toMatch(/^(One\. Two\.|Two\. One\.) Story/)
    }
  })

  test('answers with what others stored since, and with rows that were put within it', async () => {
    const { storage, docs } = await desk(1)
    const after = await storage.run(['updates', 'records', 'people', 'meta'], 'strict', async (tx) => {
      const first = await append(tx, 0, 0, typed(docs[0], 'First. '))
      return first.ok ? first.key : 0
    })
    const other = typed(docs[0], 'Other. ')
    await storage.run(['updates'], 'strict', (tx) =>
      tx.addUpdate({ story: idOf(0), epoch: 1, update: other }),
    )
    const foreseen = { people: [CHIEF.id], stories: [{ id: idOf(0), epoch: 1, after }] }
    const { value } = await storage.runForeseen(foreseen, async (transaction) => {
      const answer = await append(transaction, 0, after, typed(docs[0], 'Mine. '), CHIEF)
      const record = await transaction.get('records', idOf(0))
      const all = await transaction.allUpdates(idOf(0))
      return { answer, record, count: all.length }
    })
    expect(value.answer).toMatchObject({
      ok: true,
      others: [other],
      record: { reporters: ['rita', 'carla'] },
    })
    expect(value.record).toMatchObject({ reporters: ['rita', 'carla'], unsummarised: 1 })
    expect(value.count).toBe(4)
    const rows = await storage.run(['updates'], 'readonly', (tx) => tx.allUpdates(idOf(0)))
    expect(rows.map((row) => (row as { by: unknown }).by)).toEqual(['rita', 'rita', null, 'carla'])
  })

  test('knows nobody who isn’t active, asks for what wasn’t foreseen, and takes all back where it fails', async () => {
    const { storage, docs } = await desk(2)
    await storage.database.kysely
      .updateTable('people')
      .set({ is_active: false })
      .where('id', '=', OTHER.id)
      .execute()
    const foreseen = { people: [OTHER.id], stories: [{ id: idOf(0), epoch: 1, after: 0 }] }
    const work = storage.runForeseen(foreseen, async (transaction) => {
      expect(await transaction.get('people', OTHER.id)).toBeUndefined()
      expect(await transaction.get('people', CHIEF.id)).toEqual(CHIEF)
      expect(await append(transaction, 1, 0, typed(docs[1], 'Unforeseen. '))).toMatchObject({ ok: true })
      expect(await append(transaction, 0, 0, typed(docs[0], 'Lost. '))).toMatchObject({ ok: true })
      throw new RangeError('no more')
    })
    await expect(work).rejects.toThrow(RangeError)
    expect(await Promise.all([headline(storage, 0), headline(storage, 1)])).toEqual(['Story 0', 'Story 1'])
  })
})
