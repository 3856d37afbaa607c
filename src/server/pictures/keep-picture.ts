import { createHash } from 'node:crypto'
import type { Outcome } from '../../backends/backend.ts'
import { invalid } from '../../rules/refusals.ts'
import { checkPicture, DRAWN_LIMITS } from './check-picture.ts'
import type { PictureDesk } from './picture-desk.ts'
import { inTables } from './picture-desk.ts'
import { pictureName } from './picture-store.ts'
import { putPictureRow } from './upload-rows.ts'

/**
 * Stores a whole picture under its hash: refused where these bytes are not what that hash names, or not a picture that is
 * taken. Its bytes are stored before anybody is told of it. Rejects with a `StorageFailure`.
 */
export async function keepPicture(
  pictures: PictureDesk,
  by: string,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome<null>> {
  const { desk, store } = pictures
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    return invalid(
      'What arrived is not the picture that was sent, so it was not stored. Your file is safe where it was: choose it again.',
    )
  const found = checkPicture(bytes, { bytes: desk.settings.maxPictureBytes, ...DRAWN_LIMITS })
  if (!found.ok) return invalid(found.message)
  await store.put(pictureName(hash), bytes)
  const { type, width, height } = found
  const row = { hash, type, size: bytes.length, width, height, by, at: desk.now().toISOString() }
  await inTables(pictures, 'strict', (sql) => putPictureRow(sql, row))
  return { ok: true, value: null }
}
