import type { Kysely } from 'kysely'
import type { PictureType } from './recognise-file.ts'
import type { UploadTables } from './upload-tables.ts'

type Sql = Kysely<UploadTables>

/** A picture on its way. */
export type Upload = {
  readonly id: string
  readonly hash: string
  readonly by: string
  readonly size: number
  readonly received: number
}

/** A part that is stored, or is to be. */
export type Part = {
  readonly id: string
  readonly upload: string
  readonly start: number
  readonly size: number
}

/** What is known of a picture that is stored. */
export type PictureRow = {
  readonly hash: string
  readonly type: PictureType
  readonly size: number
  readonly width: number
  readonly height: number
  readonly by: string
  readonly at: string
}

export async function findPicture(
  sql: Sql,
  hash: string,
): Promise<{ type: string; size: number } | undefined> {
  const query = sql.selectFrom('pictures').select(['type', 'size']).where('hash', '=', hash)
  return query.executeTakeFirst()
}

/** Keeps what is known of a picture; whoever brought it first is who brought it. */
export async function putPictureRow(sql: Sql, row: PictureRow): Promise<void> {
  await sql
    .insertInto('pictures')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** This person's upload of that id, or of that picture. */
export async function findUpload(
  sql: Sql,
  by: string,
  key: 'id' | 'hash',
  value: string,
): Promise<Upload | undefined> {
  return sql
    .selectFrom('uploads')
    .select(['id', 'hash', 'by', 'size', 'received'])
    .where('by', '=', by)
    .where(key, '=', value)
    .executeTakeFirst()
}

/** Sizes of all that a person has on its way, but for that picture. */
export async function sizesOnTheirWay(sql: Sql, by: string, but: string): Promise<readonly number[]> {
  const query = sql.selectFrom('uploads').select('size').where('by', '=', by).where('hash', '!=', but)
  const rows = await query.execute()
  return rows.map(({ size }) => size)
}

/** Begins an upload; one of the same picture by the same person stands, and this does nothing. */
export async function addUpload(sql: Sql, upload: Upload & { readonly at: string }): Promise<void> {
  await sql
    .insertInto('uploads')
    .values(upload)
    .onConflict((conflict) => conflict.columns(['by', 'hash']).doNothing())
    .execute()
}

/** Writes down that a part is about to be stored. */
export async function addPart(sql: Sql, part: Part & { readonly at: string }): Promise<void> {
  await sql
    .insertInto('upload_parts')
    .values({ ...part, is_stored: false })
    .execute()
}

/**
 * Counts a part that is stored now. False where it is not the next one any more: the same was stored meanwhile, or the
 * upload has ended.
 */
export async function countPart(sql: Sql, part: Part, at: string): Promise<boolean> {
  const counted = await sql
    .updateTable('uploads')
    .set({ received: part.start + part.size, at })
    .where('id', '=', part.upload)
    .where('received', '=', part.start)
    .returning('id')
    .execute()
  if (counted.length === 0) return false
  await sql.updateTable('upload_parts').set({ is_stored: true }).where('id', '=', part.id).execute()
  return true
}

/** Parts of an upload that count, in their order. */
export async function storedParts(sql: Sql, upload: string): Promise<readonly Part[]> {
  return sql
    .selectFrom('upload_parts')
    .select(['id', 'upload', 'start', 'size'])
    .where('upload', '=', upload)
    .where('is_stored', '=', true)
    .orderBy('start')
    .execute()
}

/** Ends an upload; answers with the parts that have to be taken away, whether they were stored or not. */
export async function endUpload(sql: Sql, id: string): Promise<readonly Part[]> {
  await sql.deleteFrom('uploads').where('id', '=', id).execute()
  return sql
    .selectFrom('upload_parts')
    .select(['id', 'upload', 'start', 'size'])
    .where('upload', '=', id)
    .execute()
}

/** Their files are gone. */
export async function forgetParts(sql: Sql, parts: readonly Part[]): Promise<void> {
  const ids = parts.map(({ id }) => id)
  if (ids.length > 0) await sql.deleteFrom('upload_parts').where('id', 'in', ids).execute()
}

/** Ends uploads of which nothing came since then; answers with parts of no upload that are as old, some at a time. */
export async function expiredParts(sql: Sql, before: string): Promise<readonly Part[]> {
  await sql.deleteFrom('uploads').where('at', '<', before).execute()
  return sql
    .selectFrom('upload_parts')
    .select(['id', 'upload', 'start', 'size'])
    .where('at', '<', before)
    .where('upload', 'not in', (has) => has.selectFrom('uploads').select('uploads.id'))
    .limit(200)
    .execute()
}
