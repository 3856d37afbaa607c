import type { Kysely, RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Asked, Keys } from './asked-list.ts'
import { queueOf } from './queue-rows.ts'

/** One page of a desk in which nothing is searched for. */
export function pageOfKeys(kysely: Kysely<Tables>, asked: Asked): Promise<Keys> {
  return asked.own ? ownPage(kysely, asked, asked.own) : queuePage(kysely, asked)
}

/**
 * One person's stories, few enough to be sorted: all are found before any is left out. Else PostgreSQL may walk down the whole
 * desk for the first of somebody who has many, for it takes the count for something that ends with the page.
 */
async function ownPage(kysely: Kysely<Tables>, asked: Asked, own: RawBuilder<boolean>): Promise<Keys> {
  const { statuses, column, offset, limit } = asked
  const { rows } = await sql<{ total: number; ids: readonly string[] }>`
    with own as materialized (
      select id, ${sql.ref(column)} as place from records where ${own} and status = any(${statuses}::text[])
    )
    select (select count(*) from own) as total,
      array(select id from own order by place, id offset ${offset} limit ${limit}) as ids`.execute(kysely)
  const [{ total, ids } = { total: 0, ids: [] }] = rows
  return { ids, total, isMore: false }
}

/** A page of everybody's stories: along an index, from whichever end is nearer. */
async function queuePage(kysely: Kysely<Tables>, asked: Asked): Promise<Keys> {
  const { statuses, column, counts, offset } = asked
  const total = statuses.reduce((sum, status) => sum + counts[status], 0)
  const limit = Math.min(asked.limit, Math.max(0, total - offset))
  if (limit === 0) return { ids: [], total, isMore: false }
  const isFarDown = offset > total / 2
  const from = isFarDown ? total - offset - limit : offset
  const turn = isFarDown ? 'desc' : 'asc'
  const way = sql.raw(turn)
  const { rows } = await sql<{ id: string }>`
    select id from ${queueOf(asked, from + limit, turn)}
    order by ${sql.ref(column)} ${way}, id ${way} offset ${from} limit ${limit}`.execute(kysely)
  const ids = rows.map(({ id }) => id)
  return { ids: isFarDown ? ids.toReversed() : ids, total, isMore: false }
}
