import type { Outcome, Refusal } from '../../backends/backend.ts'
import type { UploadState } from '../../backends/wire/pictures.ts'
import { invalid } from '../../rules/refusals.ts'
import { checkPictureHead } from './check-picture.ts'
import { dropUpload, takeAway } from './end-upload.ts'
import { keepPicture } from './keep-picture.ts'
import type { PictureDesk } from './picture-desk.ts'
import { inTables } from './picture-desk.ts'
import { partName } from './picture-store.ts'
import type { Part, Upload } from './upload-rows.ts'
import { addPart, countPart, findPicture, findUpload, storedParts } from './upload-rows.ts'

/** So many bytes tell what a file is. */
const HEAD = 1024

/**
 * Takes the next part of an upload, which begins at that byte; with the last one the picture is checked and kept. Where all
 * is there already, a part of nothing asks for that once more. Refused as 'stale' where another part is the next one: the
 * upload, begun again, says which.
 */
export async function receivePart(
  pictures: PictureDesk,
  by: string,
  id: string,
  start: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome<UploadState>> {
  const upload = await inTables(pictures, 'readonly', (sql) => findUpload(sql, by, 'id', id))
  if (!upload) return unknownUpload()
  const end = start + bytes.length
  if (start !== upload.received) return anotherPart()
  if (end > upload.size) return invalid('There is more of this picture than was said. Choose it again.')
  if (bytes.length > 0) {
    const whole = bytes.length === upload.size
    const problem = start === 0 && (whole || bytes.length >= HEAD) ? checkPictureHead(bytes) : null
    if (problem !== null) {
      await dropUpload(pictures, id)
      return invalid(problem)
    }
    if (!(await storePart(pictures, { id: pictures.newId(), upload: id, start, size: bytes.length }, bytes)))
      return anotherPart()
  }
  if (end < upload.size) return { ok: true, value: { id, received: end } }
  const kept = await inTurn(() => keepWhole(pictures, upload))
  return kept.ok ? { ok: true, value: { id: null, received: end } } : kept
}

/** False where the same part was stored meanwhile, or the upload has ended. */
async function storePart(
  pictures: PictureDesk,
  part: Part,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const at = pictures.desk.now().toISOString()
  await inTables(pictures, 'strict', (sql) => addPart(sql, { ...part, at }))
  await pictures.store.put(partName(part.id), bytes)
  const isNext = await inTables(pictures, 'strict', (sql) => countPart(sql, part, at))
  if (!isNext) await takeAway(pictures, [part])
  return isNext
}

let turn: Promise<unknown> = Promise.resolve()

/** One whole picture at a time is in memory, however many arrive at once. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const result = turn.then(work)
  turn = result.catch(() => {})
  return result
}

/** Puts an upload together. What is not kept has to be sent anew; a store that fails can be asked again. */
async function keepWhole(pictures: PictureDesk, upload: Upload): Promise<Outcome<null>> {
  const bytes = await readParts(pictures, upload)
  // Another request, or another server, may have been quicker.
  const isThere = await inTables(pictures, 'readonly', (sql) => findPicture(sql, upload.hash))
  const kept: Outcome<null> = isThere
    ? { ok: true, value: null }
    : bytes
      ? await keepPicture(pictures, upload.by, upload.hash, bytes)
      : lostParts()
  await dropUpload(pictures, upload.id)
  return kept
}

async function readParts(pictures: PictureDesk, upload: Upload): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = await inTables(pictures, 'readonly', (sql) => storedParts(sql, upload.id))
  const bytes = new Uint8Array(upload.size)
  let at = 0
  for (const part of parts) {
    const file = await pictures.store.get(partName(part.id))
    const content = file ? new Uint8Array(await new Response(file.body).arrayBuffer()) : null
    if (content?.length !== part.size || at + part.size > upload.size) return null
    bytes.set(content, at)
    at += part.size
  }
  return at === upload.size ? bytes : null
}

const unknownUpload = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message:
    'The newsroom doesn’t know of this picture any more. Your file is safe where it was: choose it again.',
})

const anotherPart = (): Refusal => ({
  ok: false,
  reason: 'stale',
  message: 'Another part of this picture comes next. It is sent again by itself.',
})

const lostParts = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'Parts of the picture were lost on the server, so it was not stored. Your file is safe where it was: try again.',
})
