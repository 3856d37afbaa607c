import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from './tables.ts'

/** After so many bytes of its log an embedded database is tidied up. */
const AFTER = 32 * 1024 * 1024

/** How often (ms) is looked whether it is time. */
const EVERY = 30_000

/**
 * Does for an embedded database what a PostgreSQL server does by itself: clears away what was replaced, brings the statistics up
 * to date that its plans are made from, and cuts its log off. One table at a time, so that nobody waits long. Answers with
 * the way to stop it.
 */
export function keepUp(
  kysely: Kysely<Tables>,
  logged: () => number,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let last = logged()
  let work: Promise<void> = Promise.resolve()
  let isAtWork = false
  const timer = setInterval(() => {
    if (isAtWork || logged() - last < AFTER) return
    isAtWork = true
    work = tidy(kysely)
      .catch(failed)
      .finally(() => {
        last = logged()
        isAtWork = false
      })
  }, EVERY)
  timer.unref()
  return () => {
    clearInterval(timer)
    return work
  }
}

/** Tidies every table up, once. */
export async function tidy(kysely: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    kysely,
  )
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.table(name)}`.execute(kysely)
  await sql`checkpoint`.execute(kysely)
}
