import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Asked, Keys } from './asked-list.ts'

/** One page of a desk in which nothing is searched for. */
export function pageOfKeys(kysely: Kysely<Tables>, asked: Asked): Promise<Keys> {
  return asked.own ? ownPage(kysely, asked, asked.own) : queuePage(kysely, asked)
}

/** One person's stories: few enough to be sorted. */
async function ownPage(kysely: Kysely<Tables>, asked: Asked, own: RawBuilder<boolean>): Promise<Keys> {
  const { statuses, column, offset, limit } = asked
  const { rows } = await sql<{ id: string; total: number }>`
    select id, count(*) over () as total from records where ${own} and status = any(${statuses}::text[])
    order by ${sql.ref(column)}, id offset ${offset} limit ${limit}`.execute(kysely)
  const [first] = rows
  const total = first?.total ?? (offset === 0 ? 0 : await countOwn(kysely, asked, own))
  return { ids: rows.map(({ id }) => id), total }
}

/** A page beyond the last has no row to say how many there are. */
async function countOwn(
  kysely: Kysely<Tables>,
  { statuses }: Asked,
  own: RawBuilder<boolean>,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from records where ${own} and status = any(${statuses}::text[])`.execute(kysely)
  return rows[0]?.total ?? 0
}

/**
 * A page of everybody's stories: along an index, from whichever end is nearer. Where the statuses asked for hold most of the desk
 * it is the index of all, and what is not asked for is left out on the way; else those of each status, merged.
 */
async function queuePage(kysely: Kysely<Tables>, asked: Asked): Promise<Keys> {
  const { statuses, column, counts, offset } = asked
  const total = statuses.reduce((sum, status) => sum + counts[status], 0)
  const limit = Math.min(asked.limit, Math.max(0, total - offset))
  if (limit === 0) return { ids: [], total }
  const isFarDown = offset > total / 2
  const from = isFarDown ? total - offset - limit : offset
  const turn = isFarDown ? sql`desc` : sql`asc`
  const order = sql`order by ${sql.ref(column)} ${turn}, id ${turn}`
  const desk = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const ofEach = statuses
    .filter((status) => counts[status] > 0)
    .map(
      (status) =>
        sql`(select id, ${sql.ref(column)} from records where status = ${status} ${order} limit ${from + limit})`,
    )
  const stories =
    total * 2 > desk
      ? sql`records where status = any(${statuses}::text[])`
      : sql`(${sql.join(ofEach, sql` union all `)}) as stories`
  const { rows } = await sql<{ id: string }>`
    select id from ${stories} ${order} offset ${from} limit ${limit}`.execute(kysely)
  const ids = rows.map(({ id }) => id)
  return { ids: isFarDown ? ids.toReversed() : ids, total }
}
