import { expect, test } from 'vitest'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import { readStory } from '../../../src/rules/story-rows.ts'
import { withDatabases } from '../services/with-databases.ts'
import { CHIEF, contentOf, NOW } from '../../backends/test-desk.ts'

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
})
