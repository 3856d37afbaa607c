import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { DeskTransaction, KeyedRows, KeyedStore, UpdateRow } from '../../rules/desk-storage.ts'
import { PREPARED } from '../database/prepared-pool.ts'
import type { Tables } from '../database/tables.ts'
import type { SqlTransaction } from './sql-transaction.ts'

/** What a transaction is going to look at. */
export type Foreseen = {
  readonly people: readonly string[]
  /** Stories that updates are appended to: epoch, and the key of the last update that is known. */
  readonly stories: readonly { readonly id: string; readonly epoch: number; readonly after: number }[]
}

export type ForeseenTransaction = {
  readonly transaction: DeskTransaction
  /** Writes down what was put off. To be awaited before the transaction ends. */
  finish(): Promise<void>
  /** The key of an update that was appended, by what `addUpdate` answered; after `finish`. */
  readonly keyOf: (answered: number) => number
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/**
 * A transaction over many stories that asks for all that is foreseen in two statements and appends all updates in one:
 * whatever the number of stories, as many ways to the database. Locks the stories in the order of their ids, so that two of
 * these never wait for each other. What wasn't foreseen is asked as always.
 */
export async function foresee(
  transaction: SqlTransaction,
  foreseen: Foreseen,
  locks: boolean,
): Promise<ForeseenTransaction> {
  const { sql } = transaction
  // Whoever isn't found here is nobody, also where they were somebody once.
  const people = new Map<string, unknown>(foreseen.people.map((id) => [id, undefined]))
  const records = new Map<string, unknown>()
  const ids = [...new Set(foreseen.stories.map(({ id }) => id))]
  for (const row of await lockedRows(sql, ids, [...people.keys()], locks)) {
    const id = String(row['id'])
    if (row['is_person']) people.set(id, { id, name: row['name'], role: row['role'] })
    else records.set(id, row['data'])
  }
  const updates = await updatesOf(sql, foreseen.stories)
  const waiting: { readonly answered: number; readonly row: UpdateRow }[] = []
  const keys = new Map<number, number>()
  let answers = 0

  async function finish(): Promise<void> {
    const adding = waiting.splice(0)
    if (adding.length === 0) return
    const places = adding.map(
      (_row, at) => `($${at * 4 + 1}, $${at * 4 + 2}, $${at * 4 + 3}, $${at * 4 + 4})`,
    )
    const { rows } = await sql.executeQuery<Rows[number]>(
      CompiledQuery.raw(
        `insert into updates (story, epoch, bytes, by) values ${places.join(', ')} returning key`,
        adding.flatMap(({ row }) => [row.story, row.epoch, row.update, row.by ?? null]),
      ),
    )
    for (const [at, { answered }] of adding.entries()) keys.set(answered, Number(rows[at]?.['key']))
  }

  return {
    finish,
    keyOf: (answered) => keys.get(answered) ?? answered,
    transaction: {
      ...transaction,
      async get(store: KeyedStore, key: string | number) {
        if (store === 'people' && people.has(String(key))) return people.get(String(key))
        if (store === 'records' && records.has(String(key))) return records.get(String(key))
        return transaction.get(store, key)
      },
      async put<Store extends KeyedStore>(store: Store, row: KeyedRows[Store]) {
        if (store === 'records') records.set((row as KeyedRows['records']).id, row)
        await transaction.put(store, row)
      },
      async addUpdate(row) {
        answers -= 1
        waiting.push({ answered: answers, row })
        return answers
      },
      async updatesAfter(story, epoch, key) {
        // Nobody else appends to a story that is locked.
        if (key < 0) return []
        const known = updates.get(placeOf(story, epoch, key))
        if (known && !waiting.some(({ row }) => row.story === story)) return known
        await finish()
        return transaction.updatesAfter(story, epoch, key)
      },
      async allUpdates(story) {
        await finish()
        return transaction.allUpdates(story)
      },
    },
  }
}

const placeOf = (story: string, epoch: number, after: number): string => `${story}/${epoch}/${after}`

/** Records, locked in the order of their ids, and active people: one statement, for each is a way to the database and back. */
async function lockedRows(
  sql: Kysely<Tables>,
  stories: readonly string[],
  people: readonly string[],
  locks: boolean,
): Promise<Rows> {
  const text = `${PREPARED}select true as is_person, id, name, role, null::json as data
    from people where id = any($1::text[]) and is_active
    union all
    select false, id, null, null, data from (
      select id, data from records where id = any($2::text[]) order by id ${locks ? 'for update' : ''}
    ) r`
  const { rows } = await sql.executeQuery<Rows[number]>(CompiledQuery.raw(text, [people, stories]))
  return rows
}

async function updatesOf(
  sql: Kysely<Tables>,
  stories: Foreseen['stories'],
): Promise<ReadonlyMap<string, Rows>> {
  const text = `${PREPARED}select u.key, u.story, u.epoch, u.bytes as update, u.by, a.after
    from unnest($1::text[], $2::int[], $3::bigint[]) as a (story, epoch, after)
    cross join lateral (
      select key, story, epoch, bytes, by from updates where story = a.story and epoch = a.epoch and key > a.after order by key
    ) u order by u.key`
  const { rows } = await sql.executeQuery<Rows[number]>(
    CompiledQuery.raw(text, [
      stories.map(({ id }) => id),
      stories.map(({ epoch }) => epoch),
      stories.map(({ after }) => after),
    ]),
  )
  const found = new Map<string, Rows[number][]>(
    stories.map(({ id, epoch, after }) => [placeOf(id, epoch, after), []]),
  )
  for (const { after, ...row } of rows) {
    found.get(placeOf(String(row['story']), Number(row['epoch']), Number(after)))?.push(row)
  }
  return found
}
