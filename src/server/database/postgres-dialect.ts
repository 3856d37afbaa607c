import pg from 'pg'
import { PostgresDialect } from 'kysely'
import { PARSERS } from './column-parsers.ts'
import { preparedPool } from './prepared-pool.ts'

/** What Stet's connections call themselves, so that whoever looks at the server sees whose they are. */
export const APPLICATION = 'stet'

/** So long (ms) a request waits for a connection: longer means that the database is gone, or hopelessly behind. */
const PATIENCE = 5000
/** After so long (ms) of silence it is asked whether the other end is there. */
const SILENCE = 10_000

/** How long (ms) a statement, its answer, a lock it waits for and a transaction that does nothing may take. */
export type DatabaseTimes = {
  readonly statement: number
  /** Longer than `statement`, so that a database that is there says so itself. */
  readonly answer: number
  readonly lock: number
  readonly idle: number
}

/** What people wait for. Nobody waits longer for somebody else's lock than they would believe that anything happens. */
export const DATABASE_TIMES: DatabaseTimes = { statement: 15_000, answer: 17_000, lock: 5_000, idle: 15_000 }

/**
 * Kysely over a PostgreSQL server, by a pool of connections. Nothing connects before the first query. Without `times`
 * anything may take as long as it does: a migration, a backup.
 */
export function postgresDialect(url: string, poolSize: number, times: DatabaseTimes | null): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // One stays, so that a restore sees that somebody is there.
    min: 1,
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE,
    ...(times && {
      statement_timeout: times.statement,
      query_timeout: times.answer,
      lock_timeout: times.lock,
      idle_in_transaction_session_timeout: times.idle,
    }),
    application_name: APPLICATION,
    types: { getTypeParser: (oid, format) => parserOf(oid, format) },
  })
  // A connection that breaks while nobody uses it is replaced when one is asked for; unheard, it would end the server.
  pool.on('error', () => {})
  // One that breaks while it is used fails its statements, which say so; unheard, this would end the server too.
  pool.on('connect', (client) => {
    client.on('error', () => {})
  })
  return new PostgresDialect({ pool: preparedPool(pool) })
}

const parserOf: typeof pg.types.getTypeParser = (oid, format) =>
  (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format)
