import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { BackupTable } from './backup-lines.ts'
import { tableShapes } from './table-shapes.ts'

/** So many rows, or characters of them, are put at a time. */
const ROWS = 500
const CHARACTERS = 4_000_000

type Row = readonly (string | null)[]

/** Puts a backup's rows into the tables that they came from. */
export class RowLoader {
  /** How many rows were put. */
  rows = 0
  readonly #kysely: Kysely<Tables>
  #table: BackupTable | null = null
  #waiting: Row[] = []
  #characters = 0

  constructor(kysely: Kysely<Tables>) {
    this.#kysely = kysely
  }

  /** Takes out what migrations put in, and keeps triggers from counting what is counted already. */
  async begin(): Promise<void> {
    const tables = (await tableShapes(this.#kysely)).map(({ table }) => sql.table(table))
    await sql`truncate ${sql.join(tables)}`.execute(this.#kysely)
    for (const table of tables) await sql`alter table ${table} disable trigger user`.execute(this.#kysely)
  }

  /** The rows that follow are this table's. */
  async turnTo(table: BackupTable): Promise<void> {
    await this.#put()
    this.#table = table
    for (const { column, last } of table.counters) {
      if (last > 0)
        await sql`select setval(pg_get_serial_sequence(${table.table}, ${column}), ${last})`.execute(
          this.#kysely,
        )
    }
  }

  async add(row: Row): Promise<void> {
    if (row.length !== this.#table?.columns.length) throw new Error('a row without its table')
    this.rows += 1
    this.#waiting.push(row)
    this.#characters += row.reduce((sum, value) => sum + (value?.length ?? 0), 0)
    if (this.#waiting.length >= ROWS || this.#characters >= CHARACTERS) await this.#put()
  }

  async end(): Promise<void> {
    await this.#put()
    const tables = (await tableShapes(this.#kysely)).map(({ table }) => sql.table(table))
    for (const table of tables) await sql`alter table ${table} enable trigger user`.execute(this.#kysely)
  }

  async #put(): Promise<void> {
    const rows = this.#waiting
    const table = this.#table
    this.#waiting = []
    this.#characters = 0
    if (!table || rows.length === 0) return
    const { columns } = table
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    const values = sql.join(columns.map(({ name, type }) => sql`${sql.ref(name)}::${sql.raw(type)}`))
    const lists = sql.join(columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`))
    await sql`insert into ${sql.table(table.table)} (${names})
      select ${values} from unnest(${lists}) as put (${names})`.execute(this.#kysely)
  }
}
