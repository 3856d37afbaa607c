import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** Who wrote an update; of those that are older nobody knows it. No reference: rows outlast the people who wrote them. */
const STATEMENTS = [`alter table updates add column by text collate "C"`]

export const writers = {
  async up(kysely: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(kysely)
  },
}
