import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Pictures that are on their way. Their parts lie where pictures do, under names that stand here before anything is put
 * there: whatever happens, what was begun can be found and taken away.
 */
const STATEMENTS = [
  `create table uploads (
    id text collate "C" primary key,
    hash text collate "C" not null,
    by text collate "C" not null,
    size bigint not null,
    received bigint not null,
    at text collate "C" not null,
    unique (by, hash)
  )`,
  `create index uploads_at on uploads (at)`,
  `create table upload_parts (
    id text collate "C" primary key,
    upload text collate "C" not null,
    start bigint not null,
    size bigint not null,
    is_stored boolean not null,
    at text collate "C" not null
  )`,
  `create index upload_parts_upload on upload_parts (upload, start)`,
]

export const uploads = {
  async up(kysely: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(kysely)
  },
}
