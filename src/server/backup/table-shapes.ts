import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { BackupTable } from './backup-lines.ts'

type Column = BackupTable['columns'][number] & { readonly table: string; readonly sequence: string | null }

/** Tables of Kysely's own, which say how far a database has come. */
const isOwn = (table: string): boolean => !table.startsWith('kysely_')

/** All tables of a database with their columns, those first that others refer to. */
export async function tableShapes(kysely: Kysely<Tables>): Promise<readonly BackupTable[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(kysely)
  const tables = [...new Set(rows.map(({ table }) => table))].filter(isOwn)
  return Promise.all(
    (await inOrder(kysely, tables)).map(async (table) => {
      const columns = rows.filter((row) => row.table === table)
      return {
        table,
        columns: columns.map(({ name, type }) => ({ name, type })),
        counters: await countersOf(kysely, columns),
      }
    }),
  )
}

async function countersOf(
  kysely: Kysely<Tables>,
  columns: readonly Column[],
): Promise<BackupTable['counters']> {
  const counters: BackupTable['counters'] = []
  for (const { name, sequence } of columns) {
    if (sequence === null) continue
    const { rows } = await sql<{ last: number }>`
      select case when is_called then last_value else 0 end as last from ${sql.raw(sequence)}`.execute(kysely)
    counters.push({ column: name, last: rows[0]?.last ?? 0 })
  }
  return counters
}

async function inOrder(kysely: Kysely<Tables>, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    select f.relname as from, t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.oid <> t.oid`.execute(kysely)
  const ordered: string[] = []
  const visit = (table: string): void => {
    if (ordered.includes(table)) return
    for (const { to } of rows.filter(({ from }) => from === table)) visit(to)
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}
