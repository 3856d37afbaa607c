import fc from 'fast-check'
import type { KyselyPlugin, PluginTransformQueryArgs, QueryId } from 'kysely'
import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ListPage, ListQuery } from '../../../src/backends/backend.ts'
import { foldText } from '../../../src/domain/search-text.ts'
import { STATUSES } from '../../../src/domain/story-record.ts'
import type { StoryRow } from '../../../src/rules/desk-storage.ts'
import { countByStatus, inOrder, matching } from '../../../src/rules/list-query.ts'
import { rowOf } from '../../../src/rules/stored-shapes.ts'
import { listedRecord } from '../../../src/rules/story-rows.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { listStoriesSql } from '../../../src/server/storage/list-stories-sql.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { recordWith } from '../../domain/story-records.ts'
import { EVERYTHING } from '../../backends/test-desk.ts'
import { forgetRows, withDatabases } from '../services/with-databases.ts'

type Story = { readonly row: StoryRow; readonly text: string }

const WORDS = ['Ferry', 'ferryman', 'Łódź', 'a%b', 'a_b', 'back\\slash', '“quoted”', 'x', 'straße', 'nul\0']
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => foldText(words.join('\n')))
const people = fc.constantFrom('rita', 'otto', "o'neil")

const stories: fc.Arbitrary<readonly Story[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      reporters: fc.uniqueArray(people),
      claimant: fc.option(people),
      text: texts,
      damage: fc.constantFrom('none', 'none', 'none', 'summary', 'status', 'order', 'newer'),
    }),
    { maxLength: 24 },
  )
  .chain((made) =>
    fc
      .shuffledSubarray(
        made.map((_, index) => index + 1),
        { minLength: made.length },
      )
      .map((sequences) =>
        made.map(({ text, damage, ...change }, index) => {
          const sequence = sequences[index] ?? 0
          const row = rowOf(recordWith({ ...change, id: `story-${index}`, sequence }), -index - 1, 0)
          return { row: { ...row, ...DAMAGE[damage] }, text }
        }),
      ),
  )

/** What may be wrong with a row, and leaves it a place in every list. */
const DAMAGE: Readonly<Record<string, object>> = {
  none: {},
  summary: { summary: { headline: 7 } },
  status: { status: 'lost' },
  order: { order: 'first' },
  newer: { schema: 99, mood: 'hopeful' },
}

const queries: fc.Arbitrary<ListQuery> = fc.record(
  {
    search: fc
      .array(
        fc.constantFrom('ferry', 'FERR', 'lodz', '%', '_', 'a%b', '\\', '"quo', 'strasse', 'rr', 'x', 'none'),
        { maxLength: 3 },
      )
      .map((words) => words.join(' ')),
    statuses: fc.array(fc.constantFrom(...STATUSES), { maxLength: 4 }),
    reporter: people,
    claimant: people,
    order: fc.constantFrom('changed' as const, 'created' as const),
    offset: fc.nat({ max: 26 }),
    limit: fc.nat({ max: 12 }),
  },
  { requiredKeys: ['search', 'statuses', 'order', 'offset', 'limit'] },
)

/** What everybody's stories are searched for is counted up to the next thousand beyond the page. */
function counted(found: number, query: ListQuery): Pick<ListPage, 'total' | 'isMore'> {
  const isExact = query.search.trim() === '' || query.reporter !== undefined || query.claimant !== undefined
  const bound = isExact ? Infinity : (Math.floor((query.offset + query.limit) / 1000) + 1) * 1000
  return { total: Math.min(found, bound), isMore: found > bound }
}

/** The same, from the rules over all that there is. */
function expectedOf(all: readonly Story[], query: ListQuery): ListPage {
  const listed = all.map(({ row, text }) => ({ record: listedRecord(row), born: -row.born, text }))
  const found = matching(inOrder(listed, query.order), query)
  return {
    records: found.slice(query.offset, query.offset + query.limit).map(({ record }) => record),
    ...counted(found.length, query),
    counts: countByStatus(listed),
  }
}

async function storageWith(database: Database, all: readonly Story[]): Promise<SqlStorage> {
  const storage = new SqlStorage(database)
  await storage.run(['records', 'searches'], 'strict', async (transaction) => {
    for (const { row, text } of all) {
      await transaction.put('records', row)
      await transaction.put('searches', { id: row.id, text })
    }
  })
  return storage
}

/** A storage that notes what it asks of the database. */
function noteStatements(database: Database): {
  readonly noting: SqlStorage
  readonly statements: () => readonly { readonly text: string; readonly parameters: readonly unknown[] }[]
} {
  const { kysely } = database
  const asked: { readonly node: PluginTransformQueryArgs['node']; readonly queryId: QueryId }[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.push({ node, queryId })
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return {
    noting: new SqlStorage({ ...database, kysely: kysely.withPlugin(plugin) }),
    statements: () =>
      asked.map(({ node, queryId }) => {
        const { sql: text, parameters } = kysely.getExecutor().compileQuery(node, queryId)
        return { text, parameters }
      }),
  }
}

withDatabases('a list', (open) => {
  test('is what the rules say of all stories, whatever is asked for', async () => {
    const database = await open()
    await fc.assert(
      fc.asyncProperty(stories, fc.array(queries, { minLength: 4, maxLength: 12 }), async (all, asked) => {
        await forgetRows(database)
        const storage = await storageWith(database, all)
        for (const query of asked) {
          expect([query, await listStoriesSql(storage, query)]).toEqual([query, expectedOf(all, query)])
        }
      }),
      { numRuns: 15 },
    )
  })

  test('follows every change of a record, and counts it once', async () => {
    const storage = new SqlStorage(await open())
    const put = (status: 'draft' | 'submitted', sequence: number): Promise<void> =>
      storage.run(['records'], 'strict', (transaction) =>
        transaction.put('records', rowOf(recordWith({ id: 'a', status, sequence }), -1, 0)),
      )
    await put('draft', 1)
    await put('draft', 2)
    await put('submitted', 3)
    const { counts, total, records } = await listStoriesSql(storage, EVERYTHING)
    expect([counts.draft, counts.submitted, total]).toEqual([0, 1, 1])
    expect(records.map(({ sequence }) => sequence)).toEqual([3])
    await storage.database.kysely.deleteFrom('records').execute()
    expect((await listStoriesSql(storage, EVERYTHING)).counts.submitted).toBe(0)
  })

  test('of a large desk: words are paged and counted, up to the bound, wherever and in however many stories they stand', async () => {
    const count = 10_400
    const all = Array.from({ length: count }, (_, index): Story => {
      const status = index % 50 === 0 ? 'spiked' : index % 5 === 1 ? 'approved' : 'published'
      const row = rowOf(
        recordWith({ id: `story-${String(index).padStart(6, '0')}`, sequence: index + 1, status }),
        -index,
        0,
      )
      const words = [
        'common',
        ...(index % 3 === 0 ? ['third'] : []),
        ...(index % 4 === 1 ? ['fourth'] : []),
        // A little more often at the top of the desk than below.
        ...(index % 20 < (index >= 10_000 ? 7 : 6) ? ['uneven'] : []),
        ...(index < 2500 ? ['early'] : []),
        ...(index >= 10_000 ? ['late'] : []),
        `number${index}`,
      ]
      return { row, text: words.join(' ') }
    })
    const database = await open()
    const storage = new SqlStorage(database)
    await database.kysely.transaction().execute(async (transaction) => {
      for (let first = 0; first < count; first += 400) {
        const batch = all.slice(first, first + 400)
        const records = batch.map(({ row }) => ({
          id: row.id,
          place: row.order,
          born: row.born,
          status: row.status,
          reporters: [],
          claimant: null,
          unsummarised: false,
          is_sound: true,
          data: JSON.stringify(row),
        }))
        await transaction.insertInto('records').values(records).execute()
        await transaction
          .insertInto('searches')
          .values(batch.map(({ row, text }) => ({ id: row.id, words: text })))
          .execute()
      }
    })
    const asked: readonly Partial<ListQuery>[] = [
      { search: 'common', offset: 9000 },
      { search: 'common', statuses: ['published'], offset: 40 },
      { search: 'common', statuses: ['spiked'], order: 'created', offset: 200 },
      { search: 'third common', offset: 3400 },
      { search: 'number777' },
      { search: 'number1', offset: 990 },
      { search: 'fourth' },
      { search: 'fourth', statuses: ['published', 'approved'], offset: 970 },
      { search: 'fourth', statuses: ['published', 'approved'], offset: 980 },
      { search: 'fourth', offset: 2590 },
      { search: 'fourth', statuses: ['approved'], order: 'created', offset: 500 },
      { search: 'early', offset: 10 },
      { search: 'early', statuses: ['published'], order: 'created', offset: 1200 },
      { search: 'late' },
      { search: 'uneven' },
      { search: 'common', offset: 10_390 },
      { offset: 10_390 },
      { statuses: ['spiked'], offset: 190 },
      { statuses: ['published', 'draft'], offset: 7000, order: 'created' },
    ]
    for (const change of asked) {
      const query = { ...EVERYTHING, ...change, limit: 20 }
      expect([query, await listStoriesSql(storage, query)]).toEqual([query, expectedOf(all, query)])
    }
    const { noting, statements } = noteStatements(database)
    await listStoriesSql(noting, { ...EVERYTHING, search: 'uneven', limit: 20 })
    // One walk down the desk was enough: the index of words was asked for nothing.
    expect(statements().filter(({ text }) => text.includes('words like'))).toEqual([])
  })

  test('of one person reads that person’s stories, not all that the desk has', async () => {
    const database = await open()
    const { kysely } = database
    await sql`alter table records disable trigger count_made`.execute(kysely)
    await sql`insert into records (id, place, born, status, reporters, unsummarised, is_sound, data)
      select 'story-' || n, -n, -n, 'published', array['person-' || n % 100], false, true, '{}'
      from generate_series(1, 30000) n`.execute(kysely)
    await sql`analyze records`.execute(kysely)
    const { noting, statements } = noteStatements(database)
    for (let person = 0; person < 100; person += 9) {
      await listStoriesSql(noting, { ...EVERYTHING, reporter: `person-${person}`, limit: 50 })
    }
    const passedOver: number[] = []
    for (const { text, parameters } of statements()) {
      const { rows } = await kysely.executeQuery<{ 'QUERY PLAN': string }>(
        CompiledQuery.raw(`explain (analyze, costs off, timing off) ${text}`, [...parameters]),
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      passedOver.push(
        ...[...plan.matchAll(/Rows Removed by Filter: (\d+)/gu)].map(([, count]) => Number(count)),
      )
    }
    expect(statements().length).toBeGreaterThan(20)
    expect(Math.max(0, ...passedOver)).toBeLessThan(300)
  })
})
