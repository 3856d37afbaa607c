import type { Outcome } from '../../backends/backend.ts'
import type { UploadState } from '../../backends/wire/pictures.ts'
import type { HttpRefusal } from '../http/route.ts'
import { checkPictureBytes } from './check-picture.ts'
import { dropUpload, sweepUploads } from './end-upload.ts'
import type { PictureDesk } from './picture-desk.ts'
import { inTables } from './picture-desk.ts'
import { addUpload, findPicture, findUpload, sizesOnTheirWay } from './upload-rows.ts'

/** What one person may have on its way at once. */
export const MOST_ON_THEIR_WAY = { uploads: 40, bytes: 400_000_000 } as const

/**
 * Begins to receive a picture, or goes on where it was: the same person, the same picture. Where the newsroom has the picture
 * there is nothing to send.
 */
export async function beginUpload(
  pictures: PictureDesk,
  by: string,
  { hash, size }: { readonly hash: string; readonly size: number },
): Promise<Outcome<UploadState> | HttpRefusal> {
  const { desk, newId } = pictures
  const problem = checkPictureBytes(size, desk.settings.maxPictureBytes)
  if (problem !== null) return { ok: false, reason: 'invalid', message: problem, status: 413 }
  await sweepUploads(pictures)
  const begun = await inTables(pictures, 'readonly', (sql) => findUpload(sql, by, 'hash', hash))
  // Bytes with this hash have one size: one of the two was a mistake.
  if (begun && begun.size !== size) await dropUpload(pictures, begun.id)
  return inTables(pictures, 'strict', async (sql) => {
    if (await findPicture(sql, hash)) return going(null, size)
    const others = await sizesOnTheirWay(sql, by, hash)
    const bytes = others.reduce((sum, one) => sum + one, size)
    if (others.length >= MOST_ON_THEIR_WAY.uploads || bytes > MOST_ON_THEIR_WAY.bytes) return tooMany()
    const at = desk.now().toISOString()
    await addUpload(sql, { id: newId(), hash, by, size, received: 0, at })
    const upload = await findUpload(sql, by, 'hash', hash)
    if (!upload) throw new Error('an upload that was just begun is gone')
    return going(upload.id, upload.received)
  })
}

const going = (id: string | null, received: number): Outcome<UploadState> => ({
  ok: true,
  value: { id, received },
})

const tooMany = (): HttpRefusal => ({
  ok: false,
  reason: 'not allowed',
  message:
    'Too many of your pictures are on their way at once, so this one waits. Your file is safe where it was: when the others have arrived, try again.',
  status: 429,
  retryAfter: 60,
})
