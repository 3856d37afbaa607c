import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { DATABASE_VERSION, openDatabase } from '../../src/backends/indexed-db-schema.ts'
import { createIndexedDbBackend } from '../../src/backends/indexed-db.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { take } from './review-stage.ts'
import { contentOf, headlines, NOW, openIn, REPORTER, SHORT, SUB, valueOf } from './test-desk.ts'
import { makeVersionOne } from './version-one.ts'

/** What becomes of a desk that an earlier Stet made. */
export function migrationContract(): void {
  let name: string
  let open: Backend[]
  beforeEach(() => {
    name = crypto.randomUUID()
    open = []
  })
  afterEach(async () => {
    await Promise.all(open.map((tab) => tab.close()))
    await deleteDB(name)
  })

  function tab(): Backend {
    const kept = new Map<string, string>()
    const backend = createIndexedDbBackend({
      name,
      now: NOW,
      delays: SHORT,
      tab: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    })
    open.push(backend)
    return backend
  }

  test('a story of the first version of the database is there whole', async () => {
    const { id } = await makeVersionOne(name)
    const desk = tab()
    expect(await desk.me()).toEqual(REPORTER)
    expect(await headlines(desk)).toEqual(['From before'])
    expect(await headlines(desk, { search: 'words' })).toEqual(['From before'])
    expect(valueOf(await desk.record(id))).toMatchObject({
      status: 'submitted',
      summary: { words: 2, suggestions: 0, comments: 0 },
    })
    const { doc, connection } = await openIn(desk, id)
    expect(readContent(doc)).toEqual(contentOf('From before', 'Two words', 'before'))
    expect(connection.access.right).toBe('comment')
    expect(valueOf(await desk.events(id))).toMatchObject([
      { type: 'create', told: [] },
      { type: 'submit', told: [] },
    ])
    expect(valueOf(await desk.source(id))?.text).toBe('wire copy')
    expect((await valueOf(await desk.picture('f00d'))?.arrayBuffer())?.byteLength).toBe(2)
    expect(valueOf(await desk.versions(id))).toEqual([])
    expect(valueOf(await desk.verdicts(id))).toEqual([])
    expect(valueOf(await desk.notices())).toEqual([])
    expect(valueOf(await desk.lateEdits(id))).toEqual([])
  })

  test('and goes on from where it was', async () => {
    const { id } = await makeVersionOne(name)
    const desk = tab()
    valueOf(await desk.savePerson(SUB))
    valueOf(await desk.become(SUB.id))
    expect(await take(desk, id, { type: 'claim' })).toMatchObject({ sequence: 3, status: 'in review' })
    expect(valueOf(await desk.versions(id))).toMatchObject([{ number: 1, why: 'claim', words: 2 }])
  })

  test('the new stores are those of a new database, and nothing old is made anew', async () => {
    const { stores } = await makeVersionOne(name)
    const moved = await openDatabase(name, {})
    const fresh = await openDatabase(`${name}-new`, {})
    const layout = (database: typeof moved) =>
      [...database.objectStoreNames].map((store) => {
        const { keyPath, autoIncrement, indexNames } = database.transaction(store).store
        return { store, keyPath, autoIncrement, indexes: [...indexNames] }
      })
    expect(moved.version).toBe(DATABASE_VERSION)
    expect(layout(moved)).toEqual(layout(fresh))
    expect(moved.objectStoreNames.length).toBe(stores + 5)
    moved.close()
    fresh.close()
    await deleteDB(`${name}-new`)
  })
}
