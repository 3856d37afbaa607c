import { letters, uint } from './picture-read.ts'

/** The kinds of picture that every browser of today shows. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** What a file is by how it begins: a picture that is taken, something else with its name, or nothing that is known. */
export type Recognised =
  | { readonly kind: 'picture'; readonly type: PictureType }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'unknown' }

const OTHERS: readonly (readonly [offset: number, start: string, name: string])[] = [
  [4, 'ftyphei', 'HEIC picture'],
  [4, 'ftypmif1', 'HEIC picture'],
  [4, 'ftyp', 'film or sound file'],
  [0, 'II*\0', 'TIFF or camera raw file'],
  [0, 'MM\0*', 'TIFF or camera raw file'],
  [0, '8BPS', 'Photoshop file'],
  [0, 'BM', 'BMP picture'],
  [0, '\0\0\u0001\0', 'Windows icon'],
  [0, '\xFF\n', 'JPEG XL picture'],
  [0, '\0\0\0\fJXL ', 'JPEG XL picture'],
  [0, '\0\0\0\fjP', 'JPEG 2000 picture'],
  [0, 'PK\u0003\u0004', 'ZIP archive or office document'],
  [0, '%!PS', 'PostScript file'],
  [0, 'MZ', 'program'],
  [0, '\x7FELF', 'program'],
  [0, '#!', 'program'],
]
/** How far in somebody's reader still looks for what a file is. */
const HEAD = 1024

/** Looks at a file's first bytes alone; names and declared types don't count. */
export function recogniseFile(bytes: Uint8Array): Recognised {
  const type = pictureType(bytes)
  if (type) return { kind: 'picture', type }
  const head = letters(bytes, 0, Math.min(HEAD, bytes.length))
  const name = OTHERS.find(([offset, start]) => head.startsWith(start, offset))?.[2] ?? byWords(head)
  return name === null ? { kind: 'unknown' } : { kind: 'other', name }
}

function pictureType(bytes: Uint8Array): PictureType | null {
  if (uint(bytes, 0, 3) === 0xff_d8_ff) return 'image/jpeg'
  if (letters(bytes, 0, 8) === '\x89PNG\r\n\x1A\n') return 'image/png'
  if (/^GIF8[79]a$/.test(letters(bytes, 0, 6))) return 'image/gif'
  if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP') return 'image/webp'
  return isAvif(bytes) ? 'image/avif' : null
}

/** By its main brand, or as a general picture file that says it is an AVIF as well. */
function isAvif(bytes: Uint8Array): boolean {
  if (letters(bytes, 4, 4) !== 'ftyp') return false
  const main = letters(bytes, 8, 4)
  if (main === 'avif' || main === 'avis') return true
  if (main !== 'mif1' && main !== 'msf1' && main !== 'miaf') return false
  const end = Math.min(uint(bytes, 0, 4), HEAD)
  for (let at = 16; at + 4 <= end; at += 4) if (letters(bytes, at, 4) === 'avif') return true
  return false
}

/** Files that are words, which may have white space, comments or a byte order mark before them. */
function byWords(head: string): string | null {
  // Readers of PDF find its beginning anywhere in the first bytes.
  if (head.includes('%PDF-')) return 'PDF'
  if (/<svg[\s>]/iu.test(head)) return 'SVG drawing'
  if (/<(?:!doctype\s+html|html|head|body|script|iframe|title|style|table|a|p|div|h1)[\s>/]/iu.test(head))
    return 'web page'
  if (/^(?:\u00EF\u00BB\u00BF)?\s*<\?xml/iu.test(head)) return 'XML file'
  return null
}
