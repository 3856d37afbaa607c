import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { appendUpdate, APPEND_STORES } from '../../../src/rules/append-update.ts'
import { applyUpdates } from '../../../src/rules/apply-updates.ts'
import { compactUpdates, COMPACT_STORES } from '../../../src/rules/compact-updates.ts'
import { createStory, CREATE_STORES } from '../../../src/rules/create-story.ts'
import { nextSequence, readUpdates } from '../../../src/rules/story-rows.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { CHIEF, contentOf, headlineOf, NOW } from '../../backends/test-desk.ts'
import { withPostgres } from '../services/with-databases.ts'

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`
const ID = idOf(1)

/** An update in which one client types one letter at the end of what it typed before. */
function typist(client: number): () => Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  return () => {
    const before = Y.encodeStateVector(doc)
    const text = doc.getText('headline')
    text.insert(text.length, String.fromCodePoint(96 + client))
    return Y.encodeStateAsUpdate(doc, before)
  }
}

withPostgres('several servers on one database', (postgres) => {
  let count = 0
  async function servers(
    many: number,
  ): Promise<{ readonly all: readonly SqlStorage[]; readonly end: () => Promise<void> }> {
    count += 1
    const url = await postgres().create(`together${count}`)
    const opened = await Promise.all(Array.from({ length: many }, () => openDatabase({ url, poolSize: 6 })))
    return {
      all: opened.map((database) => new SqlStorage(database)),
      end: async () => {
        await Promise.all(opened.map((database) => database.close()))
      },
    }
  }

  const create = (storage: SqlStorage, id = ID) =>
    storage.run(CREATE_STORES, 'strict', (transaction) =>
      createStory(transaction, { id, content: contentOf(''), source: null }, 999, CHIEF, NOW),
    )
  const append = (storage: SqlStorage, update: Uint8Array, id = ID) =>
    storage.run(APPEND_STORES, 'strict', (transaction) =>
      appendUpdate(transaction, { id, epoch: 1, after: 0 }, update, CHIEF, NOW),
    )
  const readAfter = (storage: SqlStorage, key: number) =>
    storage.run(APPEND_STORES, 'readonly', (transaction) => readUpdates(transaction, ID, 1, key))

  test('whoever reads on after the last key they know misses nothing, also while rows are put together', async () => {
    const { all, end } = await servers(2)
    const [one, two] = all as [SqlStorage, SqlStorage]
    await create(one)
    const state = { isDone: false }
    const writers = [1, 2, 3, 4, 5, 6].map(async (client) => {
      const type = typist(client)
      for (let turn = 0; turn < 25; turn += 1) {
        const storage = (client + turn) % 2 === 0 ? one : two
        expect(await append(storage, type())).toMatchObject({ ok: true })
      }
    })
    const compacting = (async () => {
      while (!state.isDone)
        await two.run(COMPACT_STORES, 'strict', (transaction) => compactUpdates(transaction, ID, 1))
    })()
    const follow = async (storage: SqlStorage): Promise<string> => {
      const doc = new Y.Doc()
      let last = 0
      for (let isLastLook = false; ; isLastLook = state.isDone) {
        const read = await readAfter(storage, last)
        if (!read.ok) throw new Error(read.message)
        expect(applyUpdates(doc, read.updates, null)).toMatchObject({ ok: true })
        expect(read.keys).toEqual(read.keys.toSorted((a, b) => a - b))
        last = read.last
        if (isLastLook) return headlineOf(doc)
      }
    }
    const followers = [follow(one), follow(two)]
    await Promise.all(writers)
    state.isDone = true
    await compacting
    const [first = '', second] = await Promise.all(followers)
    expect(second).toBe(first)
    expect(first.split('').toSorted().join('')).toBe('abcdef'.replaceAll(/./g, (letter) => letter.repeat(25)))
    await end()
  })

  test('a story that two make at the same moment is made once', async () => {
    const { all, end } = await servers(2)
    for (let round = 1; round <= 5; round += 1) {
      const made = await Promise.all([...all, ...all].map((storage) => create(storage, idOf(round))))
      expect(made.filter((each) => each.ok && each.made)).toHaveLength(1)
      expect(made.every(({ ok }) => ok)).toBe(true)
      const rows = await all[0]?.database.kysely
        .selectFrom('updates')
        .select('key')
        .where('story', '=', idOf(round))
        .execute()
      expect(rows).toHaveLength(1)
    }
    await end()
  })

  test('sequences are given once each, and are seen in their order', async () => {
    const { all, end } = await servers(2)
    const [one, two] = all as [SqlStorage, SqlStorage]
    const state = { isDone: false }
    const making = Promise.all(
      Array.from({ length: 40 }, (_, index) => create(index % 2 === 0 ? one : two, idOf(index + 1))),
    ).finally(() => {
      state.isDone = true
    })
    const seen: number[] = []
    for (let isLastLook = false; !isLastLook;) {
      isLastLook = state.isDone
      const changed = await two.run(CREATE_STORES, 'readonly', (transaction) =>
        transaction.storiesSince(seen.at(-1) ?? 0),
      )
      seen.push(
        ...changed.map((row) => (row as { readonly sequence: number }).sequence).toSorted((a, b) => a - b),
      )
    }
    await making
    expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    await end()
  })

  test('two who lock stories in opposite orders both come through', async () => {
    const { all, end } = await servers(2)
    const [one, two] = all as [SqlStorage, SqlStorage]
    await create(one, idOf(1))
    await create(one, idOf(2))
    const state = { tries: 0 }
    const lockBoth = (storage: SqlStorage, [first, second]: readonly [string, string]): Promise<void> =>
      storage.run(APPEND_STORES, 'strict', async (transaction) => {
        await transaction.get('records', first)
        state.tries += 1
        // Both have their first before either asks for its second.
        while (state.tries < 2) await transaction.get('people', 'nobody')
        await transaction.get('records', second)
        await nextSequence(transaction)
      })
    await Promise.all([lockBoth(one, [idOf(1), idOf(2)]), lockBoth(two, [idOf(2), idOf(1)])])
    expect(state.tries).toBe(3)
    expect(await one.run(['meta'], 'readonly', (transaction) => transaction.get('meta', 'sequence'))).toEqual(
      {
        name: 'sequence',
        value: 4,
      },
    )
    await end()
  })

  test('a request that is repeated while the first is under way gets the first one’s answer', async () => {
    const { all, end } = await servers(2)
    const ask = (storage: SqlStorage): Promise<unknown> =>
      storage.run(['meta'], 'strict', async (transaction) => {
        const before = await transaction.answerOf('key')
        if (before !== undefined) return before
        const answer = { sequence: await nextSequence(transaction) }
        await transaction.putAnswer('key', answer, NOW().toISOString())
        return answer
      })
    const answers = await Promise.all([...all, ...all, ...all].map(ask))
    expect(answers).toEqual(answers.map(() => ({ sequence: 1 })))
    await end()
  })

  test('what is read in one transaction is of one moment', async () => {
    const { all, end } = await servers(2)
    const [one, two] = all as [SqlStorage, SqlStorage]
    await create(one, idOf(1))
    const counted = await one.run(CREATE_STORES, 'readonly', async (transaction) => {
      const before = await transaction.countStories()
      await create(two, idOf(2))
      return [before.all, (await transaction.countStories()).all, (await transaction.all('records')).length]
    })
    expect(counted).toEqual([1, 1, 1])
    await end()
  })
})
