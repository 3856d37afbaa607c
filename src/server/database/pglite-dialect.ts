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
import type { DurableFiles } from './durable-files.ts'
import { PARSERS } from './column-parsers.ts'

/** Kysely over an embedded PostgreSQL, which has one connection: whoever has it, has it alone. */
export class PGliteDialect implements Dialect {
  readonly #pglite: PGlite
  readonly #files: DurableFiles | null

  /** `files` are those that the database lies in; null for one in memory. */
  constructor(pglite: PGlite, files: DurableFiles | null) {
    this.#pglite = pglite
    this.#files = files
  }

  createDriver(): Driver {
    return new PGliteDriver(this.#pglite, this.#files)
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
  readonly #files: DurableFiles | null
  /** How much was logged when whoever has the connection got it. */
  #logged = 0

  constructor(pglite: PGlite, files: DurableFiles | null) {
    this.#pglite = pglite
    this.#files = files
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
    this.#logged = this.#files?.logged ?? 0
    return this.#connection
  }

  /** Others go on at once, but whoever stored something hears of it when it is on the disk. */
  async releaseConnection(): Promise<void> {
    const hasStored = this.#files !== null && this.#files.logged > this.#logged
    this.#letGo()
    if (hasStored) await this.#files?.flush()
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
    // What failed before, outside of any transaction, is no part of this one.
    if (sql.startsWith('begin')) this.#isAborted = false
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
