import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type {
  DeskTransaction,
  KeyedRows,
  KeyedStore,
  StoryStore,
  UpdateRow,
} from '../../rules/desk-storage.ts'
import type { Status } from '../../domain/story-record.ts'
import { STATUSES } from '../../domain/story-record.ts'
import { PREPARED } from '../database/prepared-pool.ts'
import type { Tables } from '../database/tables.ts'
import { SHELVES } from './shelves.ts'
import { OF_STORY, TEXTS } from './sql-texts.ts'

/** A transaction of the server's, with what only a server keeps. */
export interface SqlTransaction extends DeskTransaction {
  /** The transaction itself, for tables that the desk's rules know nothing of. */
  readonly sql: Kysely<Tables>
  /**
   * The answer that a request with this key got before, or undefined. In a transaction that writes, another one with the
   * same key waits here until this one has ended, so that it finds its answer.
   */
  answerOf(key: string): Promise<unknown>
  /** Keeps an answer under a request's key for a day. `at` is an ISO instant. */
  putAnswer(key: string, answer: object, at: string): Promise<void>
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** So long (ms) answers are kept. */
const ANSWER_KEPT = 24 * 60 * 60 * 1000

/**
 * A desk's transaction over SQL. Where `locks` is set, it may write while others do: it then locks the row of each story
 * before it looks at it, and the row of the desk's sequence likewise, so that everything about one story happens one after the
 * other and later keys and sequences are committed later.
 */
export function sqlTransaction(sql: Kysely<Tables>, locks: boolean): SqlTransaction {
  const locked = new Set<string>()

  async function run(text: string, ...values: readonly unknown[]): Promise<Rows> {
    const { rows } = await sql.executeQuery<Rows[number]>(CompiledQuery.raw(PREPARED + text, [...values]))
    return rows
  }

  /** What isn't there has no row to lock: whoever would make it waits for its name instead. */
  async function lockName(name: string): Promise<void> {
    await run('select pg_advisory_xact_lock(hashtextextended($1, 0))', name)
  }

  async function lockStory(id: string): Promise<void> {
    if (!locks || locked.has(id)) return
    const [there] = await run('select 1 from records where id = $1 for update', id)
    if (!there) await lockName(`records/${id}`)
    locked.add(id)
  }

  async function getLocked(store: 'records' | 'meta', key: string): Promise<unknown> {
    const text = TEXTS[store].getLocked
    let [found] = await run(text, key)
    if (!found) {
      await lockName(`${store}/${key}`)
      ;[found] = await run(text, key)
    }
    if (store === 'records') locked.add(key)
    return found?.['data'] ?? undefined
  }

  return {
    sql,
    async get(store, key) {
      const shelf = SHELVES[store]
      if (locks && (store === 'records' || store === 'meta')) return getLocked(store, String(key))
      const [found] = await run(TEXTS[store].get, shelf.isNumbered ? Number(key) : String(key))
      return found === undefined ? undefined : (shelf.row(found) ?? undefined)
    },
    async all(store) {
      const rows = await run(TEXTS[store].all)
      return rows.map(SHELVES[store].row).filter((row) => row !== null)
    },
    async next(store, after, limit) {
      const { isNumbered, row } = SHELVES[store]
      const rows = await run(TEXTS[store].next, isNumbered ? Number(after) : after, limit)
      return rows.map(row)
    },
    async put<Store extends KeyedStore>(store: Store, row: KeyedRows[Store]) {
      await run(TEXTS[store].put, ...SHELVES[store].values(row))
    },
    async remove(store, key) {
      await run(TEXTS[store].remove, key)
    },
    async firstStories(order, status, limit) {
      const place = order === 'changed' ? 'place' : 'born'
      const rows =
        status === null
          ? await run(`select data from records where is_sound order by ${place}, id limit $1`, limit)
          : await run(
              `select data from records where status = $1 and is_sound order by ${place}, id limit $2`,
              status,
              limit,
            )
      return rows.map(({ data }) => data)
    },
    async storiesSince(sequence) {
      const rows = await run(
        'select data from records where place < $1 and is_sound order by place, id',
        -sequence,
      )
      return rows.map(({ data }) => data)
    },
    async countStories() {
      const rows = await run('select status, stories from story_counts')
      const unsound = await run(
        'select status, count(*) as stories from records where not is_sound group by status',
      )
      const byStatus = Object.fromEntries(
        STATUSES.map((status) => [status, countOf(rows, status) - countOf(unsound, status)]),
      )
      const all = rows.reduce((sum, { stories }) => sum + Number(stories), 0)
      return { all, byStatus: byStatus as Record<Status, number> }
    },
    async unsummarised() {
      const rows = await run('select id from records where unsummarised order by id')
      return rows.map(({ id }) => String(id))
    },
    async addUpdate({ story, epoch, update, by }: UpdateRow) {
      await lockStory(story)
      const text = 'insert into updates (story, epoch, bytes, by) values ($1, $2, $3, $4) returning key'
      const [added] = await run(text, story, epoch, update, by ?? null)
      return Number(added?.['key'])
    },
    async updatesAfter(story, epoch, key) {
      await lockStory(story)
      return run(
        'select key, story, epoch, bytes as update, by from updates where story = $1 and epoch = $2 and key > $3 order by key',
        story,
        epoch,
        key,
      )
    },
    async allUpdates(story) {
      await lockStory(story)
      return run(
        'select key, story, epoch, bytes as update, by from updates where story = $1 order by epoch, key',
        story,
      )
    },
    async deleteUpdates(keys) {
      await run('delete from updates where key = any($1::bigint[])', keys)
    },
    async ofStory(store: StoryStore, story: string) {
      const rows = await run(OF_STORY[store], story)
      return rows.map(SHELVES[store].row)
    },
    async noticesOf(person, limit) {
      const text =
        'select data from notices where person = $1 and place is not null order by place, key limit $2'
      const rows = await run(text, person, limit)
      return rows.map(({ data }) => data)
    },
    async answerOf(key) {
      if (locks) await lockName(`answers/${key}`)
      const [found] = await run('select answer from answers where key = $1', key)
      return found?.['answer']
    },
    async putAnswer(key, answer, at) {
      const expired = new Date(Date.parse(at) - ANSWER_KEPT).toISOString()
      await run(
        'insert into answers (key, answer, at) values ($1, $2, $3) on conflict (key) do nothing',
        key,
        JSON.stringify(answer),
        at,
      )
      // A few at a time, and none that another server is just forgetting.
      await run(
        'delete from answers where key in (select key from answers where at < $1 limit 50 for update skip locked)',
        expired,
      )
    },
  }
}

const countOf = (rows: Rows, status: Status): number =>
  Number(rows.find((row) => row['status'] === status)?.['stories'] ?? 0)
