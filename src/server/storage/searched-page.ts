import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Asked, Keys } from './asked-list.ts'
import { queueOf } from './queue-rows.ts'

/** A search is counted up to the next whole thousand beyond its page. */
const STEP = 1000

/** So many stories from the top of the desk show about how many hold the words. */
const SAMPLE = 240

/** From this share on, a walk down the desk finds and counts them soonest; from that on there are too many to be sorted. */
const COMMON = 1 / 3
const OFTEN = 1 / 120
/** A walk goes so much further, for the top of the desk may have held more of the words than what comes below. */
const SPARE = 1.25

/** Up to so many stories that hold the words are looked up and sorted; more are met soon enough on the way down. */
const FEW = 1500

/** So far down is looked for words that many stories hold, before all of these are sorted: they may be old. */
const FAR = 5000

type Search = {
  readonly kysely: Kysely<Tables>
  readonly asked: Asked
  readonly words: readonly string[]
  /** How many stories there are to be searched. */
  readonly size: number
  /** As far as this is counted. */
  readonly bound: number
}

/** One page of a search. Every word must stand in a story as a part of a word. */
export async function searchedPage(
  kysely: Kysely<Tables>,
  asked: Asked,
  searched: readonly string[],
): Promise<Keys> {
  // As the database stores what it can't.
  const words = searched.map((word) => word.replaceAll('\0', '\uFFFD'))
  if (asked.own) return fromOwn(kysely, asked, words, asked.own)
  const size = asked.statuses.reduce((sum, status) => sum + asked.counts[status], 0)
  const bound = (Math.floor((asked.offset + asked.limit) / STEP) + 1) * STEP
  const search: Search = { kysely, asked, words, size, bound }
  const first = await walkDown(search, SAMPLE, SAMPLE)
  if (size <= SAMPLE) return pageOf(first, asked, bound)
  const share = first.length / SAMPLE
  const walked = await fromTop(search, share)
  if (walked) return walked
  const few = await fromFew(search, share < OFTEN ? FEW : enoughOf(search))
  return few.keys ?? fromMany(search, few.isPastBound)
}

/** What the index of words answers. */
const indexed = (words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(
    words.map((word) => sql`words like ${`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`),
    sql` and `,
  )}`

/** Whether a story has the words; asked of one after the other, because as a join it would be made from the wrong side. */
const has = (words: readonly string[]): RawBuilder<boolean> => {
  const each = words.map((word) => sql`strpos(words, ${word}) > 0`)
  return sql`(select ${sql.join(each, sql` and `)} from searches where searches.id = stories.id)`
}

/** Out of one person's stories, which are few. */
async function fromOwn(
  kysely: Kysely<Tables>,
  asked: Asked,
  words: readonly string[],
  own: RawBuilder<boolean>,
): Promise<Keys> {
  const { rows } = await sql<{ id: string }>`
    select id from records as stories
    where ${own} and status = any(${asked.statuses}::text[]) and ${has(words)}
    order by ${sql.ref(asked.column)}, id`.execute(kysely)
  return pageOf(rows, asked, Infinity)
}

/** The page out of all that were found in order, up to one past the bound. */
function pageOf(rows: readonly { readonly id: string }[], { offset, limit }: Asked, bound: number): Keys {
  const ids = rows.slice(offset, offset + limit).map(({ id }) => id)
  return { ids, total: Math.min(rows.length, bound), isMore: rows.length > bound }
}

/** The first `most` that hold the words among the first `rows` of the desk. */
async function walkDown(
  { kysely, asked, words }: Search,
  rows: number,
  most: number,
): Promise<readonly { readonly id: string }[]> {
  const found = await sql<{ id: string }>`
    select id from ${queueOf(asked, rows)} where ${has(words)}
    order by ${sql.ref(asked.column)}, id limit ${most}`.execute(kysely)
  return found.rows
}

/** Null where more would have to be walked past than looked up. */
async function fromTop(search: Search, share: number): Promise<Keys | null> {
  const { asked, size, bound } = search
  const rows = share < COMMON ? FAR : Math.ceil(((bound + 1) / COMMON) * SPARE)
  const isWhole = size <= rows
  if (share < (isWhole ? OFTEN : COMMON)) return null
  const found = await walkDown(search, rows, bound + 1)
  return isWhole || found.length > bound ? pageOf(found, asked, bound) : null
}

/** So many that hold the words are likely to be past the bound, though some have a status that isn't asked for. */
function enoughOf({ asked, size, bound }: Search): number {
  const desk = Object.values(asked.counts).reduce((sum, count) => sum + count, 0)
  return Math.min(FEW, Math.ceil(((bound + 1) * 1.1 * desk) / size))
}

type Few = {
  /** Null where there are too many. */
  readonly keys: Keys | null
  /** Whether there are so many that nothing is left to be counted. */
  readonly isPastBound: boolean
}

/** `most`: so many are few. */
async function fromFew({ kysely, asked, words, bound }: Search, most: number): Promise<Few> {
  const { statuses, column, offset, limit } = asked
  const { rows } = await sql<{ found: number; total: number; ids: readonly string[] }>`
    with found as materialized (
      select id from searches where ${indexed(words)} limit ${most + 1}
    ), listed as materialized (
      select id, ${sql.ref(column)} as place from records
      where id in (select id from found) and status = any(${statuses}::text[])
      limit case when (select count(*) from found) > ${most} then ${bound + 1}::bigint else ${most}::bigint end
    )
    select (select count(*) from found) as found, (select count(*) from listed) as total,
      array(select id from listed order by place, id offset ${offset} limit ${limit}) as ids`.execute(kysely)
  const [{ found, total, ids } = { found: 0, total: 0, ids: [] }] = rows
  const isPastBound = total > bound
  const keys = found > most ? null : { ids, total: Math.min(total, bound), isMore: isPastBound }
  return { keys, isPastBound }
}

/** Words that stand in many stories, but not in most: met on the way down the desk. */
async function fromMany(search: Search, isPastBound: boolean): Promise<Keys> {
  const { asked, bound, size } = search
  const end = asked.offset + asked.limit
  const rows = FAR + Math.ceil(end / COMMON)
  const found = await walkDown(search, rows, end)
  const total = isPastBound ? bound + 1 : await countFound(search)
  const ids = found.length === end || size <= rows ? pageOf(found, asked, bound).ids : await sortFound(search)
  return { ids, total: Math.min(total, bound), isMore: total > bound }
}

/** How many stories hold the words, up to one past the bound. */
async function countFound({ kysely, asked, words, bound }: Search): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select from searches where ${indexed(words)}
        and (select status from records where records.id = searches.id) = any(${asked.statuses}::text[])
      limit ${bound + 1}
    ) as found`.execute(kysely)
  return rows[0]?.total ?? 0
}

/** The page out of all that hold the words, wherever they are. */
async function sortFound({ kysely, asked, words }: Search): Promise<readonly string[]> {
  const { statuses, column, offset, limit } = asked
  const { rows } = await sql<{ id: string }>`
    with found as materialized (select id from searches where ${indexed(words)})
    select id from records where id in (select id from found) and status = any(${statuses}::text[])
    order by ${sql.ref(column)}, id offset ${offset} limit ${limit}`.execute(kysely)
  return rows.map(({ id }) => id)
}
