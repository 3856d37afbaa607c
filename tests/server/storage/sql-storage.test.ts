import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { ACT_STORES, applyAction } from '../../../src/rules/apply-action.ts'
import { APPEND_STORES, appendUpdate } from '../../../src/rules/append-update.ts'
import { DERIVE_STORES, deriveStory } from '../../../src/rules/derive-story.ts'
import { readDocument } from '../../../src/rules/stored-document.ts'
import { listStoriesSql } from '../../../src/server/storage/list-stories-sql.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import { readStory } from '../../../src/rules/story-rows.ts'
import { withDatabases } from '../services/with-databases.ts'
import { CHIEF, contentOf, EVERYTHING, NOW } from '../../backends/test-desk.ts'

withDatabases('SQL storage', (open) => {
  test('a story is made and read', async () => {
    const database = await open()
    const storage = new SqlStorage(database)
    const id = '01890000-0000-7000-8000-000000000001'
    const made = await storage.run(CREATE_STORES, 'strict', (transaction) =>
      createStory(transaction, { id, content: contentOf('A\0story'), source: null }, 7, CHIEF, NOW),
    )
    expect(made).toMatchObject({ ok: true, made: true })
    const read = await storage.run(CREATE_STORES, 'readonly', (transaction) => readStory(transaction, id))
    expect(read).toMatchObject({ ok: true, kind: 'current', row: { summary: { headline: 'A\0story' } } })
    await storage.run(CREATE_STORES, 'readonly', async (transaction) => {
      expect(await transaction.updatesAfter(id, 1, 0)).toEqual([
        { key: 1, story: id, epoch: 1, update: expect.any(Uint8Array), by: CHIEF.id },
      ])
      expect((await transaction.countStories()).byStatus.draft).toBe(1)
    })
  })

  test('words with a NUL or half a sign in them are summarised, kept as a version and found', async () => {
    const storage = new SqlStorage(await open())
    const id = '01890000-0000-7000-8000-000000000002'
    await storage.run(CREATE_STORES, 'strict', (transaction) =>
      createStory(transaction, { id, content: contentOf('Harbour'), source: null }, 7, CHIEF, NOW),
    )
    await storage.run(APPEND_STORES, 'strict', async (transaction) => {
      const read = await readDocument(transaction, id, 1)
      const doc = read.ok ? read.doc : new Y.Doc()
      const before = Y.encodeStateVector(doc)
      doc.getText('headline').insert(0, 'Old\0 \ud83d ')
      const update = Y.encodeStateAsUpdate(doc, before)
      expect(await appendUpdate(transaction, { id, epoch: 1, after: 0 }, update, CHIEF, NOW)).toMatchObject({
        ok: true,
      })
    })
    await storage.run(DERIVE_STORES, 'relaxed', async (transaction) => {
      const derived = await deriveStory(transaction, { id, epoch: 1, after: 0 }, new Y.Doc(), null, NOW)
      expect(derived).toMatchObject({ ok: true })
    })
    const acting = { now: NOW, seeder: () => 9, settings: NEWSROOM_SETTINGS }
    const kept = await storage.run(ACT_STORES, 'strict', (transaction) =>
      applyAction(transaction, id, { type: 'keep version', name: 'one\0' }, CHIEF, acting),
    )
    expect(kept).toMatchObject({
      ok: true,
      value: { summary: { headline: expect.stringContaining('Old\0') as string } },
    })
    const found = await listStoriesSql(storage, { ...EVERYTHING, search: 'harbour' })
    expect(found.records.map((record) => record.id)).toEqual([id])
  })
})
