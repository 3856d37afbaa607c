import type { Refusal } from '../../backends/backend.ts'
import { PICTURE_TYPES } from './recognise-file.ts'
import type { PictureDesk } from './picture-desk.ts'
import { inTables } from './picture-desk.ts'
import { pictureName } from './picture-store.ts'
import { readRange } from './read-range.ts'
import { findPicture } from './upload-rows.ts'

/** What is called for by a picture's hash can't change, and runs nothing, wherever somebody opens it. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, max-age=31536000, immutable',
  'accept-ranges': 'bytes',
} as const

/** A picture, or the part of it that is asked for; the same refusal for any that isn't there, whatever was asked for. */
export async function servePicture(
  pictures: PictureDesk,
  hash: string,
  { method, headers: asked }: Pick<Request, 'method' | 'headers'>,
): Promise<Response | Refusal> {
  if (!/^[\da-f]{64}$/.test(hash)) return unknownPicture()
  const known = await inTables(pictures, 'readonly', (sql) => findPicture(sql, hash))
  const type = PICTURE_TYPES.find((one) => one === known?.type)
  if (!known || !type) return unknownPicture()
  const etag = `"${hash}"`
  const headers = {
    ...ALWAYS,
    etag,
    'content-type': type,
    'content-disposition': `inline; filename="picture-${hash.slice(0, 12)}.${type.slice('image/'.length)}"`,
  }
  if (asked.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  const ifRange = asked.get('if-range')
  const range = ifRange === null || ifRange === etag ? readRange(asked.get('range'), known.size) : 'whole'
  if (range === 'none')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${known.size}` },
    })
  const whole = { ...headers, 'content-length': String(known.size) }
  // Nobody would read what is opened for it.
  if (method === 'HEAD') return new Response(null, { headers: whole })
  const file = await pictures.store.get(pictureName(hash), range === 'whole' ? undefined : range)
  if (file?.size !== known.size) {
    await file?.body.cancel()
    pictures.desk.log.error({ hash }, 'a picture that is known has no file, or one of another size')
    return missingFile()
  }
  if (range === 'whole') return new Response(file.body, { headers: whole })
  return new Response(file.body, {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(range.last - range.first + 1),
      'content-range': `bytes ${range.first}-${range.last}/${known.size}`,
    },
  })
}

const unknownPicture = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'There is no such picture in this newsroom.',
})

const missingFile = (): Refusal => ({
  ok: false,
  reason: 'damaged',
  message:
    'The file of this picture is missing or damaged on the server. The story and all its words are safe. Tell whoever looks after the server: it may be in a backup.',
})
