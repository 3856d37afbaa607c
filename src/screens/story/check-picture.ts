import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'

export type PictureCheck = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** How files begin that every browser of today can show. */
const SHOWN: readonly (readonly [offset: number, start: string])[] = [
  [0, '\xFF\xD8\xFF'],
  [0, '\x89PNG\r\n\x1A\n'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftypavif'],
]
const NOT_SHOWN: readonly (readonly [offset: number, start: string, name: string])[] = [
  [4, 'ftyphei', 'HEIC'],
  [4, 'ftypmif1', 'HEIC'],
  [0, 'II*\0', 'TIFF or camera raw'],
  [0, 'MM\0*', 'TIFF or camera raw'],
  [0, '8BPS', 'Photoshop'],
  [0, '%PDF', 'PDF'],
]
const TAKEN = 'JPEG, PNG, WebP, AVIF or GIF'
const HEAD = 1024

/** Whether a file can be a story's picture, by its bytes rather than by its name; if not, why, and what to do. */
export async function checkPicture(file: Blob): Promise<PictureCheck> {
  if (file.size === 0) return refused('The file is empty. Choose it again, or another one.')
  const most = NEWSROOM_SETTINGS.maxPictureBytes
  if (file.size > most)
    return refused(
      `The picture is too large: ${megabytes(file.size)}, where ${megabytes(most)} is the most. Save it smaller and choose it again.`,
    )
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const head = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  if (SHOWN.some(([offset, start]) => head.startsWith(start, offset))) return { ok: true }
  const other = NOT_SHOWN.find(([offset, start]) => head.startsWith(start, offset))
  if (other) return refused(`This is a ${other[2]} file, which browsers don't show. Save it as ${TAKEN}.`)
  if (/<svg[\s>]/iu.test(head))
    return refused(`SVG drawings are not taken: they can carry scripts. Save it as ${TAKEN}.`)
  return refused(`This is not a picture that Stet knows. It takes ${TAKEN}.`)
}

const refused = (message: string): PictureCheck => ({ ok: false, message })

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
