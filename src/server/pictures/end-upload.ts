import { StorageFailure } from '../../rules/desk-storage.ts'
import type { PictureDesk } from './picture-desk.ts'
import { inTables } from './picture-desk.ts'
import { partName } from './picture-store.ts'
import type { Part } from './upload-rows.ts'
import { endUpload, expiredParts, forgetParts } from './upload-rows.ts'

/** So long (ms) an upload of which nothing comes is kept. */
const KEPT = 86_400_000

/** Ends an upload and takes away what is stored of it. */
export async function dropUpload(pictures: PictureDesk, id: string): Promise<void> {
  await takeAway(pictures, await inTables(pictures, 'strict', (sql) => endUpload(sql, id)))
}

/** Ends the uploads that nobody goes on with, and takes away what was left behind of any. */
export async function sweepUploads(pictures: PictureDesk): Promise<void> {
  const before = new Date(pictures.desk.now().getTime() - KEPT).toISOString()
  await takeAway(pictures, await inTables(pictures, 'strict', (sql) => expiredParts(sql, before)))
}

/** What can't be taken away now is found again by the next sweep: nobody's picture has to fail for that. */
export async function takeAway(pictures: PictureDesk, parts: readonly Part[]): Promise<void> {
  const { desk, store } = pictures
  const gone: Part[] = []
  for (const part of parts) {
    try {
      await store.remove(partName(part.id))
      gone.push(part)
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      desk.log.warn({ part: part.id, error }, 'a part of a picture could not be taken away')
    }
  }
  if (gone.length > 0) await inTables(pictures, 'strict', (sql) => forgetParts(sql, gone))
}
