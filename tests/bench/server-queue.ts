import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { KyselyPlugin, PluginTransformQueryArgs } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { ListQuery } from '../../src/backends/backend.ts'
import { STATUSES } from '../../src/domain/story-record.ts'
import type { Database } from '../../src/server/database/open-database.ts'
import { openDatabase } from '../../src/server/database/open-database.ts'
import { listStoriesSql } from '../../src/server/storage/list-stories-sql.ts'
import { SqlStorage } from '../../src/server/storage/sql-storage.ts'
import { startPostgres } from '../server/services/start-postgres.ts'
import { quantile, table } from './figures.ts'
import { fillDesk, vocabulary } from './sql-desk.ts'

const STORIES = 100_000
const TRIES = 30
const PAGE: ListQuery = { search: '', statuses: [], order: 'changed', offset: 0, limit: 50 }
const ON_THE_DESK = STATUSES.filter((status) => status !== 'spiked')

/** What people ask a desk for, and in how many stories each of its words stands (of 100,000, about). */
function questions(words: readonly string[]): Readonly<Record<string, (turn: number) => Partial<ListQuery>>> {
  const word = (rank: number): string => words[rank] ?? ''
  return {
    'all stories': () => ({ statuses: ON_THE_DESK }),
    'by creation': () => ({ statuses: ON_THE_DESK, order: 'created' }),
    'waiting for a sub': () => ({ statuses: ['submitted'] }),
    'in review': () => ({ statuses: ['in review'] }),
    'drafts and changes requested': () => ({ statuses: ['draft', 'changes requested'] }),
    published: () => ({ statuses: ['published'] }),
    'my drafts': (turn) => ({ statuses: ['draft'], reporter: `person-${turn}` }),
    'all of mine': (turn) => ({ reporter: `person-${turn}` }),
    'claimed by me': (turn) => ({ statuses: ['in review'], claimant: `person-${turn}` }),
    'page in the middle of all': (turn) => ({ offset: 50_000 + turn * 50 }),
    'page in the middle of published': (turn) => ({ statuses: ['published'], offset: 45_000 + turn * 50 }),
    'last page of all': () => ({ offset: STORIES - 50 }),
    'search: one story': (turn) => ({ search: `slug-${70_000 + turn}`, statuses: ON_THE_DESK }),
    'search: a rare word': (turn) => ({ search: word(9000 + turn), statuses: ON_THE_DESK }),
    'search: a word in 2 %': (turn) => ({ search: word(1400 + turn), statuses: ON_THE_DESK }),
    'search: a word in 10 %': (turn) => ({ search: word(300 + turn), statuses: ON_THE_DESK }),
    'search: a word in 10 %, in drafts': (turn) => ({ search: word(300 + turn), statuses: ['draft'] }),
    'search: a word in 30 %': (turn) => ({ search: word(80 + (turn % 10)), statuses: ON_THE_DESK }),
    'search: a word in 50 %': (turn) => ({ search: word(35 + (turn % 10)), statuses: ON_THE_DESK }),
    'search: a word in every story': () => ({ search: 'jane', statuses: ON_THE_DESK }),
    'search: two words, 10 % each': (turn) => ({
      search: `${word(300 + turn)} ${word(330 + turn)}`,
      statuses: ON_THE_DESK,
    }),
    'search: a word in mine': (turn) => ({ search: word(300 + turn), reporter: `person-${turn}` }),
  }
}

/**
 * A desk of 100,000 stories of 300 words each: how long its lists take on both databases, with what the database did for
 * each in short. Takes minutes, most of which fill the desks.
 */
export async function benchQueue(): Promise<void> {
  const postgres = await startPostgres({ fsync: 'on', full_page_writes: 'on', shared_buffers: '512MB' })
  if (postgres) {
    // Filling the desk and its index takes longer than a server lets anything take.
    const times = { statement: 600_000, answer: 600_000, lock: 600_000, idle: 600_000 }
    await benchOn('PostgreSQL', await openDatabase({ url: postgres.url, times }))
    await postgres.end()
  } else console.log('PostgreSQL is not installed here: left out.\n')
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  await benchOn('PGlite (embedded)', await openDatabase({ folder }))
  rmSync(folder, { recursive: true, force: true })
}

async function benchOn(name: string, database: Database): Promise<void> {
  const words = vocabulary(20_000)
  await fillDesk(database, STORIES, words)
  await measure(name, database, words)
  await database.close()
}

/** Asks everything of a desk that is filled. */
async function measure(name: string, database: Database, words: readonly string[]): Promise<void> {
  const storage = new SqlStorage(database)
  const load = loadavg()[0]?.toFixed(1) ?? ''
  const rows = []
  const plans = []
  for (const [what, ask] of Object.entries(questions(words))) {
    const times: number[] = []
    let found = ''
    for (let turn = 0; turn < TRIES; turn += 1) {
      const since = performance.now()
      const page = await listStoriesSql(storage, { ...PAGE, ...ask(turn) })
      times.push(performance.now() - since)
      found = `${page.total}${page.isMore ? '+' : ''}`
    }
    rows.push({
      what,
      found,
      'p50 ms': quantile(times, 0.5).toFixed(1),
      'p95 ms': quantile(times, 0.95).toFixed(1),
      'p95 under 50': quantile(times, 0.95) < 50 ? 'yes' : 'NO',
    })
    plans.push(`${what}:\n${await plansOf(database, { ...PAGE, ...ask(TRIES) })}`)
  }
  console.log(
    `Lists of a desk of 100,000 stories, ${name}, ${TRIES} tries each (load of the machine: ${load})\n${table(rows)}\n`,
  )
  console.log(`What ${name} did for them\n${plans.join('\n')}\n`)
}

/** The parts of a plan that read something, and how many rows each gave. */
const READING =
  /((?:Parallel )?(?:Seq Scan|Index(?: Only)? Scan|Bitmap Heap Scan|Bitmap Index Scan)(?: Backward)?.*?) \(actual time=\S+ rows=(\d+)(?:\.\d+)? loops=(\d+)/

/** Which indexes the statements of one list used. */
async function plansOf(database: Database, query: ListQuery): Promise<string> {
  const nodes: PluginTransformQueryArgs[] = []
  const noting: KyselyPlugin = {
    transformQuery(args) {
      nodes.push(args)
      return args.node
    },
    transformResult: async ({ result }) => result,
  }
  const noted = { ...database, kysely: database.kysely.withPlugin(noting) }
  await listStoriesSql(new SqlStorage(noted), query)
  const lines: string[] = []
  // In one transaction, because some of them set something for those that follow.
  await database.kysely.transaction().execute(async (transaction) => {
    for (const { node, queryId } of nodes) {
      const { sql, parameters } = database.kysely.getExecutor().compileQuery(node, queryId)
      const explained = CompiledQuery.raw(`explain (analyze, costs off) ${sql}`, [...parameters])
      const { rows } = await transaction.executeQuery<{ 'QUERY PLAN': string }>(explained)
      for (const row of rows) {
        const [, part, count, loops] = READING.exec(row['QUERY PLAN']) ?? []
        if (part !== undefined)
          lines.push(`    ${part}: ${loops === '1' ? '' : `${loops} times `}${count} rows`)
      }
    }
  })
  return lines.join('\n')
}
