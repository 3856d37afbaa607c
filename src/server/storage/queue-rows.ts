import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Asked } from './asked-list.ts'

/**
 * The first `rows` stories of everybody's with a status that is asked for, with id and place, in no order: what stands after `from`,
 * called `stories`. `turn` 'desc' takes them from the end. Where these statuses hold most of the desk it is read along the index of
 * all, and what is not asked for is left out on the way; else along those of each status.
 */
export function queueOf(
  { statuses, column, counts }: Asked,
  rows: number,
  turn: 'asc' | 'desc' = 'asc',
): RawBuilder<unknown> {
  const way = sql.raw(turn)
  const order = sql`order by ${sql.ref(column)} ${way}, id ${way} limit ${rows}`
  const ofAll = statuses.reduce((sum, status) => sum + counts[status], 0)
  const desk = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (ofAll * 2 > desk)
    return sql`(select id, ${sql.ref(column)} from records where status = any(${statuses}::text[]) ${order}) as stories`
  const ofEach = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => sql`(select id, ${sql.ref(column)} from records where status = ${status} ${order})`)
  if (ofEach.length === 0) return sql`(select id, ${sql.ref(column)} from records where false) as stories`
  return sql`(select * from (${sql.join(ofEach, sql` union all `)}) as each ${order}) as stories`
}
