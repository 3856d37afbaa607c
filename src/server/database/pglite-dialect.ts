import type { PGlite } from '@electric-sql/pglite'
import type {
  CompiledQuery,
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  Driver,
  Kysely,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from 'kysely'
import {
  CompiledQuery as Compiled,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { PARSERS } from './column-parsers.ts'

/** Kysely over an embedded PostgreSQL, which has one connection: whoever has it, has it alone. */
export class PGliteDialect implements Dialect {
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  createDriver(): Driver {
    return new PGliteDriver(this.#pglite)
  }

  createAdapter(): PostgresAdapter {
    return new PostgresAdapter()
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler()
  }

  createIntrospector(kysely: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(kysely)
  }
}

class PGliteDriver implements Driver {
  readonly #pglite: PGlite
  readonly #connection: PGliteConnection
  /** Settles when everybody who asked before has let go. */
  #turn: Promise<void> = Promise.resolve()
  #letGo: () => void = () => {}

  constructor(pglite: PGlite) {
    this.#pglite = pglite
    this.#connection = new PGliteConnection(pglite)
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn
    let done = (): void => {}
    this.#turn = new Promise((resolve) => {
      done = resolve
    })
    await before
    this.#letGo = done
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#letGo()
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(Compiled.raw(`begin${level} ${settings.accessMode ?? ''}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { rows } = await connection.executeQuery<{ command: string }>(Compiled.raw('commit'))
    if (rows[0]?.command === 'ROLLBACK')
      throw new Error('the transaction was aborted by a statement that failed')
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(Compiled.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#turn
    await this.#pglite.close()
  }
}

class PGliteConnection implements DatabaseConnection {
  readonly #pglite: PGlite
  /** A statement of the transaction has failed: its commit will be a rollback, which PGlite doesn't tell. */
  #isAborted = false

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const isEnd = sql === 'commit' || sql === 'rollback'
    const command = sql === 'commit' && !this.#isAborted ? 'COMMIT' : 'ROLLBACK'
    try {
      const { rows, affectedRows } = await this.#pglite.query<Row>(sql, [...parameters], { parsers: PARSERS })
      if (isEnd) {
        this.#isAborted = false
        return { rows: [{ command } as Row] }
      }
      const isWrite = !query.kind.startsWith('Select') && affectedRows !== undefined
      return isWrite ? { rows, numAffectedRows: BigInt(affectedRows) } : { rows }
    } catch (error) {
      this.#isAborted = !isEnd
      throw error
    }
  }

  // eslint-disable-next-line require-yield -- kysely asks for a generator
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('PGlite streams nothing: read in pieces')
  }
}
