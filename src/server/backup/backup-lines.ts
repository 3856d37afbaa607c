import * as z from 'zod'

/**
 * A backup is a file of lines of JSON, compressed: a head; then each table with its rows, so that whatever a row refers to stands
 * before it; then each picture with its bytes; then an end, without which it isn't whole. Values are the database's own
 * texts for them, or null: the same in both kinds of database.
 */
const head = z.strictObject({
  stet: z.literal('backup'),
  version: z.literal(1),
  /** ISO instant. */
  at: z.string(),
  /** What the database had gone through. */
  migrations: z.array(z.string()).min(1),
  /** Where pictures are kept: in this file, or in a bucket that is backed up by its own means. */
  pictures: z.enum(['here', 'bucket']),
})
const name = z.string().regex(/^[a-z_]{1,63}$/)
const table = z.strictObject({
  table: name,
  columns: z.array(z.strictObject({ name, type: z.string().regex(/^[a-z0-9 (),[\]]{1,60}$/) })).min(1),
  /** Where columns count up by themselves: the last number that was given. */
  counters: z.array(z.strictObject({ column: name, last: z.number() })),
})
const row = z.array(z.string().nullable())
/** A picture's name in its folder, and pieces of its bytes, base64. */
const picture = z.strictObject({ picture: z.string().regex(/^[\da-z]+\/[\da-f-]+$/) })
const piece = z.strictObject({ piece: z.string() })
const end = z.strictObject({ rows: z.number(), pictures: z.number() })

const line = z.union([row, piece, picture, table, head, end])

export type BackupHead = z.infer<typeof head>
export type BackupTable = z.infer<typeof table>
export type BackupLine = z.infer<typeof line>

/** A line that was read, or null where it is none. */
export function readLine(text: string): BackupLine | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
