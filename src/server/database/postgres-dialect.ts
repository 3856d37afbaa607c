import pg from 'pg'
import { PostgresDialect } from 'kysely'
import { PARSERS } from './column-parsers.ts'
import { preparedPool } from './prepared-pool.ts'

/** What Stet's connections call themselves, so that whoever looks at the server sees whose they are. */
export const APPLICATION = 'stet'

/** So long (ms) a request waits for a connection: longer means that the database is gone, or hopelessly behind. */
const PATIENCE = 5000

/** Kysely over a PostgreSQL server, by a pool of connections. Nothing connects before the first query. */
export function postgresDialect(url: string, poolSize: number): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
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
