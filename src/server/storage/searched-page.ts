import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Asked, Keys } from './asked-list.ts'

/** Up to so many stories that hold the words are looked up and sorted; where there are more, much of the desk holds them. */
const FEW = 10_000

/** One page of a search. Every word must stand in a story as a part of a word. */
export async function searchedPage(
  kysely: Kysely<Tables>,
  asked: Asked,
  words: readonly string[],
): Promise<Keys> {
  const patterns = words.map(patternOf)
  if (asked.own) return fromOwn(kysely, asked, patterns, asked.own)
  return (await fromFew(kysely, asked, patterns)) ?? fromDesk(kysely, asked, patterns)
}

/** A pattern for whatever has this word in it. */
const patternOf = (word: string): string =>
  `%${word.replaceAll('\0', '\uFFFD').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

const holds = (text: RawBuilder<unknown>, patterns: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    patterns.map((pattern) => sql`${text} like ${pattern}`),
    sql` and `,
  )}`

/** The words of a record's story, asked for one by one: as a join it would be made from the wrong side. */
const itsWords = sql`(select words from searches where searches.id = records.id)`

/** Null where there are too many. */
async function fromFew(
  kysely: Kysely<Tables>,
  asked: Asked,
  patterns: readonly string[],
): Promise<Keys | null> {
  const { statuses, column, offset, limit } = asked
  const { rows } = await sql<{ found: number; total: number; ids: readonly string[] }>`
    with found as materialized (
      select id from searches where ${holds(sql`words`, patterns)} limit ${FEW + 1}
    ), listed as materialized (
      select id, ${sql.ref(column)} as place from records
      where (select count(*) from found) <= ${FEW}
        and id in (select id from found) and status = any(${statuses}::text[])
    )
    select (select count(*) from found) as found, (select count(*) from listed) as total,
      array(select id from listed order by place, id offset ${offset} limit ${limit}) as ids`.execute(kysely)
  const [row] = rows
  return row && row.found <= FEW ? { ids: row.ids, total: row.total } : null
}

/** Out of one person's stories, which are few. */
async function fromOwn(
  kysely: Kysely<Tables>,
  asked: Asked,
  patterns: readonly string[],
  own: RawBuilder<boolean>,
): Promise<Keys> {
  const { rows } = await sql<{ id: string }>`
    select id from records
    where ${own} and status = any(${asked.statuses}::text[]) and ${holds(itsWords, patterns)}
    order by ${sql.ref(asked.column)}, id`.execute(kysely)
  return pageOf(rows, asked)
}

const pageOf = (rows: readonly { readonly id: string }[], { offset, limit }: Asked): Keys => ({
  ids: rows.slice(offset, offset + limit).map(({ id }) => id),
  total: rows.length,
})

/** Words that stand in many stories are soon found by walking down the desk; what takes its time is to count them. */
async function fromDesk(kysely: Kysely<Tables>, asked: Asked, patterns: readonly string[]): Promise<Keys> {
  const { statuses, column, offset, limit } = asked
  const total = await countFound(kysely, asked, patterns)
  // The database takes every word for rare, and would rather collect and sort all that have it.
  await sql`select set_config('enable_sort', 'off', true)`.execute(kysely)
  const { rows } = await sql<{ id: string }>`
    select id from records
    where status = any(${statuses}::text[]) and ${holds(itsWords, patterns)}
    order by ${sql.ref(column)}, id offset ${offset} limit ${limit}`.execute(kysely)
  return { ids: rows.map(({ id }) => id), total }
}

/** How many stories of the statuses asked for hold the words: by looking at fewer, either these or all the others. */
async function countFound(
  kysely: Kysely<Tables>,
  { statuses, counts }: Asked,
  patterns: readonly string[],
): Promise<number> {
  const all = Object.keys(counts) as (keyof typeof counts)[]
  const others = all.filter((status) => !statuses.includes(status))
  const size = (of: readonly (keyof typeof counts)[]): number =>
    of.reduce((sum, each) => sum + counts[each], 0)
  if (size(statuses) < size(others)) return countOf(kysely, statuses, patterns)
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from searches where ${holds(sql`words`, patterns)}`.execute(kysely)
  return (rows[0]?.total ?? 0) - (size(others) === 0 ? 0 : await countOf(kysely, others, patterns))
}

async function countOf(
  kysely: Kysely<Tables>,
  statuses: Asked['statuses'],
  patterns: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from records
    where status = any(${statuses}::text[]) and ${holds(itsWords, patterns)}`.execute(kysely)
  return rows[0]?.total ?? 0
}
