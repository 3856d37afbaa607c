import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MemoryStorage } from '../../../src/backends/memory-storage.ts'
import type { StoreName } from '../../../src/rules/desk-storage.ts'
import { KEYED_STORES } from '../../../src/rules/desk-storage.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { forgetRows, withDatabases } from '../services/with-databases.ts'
import { answersOf, courses } from './storage-operations.ts'

const STORES: readonly StoreName[] = [
  ...(Object.keys(KEYED_STORES) as (keyof typeof KEYED_STORES)[]),
  'updates',
]

withDatabases('SQL storage', (open) => {
  test('answers whatever is asked as the storage in memory does', async () => {
    const database = await open()
    await fc.assert(
      fc.asyncProperty(courses, async (all) => {
        await forgetRows(database)
        const expected = await answersOf(new MemoryStorage(), all, STORES)
        expect(await answersOf(new SqlStorage(database), all, STORES)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })
})
