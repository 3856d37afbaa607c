import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { DeskStorage, DeskTransaction, StoreName } from '../../rules/desk-storage.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { Database } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import { databaseFailure, LOST } from './database-failure.ts'
import type { Foreseen } from './foreseen-transaction.ts'
import { foresee } from './foreseen-transaction.ts'
import type { SqlTransaction } from './sql-transaction.ts'
import { sqlTransaction } from './sql-transaction.ts'

type Mode = 'readonly' | 'strict' | 'relaxed'

/** How long (ms) to wait before each further try. */
const PAUSES = [10, 40, 150, 400]
/** So long (ms) after it was begun nothing is tried again: whoever waits has to be told. */
const PATIENCE = 10_000

const READ = 'begin isolation level repeatable read read only'
const WRITE = 'begin'
/** The newest transactions may be lost if the database's own machine stops; this server may stop at any time. */
const WRITE_RELAXED = 'begin; set local synchronous_commit = off'

/**
 * A newsroom's rows in PostgreSQL, for as many servers as use it. What is read in one transaction is of one moment.
 * Everything about one story happens one after the other, by a lock on its record's row.
 */
export class SqlStorage implements DeskStorage {
  readonly trouble = null
  readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /**
   * As `DeskStorage.run`, whatever stores are named. `work` is run again, from the start, where transactions were in each
   * other's way, or where the connection broke before anything was stored: it must leave nothing behind outside of its
   * transaction that would be wrong twice. Where the connection broke at the very end it is not known whether it is stored,
   * and the failure says so.
   */
  async run<Value>(
    _stores: readonly StoreName[],
    mode: Mode,
    work: (transaction: SqlTransaction) => Promise<Value>,
  ): Promise<Value> {
    const since = performance.now()
    for (let tries = 0; ; tries += 1) {
      const attempt: Attempt = { mayBeStored: false }
      try {
        return await this.#once(mode, work, attempt)
      } catch (error) {
        const failure = databaseFailure(error)
        if (failure === null) throw error
        if (typeof failure !== 'string') throw new StorageFailure(failure)
        const wait = PAUSES[tries]
        const isLate = performance.now() - since > PATIENCE
        if (wait === undefined || attempt.mayBeStored || isLate) throw new StorageFailure(LOST)
        await pause(wait)
      }
    }
  }

  /**
   * As `run`, strict, with what `work` is going to look at asked for at once. Answers also with what tells the key of an
   * appended update from what `addUpdate` answered.
   */
  runForeseen<Value>(
    foreseen: Foreseen,
    work: (transaction: DeskTransaction) => Promise<Value>,
  ): Promise<{ readonly value: Value; readonly keyOf: (answered: number) => number }> {
    return this.run([], 'strict', async (transaction) => {
      const ahead = await foresee(transaction, foreseen, this.database.kind === 'postgres')
      const value = await work(ahead.transaction)
      await ahead.finish()
      return { value, keyOf: ahead.keyOf }
    })
  }

  onTrouble(): () => void {
    return () => {}
  }

  /** Nothing: the database is closed by whoever opened it. */
  async close(): Promise<void> {}

  #once<Value>(
    mode: Mode,
    work: (transaction: SqlTransaction) => Promise<Value>,
    attempt: Attempt,
  ): Promise<Value> {
    // An embedded database has one connection, so that nobody is in anybody's way; and it stores nothing later by itself.
    const isShared = this.database.kind === 'postgres'
    const begin = mode === 'readonly' ? READ : mode === 'relaxed' && isShared ? WRITE_RELAXED : WRITE
    return this.database.kysely.connection().execute(async (connection) => {
      await execute(connection, begin)
      let value: Value
      try {
        value = await work(sqlTransaction(connection, isShared && mode !== 'readonly'))
      } catch (error) {
        // A connection that can't even do this is thrown away, and the server takes back what it had begun.
        await execute(connection, 'rollback').catch(() => {})
        throw error
      }
      attempt.mayBeStored = mode !== 'readonly'
      const [ended] = await execute(connection, 'commit')
      if (ended?.command === 'ROLLBACK')
        throw new Error('a statement failed, and what ran went on as if it had not')
      return value
    })
  }
}

/** What is known of one try where it fails. */
type Attempt = { mayBeStored: boolean }

async function execute(
  connection: Kysely<Tables>,
  text: string,
): Promise<readonly { readonly command?: string }[]> {
  return (await connection.executeQuery<{ command?: string }>(CompiledQuery.raw(text))).rows
}
